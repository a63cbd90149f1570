package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.Dialect;
import dev.varve.schema.RichSchema;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The drop script where there are rows, and where there is something that isn't ours. */
class DropTest {
  private static final String ROWS =
      """
      INSERT INTO departments (id) VALUES (1);
      INSERT INTO employees (id, department_id) VALUES (1, 1);
      INSERT INTO employees (id, department_id, boss_id) VALUES (2, 1, 1);
      UPDATE departments SET head_id = 2;
      INSERT INTO customers (email, support_rep_id) VALUES ('a@b', 2);
      """;

  @Test
  void dropsRowsThatReferToEachOtherInSqlite() throws Exception {
    try (Connection connection = Databases.sqlite()) {
      Databases.run(connection, SchemaScript.create(RichSchema.get(), Dialect.SQLITE));
      Databases.run(connection, ROWS);
      assertEquals(List.of("3"), Catalog.lines(connection, "SELECT count(*) + 1 FROM employees"));
      Databases.run(connection, SchemaScript.drop(RichSchema.get(), Dialect.SQLITE));
      assertEquals(List.of(), Catalog.sqlite(connection));
    }
  }

  @Test
  void dropsRowsThatReferToEachOtherInPostgres() throws Exception {
    String database = Databases.newPostgres();
    try (Connection connection = Databases.postgres(database)) {
      List<String> before = Catalog.postgres(connection);
      Databases.run(connection, SchemaScript.create(RichSchema.get(), Dialect.POSTGRESQL));
      Databases.run(connection, ROWS);
      Databases.run(connection, SchemaScript.drop(RichSchema.get(), Dialect.POSTGRESQL));
      assertEquals(before, Catalog.postgres(connection));
    }
    Databases.dropPostgres(database);
  }

  @Test
  void keepsASchemaThatHoldsSomethingElse() throws Exception {
    String database = Databases.newPostgres();
    try (Connection connection = Databases.postgres(database)) {
      Databases.run(connection, SchemaScript.create(RichSchema.get(), Dialect.POSTGRESQL));
      Databases.run(connection, "CREATE TABLE billing.history (id integer)");
      Databases.run(connection, SchemaScript.drop(RichSchema.get(), Dialect.POSTGRESQL));
      List<String> left = Catalog.postgres(connection);
      assertTrue(left.contains("schema billing"), left.toString());
      assertTrue(left.contains("relation billing.history r "), left.toString());
    }
    Databases.dropPostgres(database);
  }

  @Test
  void keepsASchemaOfAnotherRole() throws Exception {
    String database = Databases.newPostgres();
    try (Connection connection = Databases.postgres(database)) {
      Databases.run(
          connection,
          "CREATE ROLE app; GRANT ALL ON SCHEMA public TO app; CREATE SCHEMA billing;"
              + " GRANT ALL ON SCHEMA billing TO app; SET ROLE app");
      Databases.run(connection, SchemaScript.create(RichSchema.get(), Dialect.POSTGRESQL));
      Databases.run(connection, SchemaScript.drop(RichSchema.get(), Dialect.POSTGRESQL));
      Databases.run(connection, "RESET ROLE");
      List<String> left = Catalog.postgres(connection);
      assertEquals(List.of("schema billing", "schema public"), left);
      Databases.run(connection, "DROP OWNED BY app; DROP ROLE app");
    }
    Databases.dropPostgres(database);
  }
}
