package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.Index;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.sql.NameClash.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds objects that share a name where they mustn't.
 *
 * <p>In PostgreSQL tables, indexes and the indexes of keys share the names of a schema, and a table
 * is also a type (<a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE
 * TABLE</a>). In SQLite tables and indexes share those of the database, and capitals don't count
 * (<a href="https://www.sqlite.org/lang_createindex.html">CREATE INDEX</a>).
 */
final class NameClashes {
  private final Dialect dialect;
  private final List<NameClash> found = new ArrayList<>();
  private final Map<String, Owner> names = new HashMap<>();

  private NameClashes(Dialect dialect) {
    this.dialect = dialect;
  }

  static List<NameClash> of(Schema schema, Dialect dialect) {
    NameClashes clashes = new NameClashes(dialect);
    for (Table table : schema.tables()) {
      clashes.add(table.name(), new Owner("table", table.name(), table.name().name()));
    }
    if (dialect == Dialect.POSTGRESQL) {
      for (EnumType type : schema.enumTypes()) {
        clashes.add(type.name(), new Owner("enum type", type.name(), type.name().name()));
      }
    }
    for (Table table : schema.tables()) {
      clashes.addIndexes(table);
      clashes.columns(table);
    }
    return List.copyOf(clashes.found);
  }

  private void addIndexes(Table table) {
    PrimaryKey primaryKey = table.primaryKey();
    if (dialect == Dialect.POSTGRESQL || SqliteTypes.hasComputedKey(table)) {
      add(table, "primary key", primaryKey.name());
    }
    for (UniqueKey key : table.uniqueKeys()) {
      add(table, "unique key", key.name());
    }
    for (Index index : table.indexes()) {
      add(table, "index", index.name());
    }
  }

  private void add(Table table, String kind, String name) {
    add(new QualifiedName(table.name().schema(), name), new Owner(kind, table.name(), name));
  }

  private void add(QualifiedName name, Owner owner) {
    String key =
        switch (dialect) {
          case POSTGRESQL -> name.toString();
          case SQLITE -> lowerCase(Identifiers.flat(name));
        };
    note(names, key, owner);
  }

  private void columns(Table table) {
    Map<String, Owner> columns = new HashMap<>();
    for (Column column : table.columns()) {
      String key =
          switch (dialect) {
            case POSTGRESQL -> column.name();
            case SQLITE -> lowerCase(column.name());
          };
      note(columns, key, new Owner("column", table.name(), column.name()));
    }
  }

  private void note(Map<String, Owner> taken, String key, Owner owner) {
    Owner first = taken.putIfAbsent(key, owner);
    if (first != null) {
      found.add(new NameClash(key, first, owner));
    }
  }

  /** SQLite knows the capitals of ASCII only. */
  private static String lowerCase(String name) {
    StringBuilder lower = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return lower.toString();
  }
}
