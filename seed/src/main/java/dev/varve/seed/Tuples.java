package dev.varve.seed;

import dev.varve.seed.value.PostgresEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a row as texts, which are equal if a database holds the values to be. */
final class Tuples {
  private Tuples() {}

  static List<String> of(Row row, List<ColumnShape> columns) {
    List<String> texts = new ArrayList<>(columns.size());
    for (ColumnShape column : columns) {
      texts.add(of(column, row.value(column.index)));
    }
    return texts;
  }

  /** The texts of the first values, which are those of {@code columns}. */
  static List<String> of(List<ColumnShape> columns, @Nullable Object[] values) {
    List<String> texts = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      texts.add(of(columns.get(i), values[i]));
    }
    return texts;
  }

  /** The text of a value; "null" in words if there is none, which no key holds. */
  static String of(ColumnShape column, @Nullable Object value) {
    return value == null || value == Row.LEFT || value == RowSeed.UNSET
        ? "null"
        : PostgresEncoder.text(column.type, value);
  }
}
