package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.Dialect;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Fragments of SQL over the columns of one table, for SQLite.
 *
 * <p>SQLite stores decimal numbers as text and would compare them as text: {@code '9.50' > 10} is
 * true there (<a href="https://www.sqlite.org/datatype3.html#comparison_expressions">Comparison
 * Expressions</a>). So in a fragment that is written for all dialects such a column is read as a
 * number, {@code CAST(price AS REAL)}, precise to 15 digits. A fragment written for SQLite stands
 * as it is.
 */
final class SqliteFragments {
  private final Set<String> numbers = new HashSet<>();

  SqliteFragments(Table table) {
    this(table.columns());
  }

  SqliteFragments(List<Column> columns) {
    for (Column column : columns) {
      if (isNumberAsText(column.type()) && !column.sqlType().containsKey(Dialect.SQLITE)) {
        numbers.add(column.name());
      }
    }
  }

  /** Whether SQLite stores a number of this type as text. */
  static boolean isNumberAsText(ColumnType type) {
    return type instanceof Decimal || type == Simple.INTEGER;
  }

  /** Whether a fragment has the same text for all dialects. */
  static boolean isShared(Sql sql) {
    String text = sql.byDialect().get(Dialect.SQLITE);
    return text != null && text.equals(sql.byDialect().get(Dialect.POSTGRESQL));
  }

  /** The text for SQLite, or empty if the fragment isn't meant for it. */
  Optional<String> text(Sql sql) {
    Optional<String> text = sql.in(Dialect.SQLITE);
    if (numbers.isEmpty() || text.isEmpty() || !isShared(sql)) {
      return text;
    }
    return Optional.of(withNumbers(text.get()));
  }

  private String withNumbers(String text) {
    StringBuilder result = new StringBuilder(text.length() + 32);
    int i = 0;
    while (i < text.length()) {
      int end = tokenEnd(text, i);
      if (isNumber(text, i, end)) {
        result.append("CAST(").append(text, i, end).append(" AS REAL)");
      } else {
        result.append(text, i, end);
      }
      i = end;
    }
    return result.toString();
  }

  private boolean isNumber(String text, int start, int end) {
    char first = text.charAt(start);
    if (first == '"') {
      return end > start + 1 && numbers.contains(text.substring(start + 1, end - 1));
    }
    return isWordStart(first)
        && numbers.contains(text.substring(start, end).toLowerCase(Locale.ROOT))
        && !isCall(text, end);
  }

  static boolean isCall(String text, int end) {
    int next = end;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next < text.length() && text.charAt(next) == '(';
  }

  /** The end of the name, literal or single character that starts at {@code start}. */
  static int tokenEnd(String text, int start) {
    char first = text.charAt(start);
    if (first == '\'' || first == '"') {
      int close = text.indexOf(first, start + 1);
      return close < 0 ? text.length() : close + 1;
    }
    int end = start + 1;
    if (isWordStart(first)) {
      while (end < text.length() && isWordPart(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 0x7f;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || c >= '0' && c <= '9' || c == '$';
  }
}
