package dev.varve.processor.read;

import dev.varve.schema.Check;
import dev.varve.schema.Dialect;
import dev.varve.schema.Names;
import dev.varve.schema.sql.SchemaScript;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Check}. */
final class CheckReader {
  private final FragmentReader fragments;

  CheckReader(FragmentReader fragments) {
    this.fragments = fragments;
  }

  /** Reads those on components and those on the record. */
  void read(TableDraft draft) {
    for (DraftComponent component : draft.components()) {
      for (Site site : sites(draft, component)) {
        for (Mark mark : site.marks().each(MarkKind.CHECK)) {
          add(draft, site, mark, component);
        }
      }
    }
    Site site = draft.entity().site();
    for (Mark mark : site.marks().each(MarkKind.CHECK)) {
      add(draft, site, mark, null);
    }
  }

  /** A value record may bring conditions of its own. */
  private static List<Site> sites(TableDraft draft, DraftComponent component) {
    boolean one = component.columns().size() == 1 && !component.component().has(MarkKind.EMBEDDED);
    DraftColumn column = one ? draft.column(component.columns().get(0)) : null;
    return column == null ? List.of(component.component().site()) : column.sites();
  }

  private void add(TableDraft draft, Site site, Mark mark, @Nullable DraftComponent component) {
    Set<Dialect> on = Dialects.read(mark.list("on"));
    Fragment fragment =
        fragments.read(
            draft,
            component,
            site,
            mark,
            "value",
            FragmentKind.CHECK,
            on.isEmpty() ? EnumSet.allOf(Dialect.class) : on);
    if (fragment != null) {
      List<String> columns = component == null ? List.of() : component.columns();
      String name = mark.text("name").isEmpty() ? name(draft, columns) : mark.text("name");
      draft.checks.add(
          new Placed<>(
              new Check(name, fragment.sql()),
              mark.text("name").isEmpty() ? site.place(mark) : site.place(mark, "name")));
      ConditionDomains.read(draft, fragment);
    }
  }

  private static String name(TableDraft draft, List<String> columns) {
    return NumberedNames.free(Names.check(draft.name(), columns), taken(draft));
  }

  /** The names that the table's CHECKs have so far, with those that column types bring. */
  static Set<String> taken(TableDraft draft) {
    Set<String> taken = new HashSet<>();
    for (DraftColumn column : draft.columns()) {
      if (SchemaScript.bringsCheck(column.column().type())) {
        taken.add(Names.check(draft.name(), List.of(column.name())));
      }
    }
    for (Placed<Check> check : draft.checks) {
      taken.add(check.value().name());
    }
    return taken;
  }
}
