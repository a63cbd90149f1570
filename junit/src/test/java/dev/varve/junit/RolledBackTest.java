package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What is special about {@link Isolation#ROLLBACK}. */
class RolledBackTest {
  private static final String TEAM_WITHOUT_LEAD =
      "INSERT INTO teams (id, name, lead_id) VALUES (7, 'Purple', 8)";

  abstract static class Deferred {
    @Test
    void leavesATeamWithoutLead(Connection connection) throws SQLException {
      Rows.execute(connection, TEAM_WITHOUT_LEAD);
    }

    @Test
    void commitsATeamWithoutLead(Connection connection, DataSource database) throws SQLException {
      connection.setAutoCommit(false);
      Rows.execute(connection, TEAM_WITHOUT_LEAD);
      assertThrows(SQLException.class, connection::commit);
      assertEquals(0, Rows.count(database));
    }
  }

  @VarveTest(isolation = Isolation.ROLLBACK)
  static class SqliteDeferred extends Deferred {}

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.ROLLBACK)
  static class PostgresDeferred extends Deferred {}

  @ParameterizedTest
  @ValueSource(classes = {SqliteDeferred.class, PostgresDeferred.class})
  void deferredConstraintsAreCheckedThoughNothingIsCommitted(Class<?> sample) {
    EngineExecutionResults results = Launch.of(sample);
    String message = Launch.failure(results).toString();
    assertTrue(message.contains("could never be committed"), message);
    assertEquals(1, results.testEvents().succeeded().count());
  }

  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  abstract static class InSql {
    @Test
    @Order(1)
    void commits(Connection connection) throws SQLException {
      Rows.execute(
          connection, "INSERT INTO countries (code, name) VALUES ('DE', 'Germany')", "COMMIT");
    }

    @Test
    @Order(2)
    void findsNothing(DataSource database) throws SQLException {
      assertEquals(0, Rows.count(database));
    }
  }

  @VarveTest(isolation = Isolation.ROLLBACK)
  static class SqliteInSql extends InSql {}

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.ROLLBACK)
  static class PostgresInSql extends InSql {}

  @ParameterizedTest
  @ValueSource(classes = {SqliteInSql.class, PostgresInSql.class})
  void aTestThatCommitsInSqlFailsAndLeavesNothing(Class<?> sample) {
    EngineExecutionResults results = Launch.of(sample);
    String message = Launch.failure(results).toString();
    assertTrue(message.contains("COMMIT"), message);
    assertEquals(1, results.testEvents().succeeded().count());
  }

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.ROLLBACK)
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class Session {
    private static String first = "";
    private static Connection leaked;

    @Test
    @Order(1)
    void isChanged(DataSource database) throws SQLException {
      try (Connection connection = database.getConnection()) {
        first = text(connection, "SELECT pg_backend_pid()");
        Rows.execute(
            connection,
            "SET statement_timeout = 123456",
            "CREATE TEMP TABLE own (id integer)",
            "PREPARE one AS SELECT 1",
            "SELECT pg_advisory_lock(5, 6)");
      }
    }

    @Test
    @Order(2)
    void isAsItWas(DataSource database) throws SQLException {
      leaked = database.getConnection();
      assertEquals(first, text(leaked, "SELECT pg_backend_pid()"));
      assertEquals("0", text(leaked, "SHOW statement_timeout"));
      assertEquals(
          "000",
          text(
              leaked,
              "SELECT (SELECT count(*) FROM pg_class WHERE relname = 'own') || ''"
                  + " || (SELECT count(*) FROM pg_prepared_statements WHERE name = 'one')"
                  + " || (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                  + " AND pid = pg_backend_pid())"));
    }

    @Test
    @Order(3)
    void isAnotherOneWhereAConnectionWasLeftOpen(Connection connection) throws SQLException {
      assertNotEquals(first, text(connection, "SELECT pg_backend_pid()"));
      assertThrows(SQLException.class, () -> text(leaked, "SELECT 1"));
    }

    private static String text(Connection connection, String query) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  @Test
  void oneSessionServesTestAfterTest() {
    assertEquals(3, Launch.passed(Launch.of(Session.class)));
  }
}
