package dev.varve.schema.sql;

import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.Index.Part;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;

/**
 * CREATE INDEX in PostgreSQL (<a
 * href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>).
 */
final class PostgresIndexes {
  private final Identifiers names;

  PostgresIndexes(Identifiers names) {
    this.names = names;
  }

  /** Whether all that {@code index} says can be said; else it isn't made. */
  static boolean canExpress(Index index) {
    return hasText(index, Dialect.POSTGRESQL);
  }

  /** Whether the condition and all expressions of {@code index} have a text for a dialect. */
  static boolean hasText(Index index, Dialect dialect) {
    for (Part part : index.parts()) {
      if (part instanceof ExpressionPart expression && expression.sql().in(dialect).isEmpty()) {
        return false;
      }
    }
    return index.where().equals(Sql.NONE) || index.where().in(dialect).isPresent();
  }

  /** Whether one of the parts is an expression. */
  static boolean hasExpression(Index index) {
    for (Part part : index.parts()) {
      if (part instanceof ExpressionPart) {
        return true;
      }
    }
    return false;
  }

  void create(StringBuilder script, Table table, Index index) {
    create(script, "IF NOT EXISTS ", table.name(), index);
    script.append(";\n");
  }

  /**
   * The statement without its semicolon.
   *
   * @param option what goes before the index's name, and a blank; may be empty
   */
  void create(StringBuilder script, String option, QualifiedName table, Index index) {
    script.append(index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
    script.append(option).append(names.quoted(index.name()));
    script.append(" ON ").append(names.quoted(table)).append(' ');
    if (!index.method().isEmpty()) {
      script.append("USING ").append(names.quoted(index.method())).append(' ');
    }
    for (int i = 0; i < index.parts().size(); i++) {
      script.append(i == 0 ? "(" : ", ");
      part(script, index.parts().get(i));
    }
    script.append(')');
    if (!index.include().isEmpty()) {
      script.append(" INCLUDE ").append(names.list(index.include()));
    }
    if (!index.where().equals(Sql.NONE)) {
      script.append(" WHERE ").append(index.where().in(Dialect.POSTGRESQL).orElseThrow());
    }
  }

  private void part(StringBuilder script, Part part) {
    if (part instanceof ColumnPart column) {
      script.append(names.quoted(column.name()));
    } else {
      String text = ((ExpressionPart) part).sql().in(Dialect.POSTGRESQL).orElseThrow();
      if (isCall(text)) {
        script.append(text);
      } else {
        script.append('(').append(text).append(')');
      }
    }
    script.append(part.descending() ? " DESC" : "");
  }

  /** Whether {@code text} is the call of a function, which alone needs no parentheses. */
  private static boolean isCall(String text) {
    int open = text.indexOf('(');
    if (open <= 0 || !isWord(text, open)) {
      return false;
    }
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        return false;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i == text.length() - 1;
      }
    }
    return false;
  }

  private static boolean isWord(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if ((c < 'a' || c > 'z') && c != '_' && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !text.substring(0, end).equals("cast");
  }
}
