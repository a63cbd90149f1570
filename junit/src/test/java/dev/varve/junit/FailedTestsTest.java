package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.varve.junit.shop.ShopSeed;
import dev.varve.runtime.format.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What is left of a test that has failed. */
class FailedTestsTest {
  private static final Pattern URL = Pattern.compile("kept: (jdbc:\\S+)");

  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  abstract static class Sample {
    @Test
    @Order(1)
    void fails(ShopSeed seed, RandomSeed random) {
      seed.customer(c -> c.email("ann@shop.test"));
      fail("as it should, with " + random.value());
    }

    @Test
    @Order(2)
    void findsNothingOfIt(Connection connection) throws SQLException {
      assertEquals(0, Rows.count(connection, "customers"));
    }
  }

  @VarveTest(seed = 7)
  static class SqliteSample extends Sample {}

  @VarveTest(isolation = Isolation.ROLLBACK, seed = 7)
  static class SqliteRollback extends Sample {}

  @VarveTest(database = Engine.POSTGRESQL, seed = 7)
  static class PostgresSample extends Sample {}

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.ROLLBACK, seed = 7)
  static class PostgresRollback extends Sample {}

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.CLONE, seed = 7)
  static class PostgresClone extends Sample {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        SqliteSample.class,
        SqliteRollback.class,
        PostgresSample.class,
        PostgresRollback.class,
        PostgresClone.class
      })
  void itsDatabaseIsKeptAndSaidWithItsRows(Class<?> sample) throws SQLException {
    Throwable failure = Launch.failure(Launch.of(sample));
    assertEquals("as it should, with 7", failure.getMessage());
    String said = failure.getSuppressed()[0].toString();
    assertTrue(said.contains("customers: 1 row\n  id=1, email=ann@shop.test"), said);
    assertTrue(said.contains("-Dvarve.test.seed=7"), said);
    try (Connection connection = DriverManager.getConnection(url(said))) {
      assertEquals(1, Rows.count(connection, "customers"));
    }
  }

  private static String url(String said) {
    Matcher matcher = URL.matcher(said);
    assertTrue(matcher.find(), said);
    return matcher.group(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's a folder", "a \"quoted\" one", "50%41 ünï # 1"})
  void itIsKeptWhateverTheFolderIsCalled(String name, @TempDir Path temporary) throws Exception {
    Path folder = temporary.resolve(name);
    Files.createDirectories(folder.resolve("target"));
    try (Child child = Child.startIn(folder, SqliteSample.class, "")) {
      String said = child.finish();
      assertTrue(said.startsWith("1 failed"), said);
      Path file = folder.resolve("target/varve-test/" + SqliteSample.class.getName() + ".fails.db");
      assertTrue(said.contains("kept: jdbc:sqlite:" + file), said);
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
        assertEquals(1, Rows.count(connection, "customers"));
      }
    }
  }

  @VarveTest
  @ParameterizedClass
  @ValueSource(ints = {1, 2})
  static class Invocations {
    private final int rows;

    Invocations(int rows) {
      this.rows = rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20})
    void fails(int more, ShopSeed seed) {
      seed.customers(rows + more);
      fail(Integer.toString(rows + more));
    }
  }

  @Test
  void eachInvocationHasADatabaseOfItsOwnKept() throws SQLException {
    List<Throwable> failures = Launch.failures(Launch.of(Invocations.class));
    assertEquals(4, failures.size());
    for (Throwable failure : failures) {
      String url = url(failure.getSuppressed()[0].toString());
      try (Connection connection = DriverManager.getConnection(url)) {
        int rows = Rows.count(connection, "customers");
        assertEquals(failure.getMessage(), Integer.toString(rows), url);
      }
    }
  }

  @Test
  void theRandomSeedOfARunIsRepeatedByAProperty() {
    Throwable failure = Launch.failure(Launch.of(SqliteSample.class, "varve.test.seed", "41"));
    assertEquals("as it should, with 41", failure.getMessage());
    Throwable other = Launch.failures(Launch.of(SqliteSample.class, "varve.test.seed", "x")).get(0);
    assertTrue(other.toString().contains("write a number, or random"), other.toString());
  }

  @Test
  void nothingIsKeptWhereThatIsSaid() {
    Throwable failure = Launch.failure(Launch.of(SqliteSample.class, "varve.test.keep", "false"));
    String said = failure.getSuppressed()[0].toString();
    assertFalse(URL.matcher(said).find(), said);
    assertTrue(said.contains("customers: 1 row"), said);
  }

  abstract static class FailingClass {
    @BeforeAll
    static void fails(ShopSeed seed, RandomSeed random) {
      seed.customer(c -> c.email("ann@shop.test"));
      fail("as it should, with " + random.value());
    }

    @Test
    void never(ShopSeed seed) {
      seed.customer();
    }
  }

  @VarveTest(seed = 7)
  static class FailingOnSqlite extends FailingClass {}

  @VarveTest(database = Engine.POSTGRESQL, seed = 7)
  static class FailingOnPostgres extends FailingClass {}

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.ROLLBACK, seed = 7)
  static class FailingInRollback extends FailingClass {}

  @ParameterizedTest
  @ValueSource(classes = {FailingOnSqlite.class, FailingOnPostgres.class, FailingInRollback.class})
  void whatAClassInsertedBeforeItFailedIsKeptToo(Class<?> sample) throws SQLException {
    itsDatabaseIsKeptAndSaidWithItsRows(sample);
  }

  @VarveTest
  static class Aborted {
    @Test
    void isNoFailure(ShopSeed seed) {
      seed.customer();
      abort("for a reason");
    }
  }

  @Test
  void anAbortedTestHasNotFailed() {
    assertEquals(List.of(), Launch.failures(Launch.of(Aborted.class)));
  }

  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  abstract static class Factory {
    @TestFactory
    @Order(1)
    Stream<DynamicTest> tests(ShopSeed seed, Connection connection) {
      return Stream.of(
          dynamicTest("fails", () -> fail(seed.customer().email())),
          dynamicTest("fails too", () -> fail(seed.customer().email())),
          dynamicTest("passes", () -> assertEquals(2, Rows.count(connection, "customers"))));
    }

    @Test
    @Order(2)
    void findsNothingOfIt(Connection connection) throws SQLException {
      assertEquals(0, Rows.count(connection, "customers"));
    }
  }

  @VarveTest
  static class SqliteFactory extends Factory {}

  @VarveTest(isolation = Isolation.ROLLBACK)
  static class SqliteRollbackFactory extends Factory {}

  @VarveTest(database = Engine.POSTGRESQL)
  static class PostgresFactory extends Factory {}

  @VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.ROLLBACK)
  static class PostgresRollbackFactory extends Factory {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        SqliteFactory.class,
        SqliteRollbackFactory.class,
        PostgresFactory.class,
        PostgresRollbackFactory.class
      })
  void aFactorysTestHasItsDatabaseKeptTooAndTheNextGoesOnInIt(Class<?> sample) {
    EngineExecutionResults results = Launch.of(sample);
    List<Throwable> failures = Launch.failures(results);
    assertEquals(2, failures.size(), failures.toString());
    assertEquals(2, results.testEvents().succeeded().count());
    for (int rows = 1; rows <= 2; rows++) {
      Throwable failure = failures.get(rows - 1);
      assertEquals(1, failure.getSuppressed().length, failure.toString());
      String said = failure.getSuppressed()[0].toString();
      assertTrue(said.contains("customers: " + rows + " row"), said);
    }
  }
}
