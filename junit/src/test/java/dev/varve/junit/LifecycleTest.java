package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.varve.junit.shop.Country;
import dev.varve.junit.shop.ShopSeed;
import dev.varve.runtime.format.Engine;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where in a class's life databases come and go. */
class LifecycleTest {
  @VarveTest
  static class Injected {
    private final ShopSeed seed;
    private final DataSource database;

    Injected(ShopSeed seed, DataSource database) {
      this.seed = seed;
      this.database = database;
    }

    @BeforeEach
    void insert(ShopSeed same) {
      assertSame(seed, same);
      same.customer();
    }

    @RepeatedTest(2)
    void test(Connection connection) throws SQLException {
      seed.customer();
      assertEquals(2, Rows.count(connection, "customers"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void parameters(int more, DataSource same) throws SQLException {
      for (int i = 0; i < more; i++) {
        seed.customer();
      }
      assertEquals(1 + more, Rows.count(same, "customers"));
    }

    @AfterEach
    void stillThere(DataSource same) throws SQLException {
      assertSame(database, same);
      assertEquals(true, Rows.count(same, "customers") > 1);
    }
  }

  @Test
  void constructorsTestsAndLifecycleMethodsOfOneTestHaveOneDatabase() {
    assertEquals(5, Launch.passed(Launch.of(Injected.class)));
  }

  abstract static class Countries {
    @BeforeAll
    static void germany(ShopSeed seed) {
      seed.add(new Country("DE", "Germany"));
    }

    @RepeatedTest(3)
    void germanyAndOneMore(ShopSeed seed, DataSource database) throws SQLException {
      assertEquals(1, Rows.count(database));
      seed.add(new Country("NO", "Norway"));
      assertEquals(2, Rows.count(database));
    }

    @Nested
    class AndFrance {
      @BeforeEach
      void france(ShopSeed seed) {
        seed.add(new Country("FR", "France"));
      }

      @RepeatedTest(2)
      void three(ShopSeed seed, DataSource database) throws SQLException {
        assertEquals(2, Rows.count(database));
        seed.country();
      }
    }

    @AfterAll
    static void onlyGermany(DataSource database) throws SQLException {
      assertEquals(1, Rows.count(database));
    }
  }

  @VarveTest
  static class SqliteCountries extends Countries {}

  @VarveTest(database = Engine.POSTGRESQL)
  static class PostgresCountries extends Countries {}

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.CLONE)
  static class ClonedCountries extends Countries {}

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.ROLLBACK)
  static class RolledBackCountries extends Countries {}

  @VarveTest(isolation = Isolation.ROLLBACK)
  static class SqliteRolledBackCountries extends Countries {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        SqliteCountries.class,
        PostgresCountries.class,
        ClonedCountries.class,
        RolledBackCountries.class,
        SqliteRolledBackCountries.class
      })
  void whatBeforeAllInsertsIsThereInEachTestAndInNestedClasses(Class<?> sample) {
    assertEquals(5, Launch.passed(Launch.of(sample)));
    assertEquals(5, Launch.passed(Launch.inParallel(sample)));
  }

  abstract static class OneInstance {
    private final ShopSeed seed;
    private final Connection connection;

    OneInstance(ShopSeed seed, Connection connection) {
      this.seed = seed;
      this.connection = connection;
    }

    @RepeatedTest(3)
    void alone(DataSource database) throws SQLException {
      seed.customer();
      assertEquals(1, Rows.count(connection, "customers"));
      assertEquals(1, Rows.count(database, "customers"));
    }
  }

  @VarveTest
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class SqliteInstance extends OneInstance {
    SqliteInstance(ShopSeed seed, Connection connection) {
      super(seed, connection);
    }
  }

  @VarveTest(database = Engine.POSTGRESQL)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class PostgresInstance extends OneInstance {
    PostgresInstance(ShopSeed seed, Connection connection) {
      super(seed, connection);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {SqliteInstance.class, PostgresInstance.class})
  void whatOneInstanceForAllTestsKeepsLeadsToTheTestsDatabase(Class<?> sample) {
    assertEquals(3, Launch.passed(Launch.of(sample)));
  }

  @VarveTest
  static class Factory {
    @TestFactory
    Stream<DynamicTest> customers(ShopSeed seed, DataSource database) {
      return Stream.of(1, 2, 3)
          .map(
              n ->
                  dynamicTest(
                      n + " customers",
                      () -> {
                        seed.customer();
                        assertEquals(n, Rows.count(database));
                      }));
    }
  }

  @Test
  void testsOfAFactoryShareItsDatabase() {
    assertEquals(3, Launch.passed(Launch.of(Factory.class)));
  }

  @Retention(RetentionPolicy.RUNTIME)
  @VarveTest(isolation = Isolation.CLONE, baseline = Germany.class)
  @interface ShopTest {}

  static final class Germany implements Baseline {
    @Override
    public void fill(DataSource database) {
      ShopSeed.of(database).add(new Country("DE", "Germany"));
    }
  }

  @ShopTest
  static class Composed {
    @Test
    void germanyIsThere(DataSource database) throws SQLException {
      assertEquals(1, Rows.count(database));
    }

    @Nested
    class Inside {
      @Test
      void too(DataSource database) throws SQLException {
        assertEquals(1, Rows.count(database));
      }

      @Nested
      @VarveTest
      class WithAnotherAnnotation {
        @Test
        void thatOneCountsAsAWhole(DataSource database) throws SQLException {
          assertEquals(0, Rows.count(database));
        }
      }
    }
  }

  @Test
  void anAnnotationOnAnAnnotationAndOnAnEnclosingClassCounts() {
    assertEquals(3, Launch.passed(Launch.of(Composed.class)));
  }
}
