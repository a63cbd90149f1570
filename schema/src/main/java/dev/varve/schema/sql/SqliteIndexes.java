package dev.varve.schema.sql;

import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.Index.Part;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import java.util.List;

/**
 * CREATE INDEX in SQLite (<a href="https://www.sqlite.org/lang_createindex.html">CREATE INDEX</a>).
 *
 * <p>An index's name is unique in the whole database there, in PostgreSQL in a schema: it's
 * prefixed by the schema as the table's name is.
 */
final class SqliteIndexes {
  private final Identifiers names;

  SqliteIndexes(Identifiers names) {
    this.names = names;
  }

  /** Whether SQLite has such an index: a B-tree with a text for all its expressions. */
  static boolean canExpress(Index index) {
    return isTree(index) && PostgresIndexes.hasText(index, Dialect.SQLITE);
  }

  /** Whether the index is a B-tree, the only kind that SQLite has. */
  static boolean isTree(Index index) {
    return index.method().isEmpty() || index.method().equals("btree");
  }

  void createUnique(StringBuilder script, Table table, String name, List<String> columns) {
    start(script, "CREATE UNIQUE INDEX", table, name);
    script.append(names.list(columns)).append(";\n");
  }

  /** The statement. Columns to include become the last of the key, but not of a unique one. */
  void create(StringBuilder script, Table table, Index index, SqliteFragments fragments) {
    start(script, index.unique() ? "CREATE UNIQUE INDEX" : "CREATE INDEX", table, index.name());
    for (int i = 0; i < index.parts().size(); i++) {
      script.append(i == 0 ? "(" : ", ");
      part(script, index.parts().get(i), fragments);
    }
    if (!index.unique()) {
      for (String column : index.include()) {
        script.append(", ").append(names.quoted(column));
      }
    }
    script.append(')');
    if (!index.where().equals(Sql.NONE)) {
      script.append(" WHERE ").append(fragments.text(index.where()).orElseThrow());
    }
    script.append(";\n");
  }

  private void start(StringBuilder script, String create, Table table, String name) {
    QualifiedName qualified = new QualifiedName(table.name().schema(), name);
    script.append(create).append(" IF NOT EXISTS ").append(names.quoted(qualified));
    script.append(" ON ").append(names.quoted(table.name())).append(' ');
  }

  private void part(StringBuilder script, Part part, SqliteFragments fragments) {
    script.append(
        part instanceof ColumnPart column
            ? names.quoted(column.name())
            : fragments.text(((ExpressionPart) part).sql()).orElseThrow());
    script.append(part.descending() ? " DESC" : "");
  }
}
