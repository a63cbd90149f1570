package dev.varve.catalog;

import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.sql.SchemaScript;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns how a server writes the expressions of a schema, by temporary tables that it rolls back.
 */
final class PostgresProbe {
  /** Tables in one transaction: each takes locks, whose number a server limits. */
  private static final int BATCH = 200;

  /** Whatever is created without a schema's name is temporary then. */
  private static final String CREATE_TEMPORARY =
      "SELECT set_config('search_path', concat_ws(', ', 'pg_temp',"
          + " nullif(current_setting('search_path'), '')), true)";

  private final Connection connection;
  private final Namespaces namespaces;

  PostgresProbe(Connection connection, Namespaces namespaces) {
    this.connection = connection;
    this.namespaces = namespaces;
  }

  /** The same schema with all expressions and types as the server writes them. */
  Schema written(Schema physical) throws SQLException {
    ProbeTypes types = ProbeTypes.of(physical, PostgresCatalog.enumTypes(connection, namespaces));
    List<Table> result = new ArrayList<>(physical.tables().size());
    List<Table> batch = new ArrayList<>();
    for (Table table : physical.tables()) {
      if (!hasText(table)) {
        result.add(table);
      } else {
        batch.add(table);
        if (batch.size() == BATCH) {
          result.addAll(writtenBatch(batch, types));
          batch.clear();
        }
      }
    }
    if (!batch.isEmpty()) {
      result.addAll(writtenBatch(batch, types));
    }
    return new Schema(physical.enumTypes(), result);
  }

  /** Whether a table has anything that a server may write in another way. */
  private static boolean hasText(Table table) {
    for (Column column : table.columns()) {
      ValueSource source = column.source();
      if (!(source instanceof Given || source instanceof Identity)
          || column.sqlType().containsKey(Dialect.POSTGRESQL)) {
        return true;
      }
    }
    for (Index index : table.indexes()) {
      if (!index.where().equals(Sql.NONE) || hasExpression(index)) {
        return true;
      }
    }
    return !table.checks().isEmpty();
  }

  private static boolean hasExpression(Index index) {
    for (Index.Part part : index.parts()) {
      if (part instanceof Index.ExpressionPart) {
        return true;
      }
    }
    return false;
  }

  private List<Table> writtenBatch(List<Table> tables, ProbeTypes types) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    if (autoCommit) {
      connection.setAutoCommit(false);
    }
    try {
      Savepoint start = connection.setSavepoint();
      try {
        return probe(tables, types);
      } finally {
        connection.rollback(start);
        connection.releaseSavepoint(start);
      }
    } finally {
      if (autoCommit) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private List<Table> probe(List<Table> tables, ProbeTypes types) throws SQLException {
    List<Table> probes = new ArrayList<>(tables.size());
    for (int i = 0; i < tables.size(); i++) {
      probes.add(ProbeTable.probe(tables.get(i), i, types));
    }
    Schema schema = new Schema(types.missing(), probes);
    String namespace;
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE_TEMPORARY);
      statement.execute(SchemaScript.create(schema, Dialect.POSTGRESQL));
      try (ResultSet rows = statement.executeQuery("SELECT pg_my_temp_schema()::regnamespace")) {
        rows.next();
        namespace = rows.getString(1);
      }
    }
    Namespaces temporary = new Namespaces(namespace, Set.of(namespace));
    Map<String, Table> found = new HashMap<>();
    for (Table table : PostgresCatalog.read(connection, temporary).schema().tables()) {
      found.put(table.name().name(), table);
    }
    List<Table> result = new ArrayList<>(tables.size());
    for (int i = 0; i < tables.size(); i++) {
      Table written = found.get(ProbeTable.name(i));
      if (written == null) {
        throw new IllegalStateException("no temporary table " + ProbeTable.name(i) + " was made");
      }
      result.add(ProbeTable.written(tables.get(i), written, types));
    }
    return result;
  }
}
