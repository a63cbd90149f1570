package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.junit.shop.Country;
import dev.varve.junit.shop.ShopSeed;
import dev.varve.runtime.format.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads of a test that go on when it is over. */
class StrayThreadTest {
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  abstract static class Kept {
    private static DataSource keptDatabase;
    private static ShopSeed keptSeed;

    @Test
    @Order(1)
    void keepsWhatItWasGiven(DataSource database, ShopSeed seed) {
      keptDatabase = database;
      keptSeed = seed;
      seed.customer();
    }

    @Test
    @Order(2)
    void isNotReachedByIt(DataSource database) throws SQLException {
      assertThrows(SQLException.class, keptDatabase::getConnection);
      assertThrows(RuntimeException.class, () -> keptSeed.add(new Country("DE", "Germany")));
      assertEquals(0, Rows.count(database));
    }
  }

  @VarveTest
  static class OnSqlite extends Kept {}

  @VarveTest(database = Engine.POSTGRESQL)
  static class OnPostgres extends Kept {}

  @VarveTest(isolation = Isolation.ROLLBACK)
  static class RolledBack extends Kept {}

  @ParameterizedTest
  @ValueSource(classes = {OnSqlite.class, OnPostgres.class, RolledBack.class})
  void whatATestWasGivenEndsWithIt(Class<?> sample) {
    assertEquals(2, Launch.passed(Launch.of(sample)));
  }

  @VarveTest(database = Engine.POSTGRESQL)
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class Slow {
    private static CompletableFuture<Void> stray;

    @Test
    @Order(1)
    void startsAStatement(DataSource database) throws Exception {
      Connection connection = database.getConnection();
      stray =
          CompletableFuture.runAsync(
              () -> {
                try {
                  Rows.execute(
                      connection,
                      "INSERT INTO countries (code, name) SELECT 'DE', 'Germany' FROM"
                          + " pg_sleep(1)");
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      while (Rows.count(database, "pg_stat_activity WHERE wait_event = 'PgSleep'") == 0) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }

    @Test
    @Order(2)
    void findsNothingOfIt(DataSource database) throws Exception {
      assertThrows(ExecutionException.class, () -> stray.get(30, TimeUnit.SECONDS));
      TimeUnit.MILLISECONDS.sleep(1500);
      assertEquals(0, Rows.count(database));
    }
  }

  @Test
  void aStatementThatRunsWhenTheTestEndsReachesNoOther() {
    assertEquals(2, Launch.passed(Launch.of(Slow.class)));
  }
}
