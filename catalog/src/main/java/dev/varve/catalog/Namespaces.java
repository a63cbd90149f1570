package dev.varve.catalog;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's schemas that are read.
 *
 * @param current the connection's current one, whose name the model leaves empty
 * @param all their names
 */
record Namespaces(String current, Set<String> all) {
  static Namespaces of(Connection connection, Set<String> others) throws SQLException {
    String current = current(connection);
    Set<String> all = new TreeSet<>(others);
    all.add(current);
    return new Namespaces(current, all);
  }

  private static String current(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT current_schema()")) {
      rows.next();
      @Nullable String name = rows.getString(1);
      if (name == null) {
        throw new IllegalStateException(
            "the connection has no current schema: none of its search_path exists; create it, or"
                + " set search_path to one that exists");
      }
      return name;
    }
  }

  /** The model's name for an object. */
  QualifiedName name(String namespace, String name) {
    return new QualifiedName(namespace.equals(current) ? "" : namespace, name);
  }

  private QualifiedName name(QualifiedName name) {
    return name(name.schema(), name.name());
  }

  /** The same schema with empty names wherever it names the current one. */
  Schema inCurrent(Schema schema) {
    List<EnumType> types = new ArrayList<>(schema.enumTypes().size());
    for (EnumType type : schema.enumTypes()) {
      types.add(new EnumType(name(type.name()), type.values(), "", type.comment()));
    }
    List<Table> tables = new ArrayList<>(schema.tables().size());
    for (Table table : schema.tables()) {
      tables.add(inCurrent(table));
    }
    return new Schema(types, tables);
  }

  private Table inCurrent(Table table) {
    List<Column> columns = new ArrayList<>(table.columns().size());
    for (Column column : table.columns()) {
      columns.add(
          new Column(
              column.name(),
              inCurrent(column.type()),
              column.nullable(),
              column.source(),
              column.sqlType(),
              column.comment()));
    }
    List<ForeignKey> keys = new ArrayList<>(table.foreignKeys().size());
    for (ForeignKey key : table.foreignKeys()) {
      keys.add(
          new ForeignKey(
              key.name(),
              key.columns(),
              name(key.target()),
              key.targetColumns(),
              key.onDelete(),
              key.onUpdate(),
              key.deferrable()));
    }
    return new Table(
        name(table.name()),
        table.origin(),
        columns,
        table.primaryKey(),
        table.uniqueKeys(),
        table.checks(),
        keys,
        table.indexes(),
        table.comment());
  }

  private ColumnType inCurrent(ColumnType type) {
    if (type instanceof NativeEnum nativeEnum) {
      return new NativeEnum(name(nativeEnum.type()));
    }
    return type instanceof Array array ? new Array(inCurrent(array.element())) : type;
  }
}
