package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.sql.Connection;
import java.sql.SQLException;
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
}
