package dev.varve.catalog;

import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL, in six queries. */
final class PostgresCatalog {
  private final Connection connection;
  private final Namespaces namespaces;
  private final List<Unmodelled> unmodelled = new ArrayList<>();
  private final List<EnumType> enumTypes = new ArrayList<>();
  private final Set<QualifiedName> enumNames = new HashSet<>();

  /** By their object identifiers. */
  private final Map<Long, PostgresTable> tables = new HashMap<>();

  private PostgresCatalog(Connection connection, Namespaces namespaces) {
    this.connection = connection;
    this.namespaces = namespaces;
  }

  static Catalog read(Connection connection, Namespaces namespaces) throws SQLException {
    PostgresCatalog catalog = new PostgresCatalog(connection, namespaces);
    catalog.readAll();
    return catalog.build();
  }

  /** The enum types alone. */
  static List<EnumType> enumTypes(Connection connection, Namespaces namespaces)
      throws SQLException {
    PostgresCatalog catalog = new PostgresCatalog(connection, namespaces);
    catalog.each(PostgresQueries.ENUM_TYPES, catalog::enumType);
    return catalog.enumTypes;
  }

  private void readAll() throws SQLException {
    // PostgreSQL 18.6 is 180006 to the server; JDBC tells the two parts.
    int version = connection.getMetaData().getDatabaseMajorVersion() * 10_000;
    each(PostgresQueries.ENUM_TYPES, this::enumType);
    each(PostgresQueries.RELATIONS, this::relation);
    each(PostgresQueries.constraints(version), inTable(new PostgresConstraints(namespaces)::read));
    each(PostgresQueries.COLUMNS, inTable(new PostgresColumns(namespaces, enumNames)::read));
    each(PostgresQueries.indexes(version), inTable(PostgresIndexes::read));
    each(PostgresQueries.OTHERS, this::other);
  }

  /** What is done with a row. */
  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** What is done with a row whose first column identifies the table that it belongs to. */
  private interface PartReader {
    void read(PostgresTable table, ResultSet row) throws SQLException;
  }

  private RowReader inTable(PartReader reader) {
    return row -> {
      PostgresTable table = tables.get(row.getLong(1));
      if (table != null) {
        reader.read(table, row);
      }
    };
  }

  private void each(String query, RowReader reader) throws SQLException {
    Array names = connection.createArrayOf("text", namespaces.all().toArray());
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(1, names);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } finally {
      names.free();
    }
  }

  private void enumType(ResultSet row) throws SQLException {
    QualifiedName name = namespaces.name(row.getString(1), row.getString(2));
    enumNames.add(name);
    enumTypes.add(new EnumType(name, List.of(texts(row, 3)), "", text(row, 4)));
  }

  private void relation(ResultSet row) throws SQLException {
    QualifiedName name = namespaces.name(row.getString(2), row.getString(3));
    String kind = otherThanTable(row.getString(4), row.getBoolean(6));
    if (!kind.isEmpty()) {
      unmodelled.add(new Unmodelled(name, "", kind));
      return;
    }
    PostgresTable table = new PostgresTable(name, text(row, 5), unmodelled);
    tables.put(row.getLong(1), table);
    if (row.getBoolean(7)) {
      table.note("", "the table inherits from another");
    }
    if (row.getBoolean(8)) {
      table.note("", "the table is UNLOGGED, a crash empties it");
    }
    if (row.getBoolean(9)) {
      table.note("", "the table has row level security");
    }
    if (!text(row, 10).isEmpty()) {
      table.note("", "the table has the storage parameters " + text(row, 10));
    }
  }

  private static String otherThanTable(String kind, boolean isPartition) {
    return switch (kind) {
      case "r" -> isPartition ? "it's a partition" : "";
      case "p" -> "it's a partitioned table";
      case "v" -> "it's a view";
      case "m" -> "it's a materialized view";
      case "f" -> "it's a foreign table";
      case "S" -> "it's a sequence of its own";
      default -> "it's a composite type";
    };
  }

  private void other(ResultSet row) throws SQLException {
    QualifiedName name = namespaces.name(row.getString(1), row.getString(2));
    unmodelled.add(new Unmodelled(name, row.getString(3), row.getString(4)));
  }

  private Catalog build() {
    List<Table> built = new ArrayList<>(tables.size());
    for (PostgresTable table : tables.values()) {
      built.add(table.build());
    }
    unmodelled.sort(null);
    return new Catalog(new Schema(enumTypes, built), unmodelled);
  }

  /** A text, empty for null. */
  static String text(ResultSet row, int column) throws SQLException {
    @Nullable String text = row.getString(column);
    return text == null ? "" : text;
  }

  /** An array of texts, whose elements may be null. */
  static String[] texts(ResultSet row, int column) throws SQLException {
    return (String[]) row.getArray(column).getArray();
  }
}
