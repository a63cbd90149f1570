package dev.varve.processor.read;

import dev.varve.processor.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import org.jspecify.annotations.Nullable;

/** Reads lists of components or columns in annotations. */
final class ColumnLists {
  private final Problems problems;

  ColumnLists(Problems problems) {
    this.problems = problems;
  }

  /** The columns that a list names; null if one of them isn't known or stands there twice. */
  @Nullable List<String> read(TableDraft draft, Site site, Mark mark, String value) {
    Set<String> columns = new LinkedHashSet<>();
    boolean whole = true;
    List<AnnotationValue> names = mark.list(value);
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).getValue() instanceof String name) {
        whole &= add(draft, site, mark, value, i, name, columns);
      }
    }
    return whole ? new ArrayList<>(columns) : null;
  }

  private boolean add(
      TableDraft draft,
      Site site,
      Mark mark,
      String value,
      int index,
      String name,
      Set<String> columns) {
    List<String> found = draft.resolve(name);
    if (found == null || found.isEmpty()) {
      unknown(draft, site, mark, value, index, name);
      return false;
    }
    for (String column : found) {
      if (!columns.add(column)) {
        problems.add(
            Message.COLUMN_TWICE,
            site.place(mark, value, index),
            mark.display(),
            name,
            draft.display());
        return false;
      }
    }
    return true;
  }

  private void unknown(
      TableDraft draft, Site site, Mark mark, String value, int index, String name) {
    if (!draft.mayHave(name)) {
      List<String> known = draft.resolvable();
      problems.add(
          Message.UNKNOWN_COLUMN,
          site.place(mark, value, index),
          mark.display(),
          name,
          draft.display(),
          Suggestion.orList(name, known));
    }
  }
}
