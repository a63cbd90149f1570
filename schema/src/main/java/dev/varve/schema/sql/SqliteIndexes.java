package dev.varve.schema.sql;

import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.Index.Part;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;

/**
 * CREATE INDEX in SQLite (<a href="https://www.sqlite.org/lang_createindex.html">CREATE INDEX</a>).
 */
final class SqliteIndexes {
  private final Identifiers names;
  private final String ifMissing;

  /**
   * Indexes by these names.
   *
   * @param ifMissing what stands before the name: nothing, or IF NOT EXISTS and a blank
   */
  SqliteIndexes(Identifiers names, String ifMissing) {
    this.names = names;
    this.ifMissing = ifMissing;
  }

  /** Whether SQLite has such an index: a B-tree with a text for all its expressions. */
  static boolean canExpress(Index index) {
    return isTree(index) && PostgresIndexes.hasText(index, Dialect.SQLITE);
  }

  /** Whether the index is a B-tree, the only kind that SQLite has. */
  static boolean isTree(Index index) {
    return index.method().isEmpty() || index.method().equals("btree");
  }

  /** The statement for an index as SQLite holds it. */
  void create(StringBuilder script, QualifiedName table, Index index) {
    script.append(index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
    script.append(ifMissing).append(names.quoted(index.name()));
    script.append(" ON ").append(names.quoted(table)).append(' ');
    for (int i = 0; i < index.parts().size(); i++) {
      script.append(i == 0 ? "(" : ", ");
      part(script, index.parts().get(i));
    }
    script.append(')');
    if (!index.where().equals(Sql.NONE)) {
      script.append(" WHERE ").append(text(index.where()));
    }
    script.append(";\n");
  }

  private void part(StringBuilder script, Part part) {
    script.append(
        part instanceof ColumnPart column
            ? names.quoted(column.name())
            : text(((ExpressionPart) part).sql()));
    script.append(part.descending() ? " DESC" : "");
  }

  private static String text(Sql sql) {
    return sql.in(Dialect.SQLITE).orElseThrow();
  }
}
