package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.Dialect;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Identity;
import java.util.List;
import java.util.Set;

/**
 * SQLite's types: the few that STRICT tables know (<a
 * href="https://www.sqlite.org/stricttables.html">STRICT Tables</a>). Other names would only give a
 * column an affinity, and {@code DECIMAL(10,2)} would store 1.10 as the floating point number 1.1
 * (<a href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">Determination
 * Of Column Affinity</a>).
 *
 * <p>What has no type of its own is text, in forms that sort as their values do wherever there is
 * such a form:
 *
 * <ul>
 *   <li>instants {@code 2026-11-20T07:05:01.000000Z}, in UTC, always with six digits
 *   <li>dates with time {@code 2026-11-20T07:05:01.000000}, dates {@code 2026-11-20}, times {@code
 *       07:05:01.000000}
 *   <li>decimal numbers and whole numbers without limit as plain digits, {@code -12.50}
 *   <li>UUIDs in small letters, durations and periods as in ISO 8601, arrays as JSON
 * </ul>
 */
final class SqliteTypes {
  private static final Set<String> STRICT = Set.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY");

  private SqliteTypes() {}

  static String of(Column column) {
    String overridden = column.sqlType().get(Dialect.SQLITE);
    return overridden == null ? of(column.type()) : overridden;
  }

  /** Whether a table with this column can be STRICT. */
  static boolean isStrict(Column column) {
    String overridden = column.sqlType().get(Dialect.SQLITE);
    return overridden == null || STRICT.contains(canonical(overridden));
  }

  /** A type's name in capitals, which mean nothing, and with one blank between words. */
  static String canonical(String sqlType) {
    StringBuilder canonical = new StringBuilder(sqlType.length());
    for (int i = 0; i < sqlType.length(); i++) {
      char c = sqlType.charAt(i);
      if (!Character.isWhitespace(c)) {
        canonical.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
      } else if (!canonical.isEmpty() && canonical.charAt(canonical.length() - 1) != ' ') {
        canonical.append(' ');
      }
    }
    return canonical.toString().strip();
  }

  /**
   * Whether a column is the table's counter: an identity that is the whole primary key, the only
   * one that SQLite numbers (<a href="https://www.sqlite.org/autoinc.html">SQLite
   * Autoincrement</a>).
   */
  static boolean isCounter(Table table, Column column) {
    return column.source() instanceof Identity
        && table.primaryKey().columns().equals(List.of(column.name()))
        && !column.sqlType().containsKey(Dialect.SQLITE);
  }

  /** Whether one of the columns is the table's counter. */
  static boolean hasCounter(Table table) {
    for (Column column : table.columns()) {
      if (isCounter(table, column)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the primary key has a computed column, which SQLite refuses (<a
   * href="https://www.sqlite.org/gencol.html#limitations">Generated Columns, Limitations</a>).
   */
  static boolean hasComputedKey(Table table) {
    for (Column column : table.columns()) {
      if (column.source() instanceof Computed
          && table.primaryKey().columns().contains(column.name())) {
        return true;
      }
    }
    return false;
  }

  private static String of(ColumnType type) {
    if (type instanceof Simple simple) {
      return switch (simple) {
        case BOOLEAN, INT16, INT32, INT64 -> "INTEGER";
        case FLOAT32, FLOAT64 -> "REAL";
        case BYTES -> "BLOB";
        case INTEGER, CHAR, UUID, INSTANT, DATE_TIME, DATE, TIME, DURATION, PERIOD, INET, JSON ->
            "TEXT";
      };
    }
    return "TEXT";
  }
}
