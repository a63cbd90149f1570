package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.junit.shop.ShopSeed;
import dev.varve.runtime.format.Engine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A test that leaves connections of its own, with locks, to the next one. */
class LeftBehindTest {
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  abstract static class Sample {
    @Test
    @Order(1)
    void leavesALock(ShopSeed seed, Connection connection) throws SQLException {
      seed.customer();
      Connection own = DriverManager.getConnection(connection.getMetaData().getURL());
      own.setAutoCommit(false);
      Rows.execute(own, "UPDATE customers SET email = 'locked'");
    }

    @Test
    @Order(2)
    void worksAllTheSame(ShopSeed seed, DataSource database) throws SQLException {
      seed.customer();
      assertEquals(1, Rows.count(database));
    }
  }

  @VarveTest
  static class OnSqlite extends Sample {}

  @VarveTest(database = Engine.POSTGRESQL)
  static class OnPostgres extends Sample {}

  @ParameterizedTest
  @ValueSource(classes = {OnSqlite.class, OnPostgres.class})
  void aTestThatLeavesALockFailsAndTheNextOneHasAnotherDatabase(Class<?> sample) {
    EngineExecutionResults results = Launch.of(sample);
    String failed =
        results.testEvents().failed().stream()
            .findFirst()
            .orElseThrow()
            .getTestDescriptor()
            .getUniqueId()
            .toString();
    assertTrue(failed.contains("leavesALock"), failed);
    String message = Launch.failure(results).toString();
    assertTrue(message.contains("in the test"), message);
    assertEquals(1, results.testEvents().succeeded().count());
  }
}
