package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.junit.shop.Country;
import dev.varve.junit.shop.Customer;
import dev.varve.junit.shop.ShopSeed;
import dev.varve.runtime.format.Engine;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are there before any test. */
class BaselineTest {
  static final class Regulars implements Baseline {
    @Override
    public void fill(DataSource database) {
      ShopSeed seed = ShopSeed.of(database);
      seed.add(new Country("DE", "Germany"));
      seed.customer(c -> c.email("ann@shop.test"));
    }
  }

  abstract static class Sample {
    @RepeatedTest(3)
    void regularsAreThere(ShopSeed seed, DataSource database) throws SQLException {
      assertEquals(2, Rows.count(database));
      Rows.execute(database, "UPDATE customers SET email = 'changed'", "DELETE FROM countries");
      Customer next = seed.customer();
      assertEquals(2, next.id());
    }
  }

  @VarveTest(baseline = Regulars.class)
  static class SqliteWorker extends Sample {}

  @VarveTest(baseline = Regulars.class, isolation = Isolation.CLONE)
  static class SqliteClone extends Sample {}

  @VarveTest(baseline = Regulars.class, isolation = Isolation.ROLLBACK)
  static class SqliteRollback extends Sample {}

  @VarveTest(baseline = Regulars.class, database = Engine.POSTGRESQL)
  static class PostgresWorker extends Sample {}

  @VarveTest(
      baseline = Regulars.class,
      database = Engine.POSTGRESQL,
      isolation = Isolation.CLONE,
      migrate = true)
  static class PostgresClone extends Sample {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        SqliteWorker.class,
        SqliteClone.class,
        SqliteRollback.class,
        PostgresWorker.class,
        PostgresClone.class
      })
  void eachTestFindsTheRowsOfTheBaselineAsTheyWere(Class<?> sample) {
    assertEquals(3, Launch.passed(Launch.of(sample)));
  }

  abstract static class Migrated {
    @RepeatedTest(2)
    void theHistoryStays(ShopSeed seed, DataSource database) throws SQLException {
      assertEquals(1, Rows.count(database, "_varve_migrations"));
      seed.customer();
      assertEquals(1, Rows.count(database));
    }
  }

  @VarveTest(migrate = true)
  static class SqliteMigrated extends Migrated {}

  @VarveTest(migrate = true, database = Engine.POSTGRESQL)
  static class PostgresMigrated extends Migrated {}

  @ParameterizedTest
  @ValueSource(classes = {SqliteMigrated.class, PostgresMigrated.class})
  void migrationsMayMakeTheTablesAndTheirHistoryStays(Class<?> sample) {
    assertEquals(2, Launch.passed(Launch.of(sample)));
  }

  static final class Broken implements Baseline {
    @Override
    public void fill(DataSource database) throws SQLException {
      Rows.execute(database, "INSERT INTO nowhere VALUES (1)");
    }
  }

  @VarveTest(baseline = Broken.class)
  static class OnBroken {
    @Test
    void never(ShopSeed seed) {
      seed.customer();
    }
  }

  @Test
  void aBaselineThatFailsIsNamed() {
    String message = Launch.failure(Launch.of(OnBroken.class)).toString();
    assertTrue(message.contains("Broken"), message);
    assertTrue(message.contains("nowhere"), message);
  }
}
