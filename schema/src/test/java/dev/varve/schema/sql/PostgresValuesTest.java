package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.Dialect;
import dev.varve.schema.RichSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL lets into columns, and what it remembers. */
class PostgresValuesTest {
  private static String database;
  private static Connection connection;

  @BeforeAll
  static void create() throws Exception {
    database = Databases.newPostgres();
    connection = Databases.postgres(database);
    Databases.run(connection, SchemaScript.create(RichSchema.get(), Dialect.POSTGRESQL));
  }

  @AfterAll
  static void drop() throws Exception {
    connection.close();
    Databases.dropPostgres(database);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "'{}'", "'{FREE}'", "'{PRO,FREE,PRO}'"})
  void takesArraysOfItsWords(String tiers) {
    assertDoesNotThrow(() -> insert(tiers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'{free}'", "'{FREE,GOLD}'", "'{\"\"}'", "'{NULL}'"})
  void refusesOtherArrays(String tiers) {
    SQLException e = assertThrows(SQLException.class, () -> insert(tiers));
    assertTrue(e.getMessage().contains("everything_tiers_check"), e.getMessage());
  }

  private static void insert(String tiers) throws SQLException {
    Databases.run(
        connection,
        "INSERT INTO everything (id, int16, tiers) VALUES ('a' || md5(random()::text), 1, "
            + tiers
            + ")");
  }

  @Test
  void remembersCommentsAsTheyWereWritten() throws Exception {
    String query =
        "SELECT obj_description('%s'::regclass) UNION ALL SELECT col_description('%s'::regclass, 2)";
    assertEquals(
        List.of("Somebody who can buy; it's \"them\".", "Where invoices go.\nUnique."),
        Catalog.lines(connection, query.formatted("customers", "customers")));
    assertEquals(
        List.of("A line.\n\nvarve:transaction none"),
        Catalog.lines(connection, "SELECT obj_description('order_lines'::regclass)"));
  }
}
