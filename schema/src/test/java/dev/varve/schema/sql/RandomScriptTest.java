package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.RandomSchemas;
import dev.varve.schema.Schema;
import dev.varve.schema.Seeds;
import dev.varve.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts of any schema run, can run again, and undo each other. */
class RandomScriptTest {
  private interface Reader {
    List<String> read(Connection connection) throws SQLException;
  }

  static LongStream seeds() {
    return Seeds.of(40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void holdsOnPostgres(long seed) throws Exception {
    Schema schema = RandomSchemas.of(seed);
    try (Connection connection = Databases.postgres("postgres")) {
      connection.setAutoCommit(false);
      List<String> made = holds(connection, schema, Dialect.POSTGRESQL, Catalog::postgres);
      for (Table table : schema.tables()) {
        String prefix = "column " + schemaOf(table) + '.' + table.name().name() + '.';
        for (Column column : table.columns()) {
          assertTrue(has(made, prefix + column.name() + ' '), column.toString());
        }
      }
      connection.rollback();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void holdsOnSqlite(long seed) throws Exception {
    Schema schema = RandomSchemas.of(seed);
    try (Connection connection = Databases.sqlite()) {
      List<String> made = holds(connection, schema, Dialect.SQLITE, Catalog::sqlite);
      for (Table table : schema.tables()) {
        String name = Identifiers.flat(table.name());
        assertTrue(has(made, "table " + name + ' ' + name + " CREATE"), name);
      }
    }
  }

  private static List<String> holds(
      Connection connection, Schema schema, Dialect dialect, Reader catalog) throws SQLException {
    String create = SchemaScript.create(schema, dialect);
    String drop = SchemaScript.drop(schema, dialect);
    List<String> before = catalog.read(connection);
    Databases.run(connection, drop);
    assertEquals(before, catalog.read(connection), "drop of nothing");
    Databases.run(connection, create);
    List<String> made = catalog.read(connection);
    Databases.run(connection, create);
    assertEquals(made, catalog.read(connection), "create twice");
    Databases.run(connection, drop);
    assertEquals(before, catalog.read(connection), "drop");
    Databases.run(connection, create);
    assertEquals(made, catalog.read(connection), "create again");
    return made;
  }

  private static String schemaOf(Table table) {
    return table.name().schema().isEmpty() ? "public" : table.name().schema();
  }

  private static boolean has(List<String> lines, String prefix) {
    for (String line : lines) {
      if (line.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
