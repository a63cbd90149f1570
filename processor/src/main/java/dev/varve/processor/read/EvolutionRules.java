package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.schema.Dialect;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** What annotations about the past of a table may say. */
final class EvolutionRules {
  private final MarkReader marks;
  private final FragmentReader fragments;
  private final Problems problems;

  EvolutionRules(MarkReader marks, FragmentReader fragments, Problems problems) {
    this.marks = marks;
    this.fragments = fragments;
    this.problems = problems;
  }

  /** Checks the annotations on an entity and on its components. */
  void check(TableDraft draft) {
    Site site = draft.entity().site();
    for (Mark mark : site.marks().each(MarkKind.RENAMED)) {
      renamed(site, mark, draft.display(), Set.of(draft.display(), draft.name().name()), Set.of());
    }
    for (Mark mark : site.marks().each(MarkKind.REMOVED)) {
      removedColumn(draft, site, mark);
    }
    irreversible(site, draft.display());
    Map<String, String> sources = new HashMap<>();
    for (DraftComponent component : draft.components()) {
      component(draft, component, sources);
    }
  }

  private void component(TableDraft draft, DraftComponent component, Map<String, String> sources) {
    Site site = component.component().site();
    if (site.marks().all().isEmpty()) {
      return;
    }
    String display = component.component().display();
    for (Mark mark : site.marks().each(MarkKind.RENAMED)) {
      Set<String> own = new HashSet<>(component.columns());
      own.add(component.component().name());
      renamed(site, mark, display, own, draft.resolvable());
      String other = sources.putIfAbsent(mark.text("from"), display);
      if (other != null && !other.equals(display)) {
        problems.add(
            Message.RENAMED_TWICE, site.place(mark, "from"), display, mark.text("from"), other);
      }
    }
    for (Mark mark : site.marks().each(MarkKind.BACKFILL)) {
      fragments.read(
          draft,
          component,
          site,
          mark,
          "value",
          FragmentKind.BACKFILL,
          EnumSet.allOf(Dialect.class));
    }
    irreversible(site, display);
  }

  private void renamed(
      Site site, Mark mark, String display, Set<String> own, Collection<String> others) {
    String from = mark.text("from");
    Place place = site.place(mark, "from");
    if (!mark.has("from")) {
      return;
    }
    if (from.isBlank()) {
      problems.add(Message.EMPTY_NAME, place, "from");
    } else if (own.contains(from)) {
      problems.add(Message.RENAMED_TO_ITSELF, place, display, from);
    } else if (others.contains(from)) {
      problems.add(Message.RENAMED_FROM_EXISTING, place, display, from);
    }
  }

  private void irreversible(Site site, String display) {
    for (Mark mark : site.marks().each(MarkKind.IRREVERSIBLE)) {
      if (mark.has("reason") && mark.text("reason").isBlank()) {
        problems.add(Message.EMPTY_REASON, site.place(mark, "reason"), display);
      }
    }
  }

  private void removedColumn(TableDraft draft, Site site, Mark mark) {
    String column = mark.text("column");
    if (mark.has("value") || mark.has("replaceWith") || column.isBlank()) {
      problems.add(
          Message.REMOVED_VALUES, site.place(mark), draft.display(), "@Removed(column = \"...\")");
    } else if (draft.resolve(column) != null) {
      problems.add(
          Message.REMOVED_EXISTS, site.place(mark, "column"), "column", column, draft.display());
    }
  }

  /** Checks the annotations on an enum and on its constants. */
  void checkEnum(TypeElement type, Site site) {
    List<String> constants = TypeReader.constants(type);
    String display = type.getSimpleName().toString();
    for (Mark mark : site.marks().each(MarkKind.REMOVED)) {
      removedConstant(site, mark, display, constants);
    }
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        Site constant = new Site(member, marks.read(member));
        String name = member.getSimpleName().toString();
        for (Mark mark : constant.marks().each(MarkKind.RENAMED)) {
          renamed(constant, mark, display + '.' + name, Set.of(name), constants);
        }
      }
    }
  }

  private void removedConstant(Site site, Mark mark, String display, List<String> constants) {
    String value = mark.text("value");
    String replacement = mark.text("replaceWith");
    if (mark.has("column") || value.isBlank()) {
      problems.add(Message.REMOVED_VALUES, site.place(mark), display, "@Removed(value = \"...\")");
    } else if (constants.contains(value)) {
      problems.add(Message.REMOVED_EXISTS, site.place(mark, "value"), "constant", value, display);
    }
    if (!replacement.isEmpty() && !constants.contains(replacement)) {
      problems.add(
          Message.REPLACEMENT_UNKNOWN,
          site.place(mark, "replaceWith"),
          replacement,
          display,
          Suggestion.orList(replacement, constants));
    }
  }

  /** Checks the tables whose removal is agreed. */
  void checkRemovedTables(Site site, Mark database, Set<String> tables) {
    List<AnnotationValue> removed = database.list("removed");
    for (int i = 0; i < removed.size(); i++) {
      if (removed.get(i).getValue() instanceof String table && tables.contains(table)) {
        problems.add(
            Message.REMOVED_EXISTS,
            site.place(database, "removed", i),
            "table",
            table,
            "the database");
      }
    }
  }
}
