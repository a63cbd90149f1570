package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.schema.Names;
import dev.varve.schema.UniqueKey;
import java.util.List;

/** Reads {@code @Unique}. */
final class UniqueReader {
  private final ColumnLists lists;
  private final Problems problems;

  UniqueReader(ColumnLists lists, Problems problems) {
    this.lists = lists;
    this.problems = problems;
  }

  /** Reads those on components and those on the record. */
  void read(TableDraft draft) {
    for (DraftComponent component : draft.components()) {
      Site site = component.component().site();
      for (Mark mark : site.marks().each(MarkKind.UNIQUE)) {
        if (mark.has("columns")) {
          problems.add(Message.COLUMNS_ON_COMPONENT, site.place(mark, "columns"), mark.display());
        }
        add(draft, site, mark, component.columns());
      }
    }
    Site site = draft.entity().site();
    for (Mark mark : site.marks().each(MarkKind.UNIQUE)) {
      onRecord(draft, site, mark);
    }
  }

  private void onRecord(TableDraft draft, Site site, Mark mark) {
    if (mark.list("columns").isEmpty()) {
      problems.add(
          Message.NO_COLUMNS, site.place(mark, "columns"), mark.display(), draft.display());
      return;
    }
    List<String> columns = lists.read(draft, site, mark, "columns");
    if (columns != null) {
      add(draft, site, mark, columns);
    }
  }

  private static void add(TableDraft draft, Site site, Mark mark, List<String> columns) {
    String given = mark.text("name");
    String name = given.isEmpty() ? Names.uniqueKey(draft.name(), columns) : given;
    draft.uniqueKeys.add(
        new Placed<>(
            new UniqueKey(name, columns),
            given.isEmpty() ? site.place(mark) : site.place(mark, "name")));
  }
}
