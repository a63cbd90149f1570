package dev.varve.processor.read;

import dev.varve.schema.Names;
import java.util.List;

/** What the columns of a component are called. */
final class ColumnNames {
  private ColumnNames() {}

  /** The column of a component that has one: as annotations say, else its own name. */
  static String of(Component component, String prefix) {
    String given = given(component);
    return prefix + (given.isEmpty() ? Names.snakeCase(component.name()) : given);
  }

  /** The columns that refer to {@code key}, of a component that holds the target's record. */
  static List<String> referring(Component component, String prefix, Key key) {
    String given = key.columns().size() == 1 ? given(component) : "";
    return given.isEmpty()
        ? key.referringNames(prefix + Names.snakeCase(component.name()))
        : List.of(prefix + given);
  }

  /** What stands before the columns of an embedded record. */
  static String prefix(Component component, Mark embedded, String outer) {
    String own =
        embedded.has("prefix")
            ? embedded.text("prefix").replace("{}", Names.snakeCase(component.name()))
            : Names.snakeCase(component.name()) + '_';
    return outer + own;
  }

  private static String given(Component component) {
    Mark relation = component.site().marks().first(MarkKind.RELATION);
    String column = relation == null ? "" : relation.text("column");
    Mark named = component.site().marks().first(MarkKind.COLUMN);
    return column.isEmpty() && named != null ? named.text("name") : column;
  }
}
