package dev.varve.processor.read;

import dev.varve.schema.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What tables may have been called, as {@code @Renamed} says it on a record. */
final class TablePast {
  private TablePast() {}

  /** The former names of an entity's table: as written, and what a record of that name has. */
  static List<String> former(TableDraft draft, Mark mark) {
    String from = mark.text("from");
    String snake = Names.snakeCase(from.substring(from.lastIndexOf('.') + 1));
    Set<String> names = new LinkedHashSet<>(List.of(from));
    String schema = draft.name().schema();
    if (!schema.isEmpty() && from.indexOf('.') < 0) {
      names.add(schema + '.' + from);
      names.add(schema + '.' + Names.plural(snake));
    }
    names.add(Names.plural(snake));
    names.add(snake);
    names.remove(draft.name().toString());
    return new ArrayList<>(names);
  }

  /** What a renamed record was called in snake case: {@code client} for Client and clients. */
  static List<String> formerRecord(Mark mark) {
    String from = mark.text("from");
    String snake = Names.snakeCase(from.substring(from.lastIndexOf('.') + 1));
    Set<String> names = new LinkedHashSet<>();
    names.add(snake);
    for (String end : List.of("s", "es", "ies")) {
      if (snake.endsWith(end) && snake.length() > end.length()) {
        String stem = snake.substring(0, snake.length() - end.length());
        String singular = end.equals("ies") ? stem + 'y' : stem;
        if (Names.plural(singular).equals(snake)) {
          names.add(singular);
        }
      }
    }
    return new ArrayList<>(names);
  }
}
