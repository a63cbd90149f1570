package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.schema.Names;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What annotations about the past of a table may say. */
final class EvolutionRules {
  private final MarkReader marks;
  private final Problems problems;

  EvolutionRules(MarkReader marks, Problems problems) {
    this.marks = marks;
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
    Succession<DraftComponent> succession = new Succession<>(one -> holder(draft, one));
    for (Mark mark : site.marks().each(MarkKind.RENAMED)) {
      if (!own(component).contains(mark.text("from")) && succession.leadsBack(component)) {
        circle(site, mark, display);
        return;
      }
      renamed(site, mark, display, own(component), others(draft, component));
      String around = around(component);
      String other = sources.putIfAbsent(around + mark.text("from"), display);
      if (other != null && !other.equals(display)) {
        problems.add(
            Message.RENAMED_TWICE, site.place(mark, "from"), display, mark.text("from"), other);
      }
    }
    irreversible(site, display);
  }

  /** The component that has another's former name now; null: none, or it was never renamed. */
  private static @Nullable DraftComponent holder(TableDraft draft, DraftComponent component) {
    Mark renamed = component.component().site().marks().first(MarkKind.RENAMED);
    if (renamed == null) {
      return null;
    }
    String around = around(component);
    DraftComponent holder = draft.component(around + renamed.text("from"));
    if (holder == null && around.isEmpty()) {
      for (DraftComponent other : draft.components()) {
        if (other.columns().contains(renamed.text("from"))
            && !other.component().has(MarkKind.EMBEDDED)) {
          holder = other;
        }
      }
    }
    return component.equals(holder) ? null : holder;
  }

  private void circle(Site site, Mark mark, String display) {
    problems.add(Message.RENAMED_IN_CIRCLE, site.place(mark, "from"), display, mark.text("from"));
  }

  /**
   * The names that a component has now. Its own is none of them where an annotation gives another
   * to its columns, or where it may have been one outside of its embedded record: then these may
   * have been called after it before.
   */
  private static Set<String> own(DraftComponent component) {
    Set<String> own = new HashSet<>(component.columns());
    Marks marks = component.component().site().marks();
    Mark embedded = marks.first(MarkKind.EMBEDDED);
    Mark column = marks.first(MarkKind.COLUMN);
    Mark relation = marks.first(MarkKind.RELATION);
    boolean named =
        embedded != null && embedded.has("prefix")
            || column != null && column.has("name")
            || relation != null && (relation.has("column") || relation.has("table"));
    if (!named && around(component).isEmpty()) {
      own.add(component.component().name());
    }
    return own;
  }

  /**
   * The names that others have and always had: in an embedded record those of its other components.
   * What is renamed itself leaves its former name to others.
   */
  private static Collection<String> others(TableDraft draft, DraftComponent component) {
    String around = around(component);
    Set<String> others = new HashSet<>();
    for (DraftComponent other : draft.components()) {
      if (other.columns().isEmpty() || other.equals(component) || isRenamed(draft, other)) {
        continue;
      }
      if (around.isEmpty()) {
        others.add(other.path());
        others.addAll(other.columns());
      } else if (other.path().startsWith(around)) {
        others.add(other.path().substring(around.length()));
      }
    }
    others.removeAll(component.columns());
    return others;
  }

  /** Whether it, or an embedded record around it, is renamed. */
  private static boolean isRenamed(TableDraft draft, DraftComponent component) {
    String path = component.path();
    for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
      DraftComponent one = draft.component(path.substring(0, end));
      if (one != null && one.component().has(MarkKind.RENAMED)) {
        return true;
      }
    }
    return false;
  }

  /** What stands before a component's name in its path: {@code billing.}, or nothing. */
  private static String around(DraftComponent component) {
    return component.path().substring(0, component.path().lastIndexOf('.') + 1);
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
    } else if (draft.resolve(column) != null && !becomesComputed(draft, column)) {
      problems.add(
          Message.REMOVED_EXISTS, site.place(mark, "column"), "column", column, draft.display());
    }
  }

  /** Whether a column may have been given that is computed now; its values are what goes. */
  private static boolean becomesComputed(TableDraft draft, String column) {
    for (DraftComponent component : draft.components()) {
      Component one = component.component();
      Mark renamed = one.site().marks().first(MarkKind.RENAMED);
      boolean was =
          renamed == null
              ? component.columns().contains(column) || component.path().equals(column)
              : Names.snakeCase(renamed.text("from")).equals(Names.snakeCase(column));
      if (was && one.has(MarkKind.COMPUTED)) {
        return true;
      }
    }
    return false;
  }

  /** Checks that no tables have each other's former names. */
  void checkTables(List<TableDraft> drafts) {
    Map<String, TableDraft> byName = new HashMap<>();
    for (TableDraft draft : drafts) {
      byName.put(draft.name().toString(), draft);
      byName.putIfAbsent(draft.display(), draft);
      byName.putIfAbsent(draft.entity().className().toString(), draft);
    }
    Succession<TableDraft> succession =
        new Succession<>(
            draft -> {
              Mark renamed = draft.entity().site().marks().first(MarkKind.RENAMED);
              return renamed == null ? null : byName.get(renamed.text("from"));
            });
    for (TableDraft draft : drafts) {
      Site site = draft.entity().site();
      Mark renamed = site.marks().first(MarkKind.RENAMED);
      if (renamed != null
          && byName.get(renamed.text("from")) != draft
          && succession.leadsBack(draft)) {
        circle(site, renamed, draft.display());
      }
    }
  }

  /** Checks the annotations on an enum and on its constants. */
  void checkEnum(TypeElement type, Site site) {
    List<String> constants = TypeReader.constants(type);
    String display = type.getSimpleName().toString();
    for (Mark mark : site.marks().each(MarkKind.REMOVED)) {
      removedConstant(site, mark, display, constants);
    }
    Map<String, Site> sites = new LinkedHashMap<>();
    Map<String, String> former = new HashMap<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        Site constant = new Site(member, marks.read(member));
        String name = member.getSimpleName().toString();
        for (Mark mark : constant.marks().each(MarkKind.RENAMED)) {
          sites.put(name, constant);
          former.put(name, mark.text("from"));
        }
      }
    }
    sites.forEach((name, constant) -> constant(display, name, constant, former, constants));
  }

  private void constant(
      String display, String name, Site site, Map<String, String> former, List<String> constants) {
    Succession<String> succession = new Succession<>(former::get);
    Set<String> others = new HashSet<>(constants);
    others.removeAll(former.keySet());
    for (Mark mark : site.marks().each(MarkKind.RENAMED)) {
      if (!mark.text("from").equals(name) && succession.leadsBack(name)) {
        circle(site, mark, display + '.' + name);
      } else {
        renamed(site, mark, display + '.' + name, Set.of(name), others);
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
