package dev.varve.catalog;

import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.Index.Part;
import dev.varve.schema.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CREATE INDEX as SQLite keeps it (<a
 * href="https://www.sqlite.org/lang_createindex.html">CREATE INDEX</a>).
 */
final class SqliteIndexParser {
  private final SqliteCursor cursor;

  private SqliteIndexParser(String sql) {
    cursor = new SqliteCursor(sql);
  }

  /**
   * The index that a statement makes.
   *
   * @throws IllegalStateException if it isn't what SQLite writes
   */
  static Index parse(String name, String sql) {
    return new SqliteIndexParser(sql).parse(name);
  }

  private Index parse(String name) {
    boolean unique = cursor.peek(1).isWord("UNIQUE");
    List<Part> parts = new ArrayList<>();
    cursor.skipTo("(");
    cursor.expectSign("(");
    do {
      parts.add(part());
    } while (cursor.acceptSign(","));
    cursor.expectSign(")");
    Sql where = cursor.accept("WHERE") ? Sql.only(Dialect.SQLITE, cursor.rest()) : Sql.NONE;
    return new Index(name, parts, unique, "", List.of(), where);
  }

  private Part part() {
    int start = cursor.position();
    cursor.skipTo(",", ")");
    int end = cursor.position();
    SqliteToken last = cursor.peek(-1);
    boolean descending = last.isWord("DESC") && end - start > 1;
    boolean ordered = descending || last.isWord("ASC") && end - start > 1;
    int expressionEnd = ordered ? end - 1 : end;
    SqliteToken first = cursor.peek(start - end);
    if (expressionEnd - start == 1 && first.isName()) {
      return new ColumnPart(first.text(), descending);
    }
    return new ExpressionPart(
        Sql.only(Dialect.SQLITE, cursor.textFrom(start, expressionEnd)), descending);
  }
}
