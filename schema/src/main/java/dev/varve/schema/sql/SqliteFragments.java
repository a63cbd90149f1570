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
import java.util.Optional;
import java.util.Set;

/**
 * Fragments of SQL over the columns of one table, for SQLite.
 *
 * <p>SQLite stores decimal numbers as text and would compare them as text: {@code '9.50' > 10} is
 * true there (<a href="https://www.sqlite.org/datatype3.html#comparison_expressions">Comparison
 * Expressions</a>). So in a fragment that is written for all dialects such a column is read as a
 * number, {@code CAST(price AS REAL)}, precise to 15 digits, unless the fragment casts it itself:
 * {@code CAST(price AS TEXT)} shall keep all digits. A fragment written for SQLite stands as it is.
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

  /**
   * The text for SQLite as it stands in CREATE TABLE or CREATE INDEX, without the table's name
   * before columns: SQLite forbids it in generated columns, and a table that is built anew is
   * called otherwise meanwhile. Nothing but the table itself can be meant there.
   */
  Optional<String> own(Sql sql) {
    return text(sql).map(SqliteFragments::withoutQualifiers);
  }

  private static String withoutQualifiers(String text) {
    if (text.indexOf('.') < 0) {
      return text;
    }
    List<Token> tokens = SqlTokens.of(text).tokens();
    NameRole[] roles = NameRole.of(tokens);
    StringBuilder result = new StringBuilder(text.length());
    int copied = 0;
    for (int i = 0; i < roles.length; i++) {
      int first = roles[i] == NameRole.COLUMN ? qualified(tokens, i) : i;
      if (first < i) {
        result.append(text, copied, tokens.get(first).start());
        copied = tokens.get(i).start();
      }
    }
    return result.append(text, copied, text.length()).toString();
  }

  private String withNumbers(String text) {
    List<Token> tokens = SqlTokens.of(text).tokens();
    NameRole[] roles = NameRole.of(tokens);
    StringBuilder result = new StringBuilder(text.length() + 32);
    int copied = 0;
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] == NameRole.COLUMN && numbers.contains(tokens.get(i).name())) {
        int first = qualified(tokens, i);
        if (isCast(tokens, first, i)) {
          continue;
        }
        int start = tokens.get(first).start();
        int end = tokens.get(i).end();
        result.append(text, copied, start);
        result.append("CAST(").append(text, start, end).append(" AS REAL)");
        copied = end;
      }
    }
    return result.append(text, copied, text.length()).toString();
  }

  /** Whether a name stands alone in {@code cast(… as …)}, which takes all digits from its text. */
  private static boolean isCast(List<Token> tokens, int first, int last) {
    return first >= 2
        && tokens.get(first - 1).isSymbol("(")
        && tokens.get(first - 2).isWord("cast")
        && last + 1 < tokens.size()
        && tokens.get(last + 1).isWord("as");
  }

  /** Where a column's name starts, with the table's before it if that is written. */
  private static int qualified(List<Token> tokens, int column) {
    int start = column;
    while (start >= 2 && tokens.get(start - 1).isSymbol(".")) {
      start -= 2;
    }
    return start;
  }
}
