package dev.varve.processor.read;

import dev.varve.schema.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a column may have been called, as {@code @Renamed} says it on its component or on an
 * embedded record around that. A person writes the name of a column or of a component.
 */
final class FormerNames {
  private final TableDraft draft;

  FormerNames(TableDraft draft) {
    this.draft = draft;
  }

  /** The marks that say so: of the component, and of those around it. */
  List<SiteMark> marks(DraftComponent component) {
    List<SiteMark> marks = new ArrayList<>();
    for (DraftComponent one : chain(component)) {
      Site site = one.component().site();
      Mark mark = renamed(one);
      if (mark != null) {
        marks.add(new SiteMark(site, mark, one.component().display()));
      }
    }
    return marks;
  }

  /** A mark and where it stands. */
  record SiteMark(Site site, Mark mark, String display) {}

  /** The former names of one of a component's columns, likeliest first; none if nobody says so. */
  List<String> of(DraftComponent component, String column) {
    List<String> starts = List.of("");
    String prefix = "";
    for (DraftComponent around : around(component)) {
      String segment = segment(around);
      starts = joined(starts, segments(around, segment));
      prefix += segment;
    }
    String rest = column.substring(prefix.length());
    Set<String> names = new LinkedHashSet<>(joined(starts, own(component, rest)));
    Mark mark = renamed(component);
    if (mark != null) {
      names.add(mark.text("from"));
    }
    names.remove(column);
    return new ArrayList<>(names);
  }

  private List<DraftComponent> chain(DraftComponent component) {
    List<DraftComponent> chain = around(component);
    chain.add(component);
    return chain;
  }

  /** The embedded records around a component, from the outside in. */
  private List<DraftComponent> around(DraftComponent component) {
    List<DraftComponent> around = new ArrayList<>();
    String path = component.path();
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      DraftComponent outer = draft.component(path.substring(0, dot));
      if (outer != null) {
        around.add(outer);
      }
    }
    return around;
  }

  private static @Nullable Mark renamed(DraftComponent component) {
    return component.component().site().marks().first(MarkKind.RENAMED);
  }

  private static String segment(DraftComponent embedded) {
    Mark mark = embedded.component().site().marks().first(MarkKind.EMBEDDED);
    return mark == null ? "" : ColumnNames.prefix(embedded.component(), mark, "");
  }

  /** What an embedded record's columns may have started with; at last what they start with now. */
  private static List<String> segments(DraftComponent embedded, String present) {
    Mark mark = renamed(embedded);
    if (mark == null) {
      return List.of(present);
    }
    String from = mark.text("from");
    return from.endsWith("_")
        ? List.of(from, present)
        : List.of(Names.snakeCase(from) + '_', from, present);
  }

  /** The same for the rest of the name, which a component gives. */
  private static List<String> own(DraftComponent component, String present) {
    Mark mark = renamed(component);
    if (mark == null) {
      return List.of(present);
    }
    String from = mark.text("from");
    String name = Names.snakeCase(component.component().name());
    List<String> names = new ArrayList<>(List.of(from, Names.snakeCase(from)));
    if (present.startsWith(name + '_')) {
      names.add(Names.snakeCase(from) + present.substring(name.length()));
    }
    names.add(present);
    return names;
  }

  private static List<String> joined(List<String> starts, List<String> ends) {
    List<String> all = new ArrayList<>(starts.size() * ends.size());
    for (String start : starts) {
      for (String end : ends) {
        all.add(start + end);
      }
    }
    return all;
  }
}
