package dev.varve.catalog;

import dev.varve.schema.ForeignKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads SQLite, in one query: all is in the statements that it keeps (<a
 * href="https://www.sqlite.org/schematab.html">The Schema Table</a>).
 */
final class SqliteCatalog {
  private static final String QUERY =
      """
      SELECT type, name, tbl_name, sql FROM sqlite_master
      WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name NOT IN ('_varve_migrations', '_varve_backfills')
        AND tbl_name NOT IN (
          SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')
      ORDER BY CASE type WHEN 'table' THEN 0 ELSE 1 END, name
      """;

  /** By their names in small letters. */
  private final Map<String, SqliteTable> tables = new HashMap<>();

  private final List<Unmodelled> unmodelled = new ArrayList<>();

  private SqliteCatalog() {}

  static Catalog read(Connection connection) throws SQLException {
    SqliteCatalog catalog = new SqliteCatalog();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        catalog.add(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
      }
    }
    return catalog.build();
  }

  private void add(String type, String name, String tableName, @Nullable String sql) {
    SqliteTable table = tables.get(SqliteLexer.lowerCase(tableName));
    switch (type) {
      case "table" -> addTable(name, sql);
      case "index" -> {
        if (table != null && sql != null) {
          table.indexes.add(SqliteIndexParser.parse(name, sql));
        }
      }
      case "view" -> unmodelled.add(new Unmodelled(QualifiedName.of(name), "", "it's a view"));
      default ->
          unmodelled.add(
              new Unmodelled(QualifiedName.of(tableName), name, "the table has a " + type));
    }
  }

  private void addTable(String name, @Nullable String sql) {
    if (sql == null || new SqliteCursor(sql).peek(1).isWord("VIRTUAL")) {
      unmodelled.add(new Unmodelled(QualifiedName.of(name), "", "it's a virtual table"));
    } else {
      tables.put(SqliteLexer.lowerCase(name), SqliteTableParser.parse(name, sql));
    }
  }

  private Catalog build() {
    List<Table> built = new ArrayList<>(tables.size());
    for (SqliteTable table : tables.values()) {
      table.foreignKeys.replaceAll(this::withTargetColumns);
      built.add(table.build());
      unmodelled.addAll(table.unmodelled);
    }
    unmodelled.sort(null);
    return new Catalog(new Schema(List.of(), built), unmodelled);
  }

  /** A foreign key that names no columns refers to the primary key. */
  private ForeignKey withTargetColumns(ForeignKey key) {
    SqliteTable target = tables.get(SqliteLexer.lowerCase(key.target().name()));
    if (!key.targetColumns().isEmpty() || target == null) {
      return key;
    }
    return new ForeignKey(
        key.name(),
        key.columns(),
        key.target(),
        target.primaryKey.columns(),
        key.onDelete(),
        key.onUpdate(),
        key.deferrable());
  }
}
