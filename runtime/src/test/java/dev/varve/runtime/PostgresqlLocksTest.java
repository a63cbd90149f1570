package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.MigrationName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that somebody else holds. */
class PostgresqlLocksTest {
  private static final String V1 = "20260101000001_one";
  private static final String V2 = "20260101000002_two";

  @TempDir Path temp;
  private UrlDataSource source;
  private Connection blocker;
  private MigrationFolder folder;
  private Migrator migrator;

  @BeforeEach
  void open() throws Exception {
    source = Databases.postgresql();
    blocker = new UrlDataSource(source.url() + "&ApplicationName=blocker").getConnection();
    folder = new MigrationFolder(temp.resolve("db"), Engine.POSTGRESQL);
    folder.sealed(V1, "CREATE TABLE a (x int);\nCREATE TABLE b (x int);", "DROP TABLE a, b;");
    migrator = Migrator.of(source).directory(folder.db());
    migrator.up();
    Databases.run(blocker, "BEGIN; SELECT * FROM a");
  }

  @AfterEach
  void close() throws Exception {
    blocker.close();
  }

  private String pid() throws SQLException {
    return Databases.rows(blocker, "SELECT pg_backend_pid()").get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- varve:transaction none\n"})
  void triesUntilTheTableIsFree(String directive) throws Exception {
    folder.sealed(
        V2,
        directive + "CREATE TABLE c (x int);\nALTER TABLE a ADD COLUMN y int;",
        directive + "DROP TABLE c;\nALTER TABLE a DROP COLUMN y;");
    List<String> told = new ArrayList<>();
    Migrator listening =
        migrator.listener(
            new MigrationListener() {
              @Override
              public void started(MigrationName migration, Direction direction) {
                told.add("started");
              }

              @Override
              public void waiting(Duration waited) {
                told.add("waiting");
                if (told.size() == 5) {
                  rollback();
                }
              }

              @Override
              public void finished(MigrationReport.Done done) {
                told.add("finished");
              }
            });
    listening.up();
    assertEquals(List.of("started", "waiting", "waiting", "waiting", "waiting", "finished"), told);
    assertEquals(List.of(), Databases.rows(source, "SELECT a.y, c.x FROM a, c"));
    Databases.run(blocker, "BEGIN; SELECT * FROM a");
    told.clear();
    listening.down(1);
    assertEquals(6, told.size(), told.toString());
  }

  private void rollback() {
    try {
      Databases.run(blocker, "ROLLBACK");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- varve:transaction none\n"})
  void whoHoldsItTooLongIsNamed(String directive) throws Exception {
    folder.sealed(
        V2,
        directive
            + "CREATE TABLE c (x int);\nALTER TABLE b ADD COLUMN y int;\nALTER TABLE a ADD COLUMN y int;",
        directive + "DROP TABLE c;");
    MigrationException e =
        assertThrows(MigrationException.class, migrator.lockTimeout(Duration.ofMillis(400))::up);
    assertEquals(Optional.of("55P03"), e.sqlState());
    String hint = e.hint().orElseThrow();
    assertTrue(
        hint.contains("Table a is locked (AccessShareLock) by server process " + pid()), hint);
    assertTrue(hint.contains("application \"blocker\""), hint);
    assertTrue(hint.contains("pg_terminate_backend(" + pid() + ")"), hint);
    String left = directive.isEmpty() ? "0" : "1";
    assertEquals(
        List.of(left),
        Databases.rows(source, "SELECT count(*) FROM pg_tables WHERE tablename = 'c'"));
    rollback();
    migrator.up();
    assertEquals(List.of(), Databases.rows(source, "SELECT a.y, b.y FROM a, b, c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- varve:transaction none\n"})
  void aDeadlockIsTriedAgainWithAllThatItUndid(String directive) throws Exception {
    Databases.run(source, "CREATE SEQUENCE tries");
    folder.sealed(
        V2,
        directive
            + "DO $$ BEGIN INSERT INTO b VALUES (7); IF nextval('tries') < 3 THEN"
            + " RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END IF; END $$;",
        "SELECT 1;");
    migrator.up();
    assertEquals(
        List.of("7|3"), Databases.rows(source, "SELECT x, (SELECT last_value FROM tries) FROM b"));
  }

  /** The blocker holds a and then wants b, while the migration holds b and wants a. */
  @ParameterizedTest
  @ValueSource(ints = {2, 300})
  void aRealDeadlockIsSurvived(int statements) throws Exception {
    folder.sealed(
        V2,
        "ALTER TABLE b ADD COLUMN y int;\n"
            + "INSERT INTO b VALUES (1);\n".repeat(statements)
            + "LOCK TABLE a;\nALTER TABLE a ADD COLUMN y int;",
        "ALTER TABLE a DROP COLUMN y;");
    Databases.run(blocker, "SET deadlock_timeout TO '10ms'; SET lock_timeout TO '20s'");
    CompletableFuture<MigrationReport> applier = CompletableFuture.supplyAsync(migrator::up);
    awaitRow("SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'a'::regclass");
    try {
      Databases.run(blocker, "SELECT * FROM b; COMMIT");
    } catch (SQLException e) {
      assertEquals("40P01", e.getSQLState()); // One of them has to give way: it may be this one.
      rollback();
    }
    assertEquals(1, applier.get(30, TimeUnit.SECONDS).done().size());
    assertEquals(
        List.of(Integer.toString(statements)), Databases.rows(source, "SELECT count(*) FROM b"));
  }

  private void awaitRow(String query) throws Exception {
    long limit = System.nanoTime() + 20_000_000_000L;
    while (Databases.rows(source, query).isEmpty()) {
      assertTrue(System.nanoTime() < limit, query);
      Thread.sleep(5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- varve:transaction none\n"})
  void aStatementThatTakesTooLongLeavesNothing(String directive) throws Exception {
    rollback();
    folder.sealed(
        V2, directive + "INSERT INTO a VALUES (1); SELECT pg_sleep(60);", "DELETE FROM a;");
    try (Connection connection = source.getConnection()) {
      Databases.run(connection, "SET statement_timeout TO '300ms'");
      Migrator given = Migrator.of(connection).directory(folder.db());
      MigrationException e = assertThrows(MigrationException.class, given::up);
      assertEquals(Optional.of("57014"), e.sqlState());
      assertEquals(Optional.of(V2 + ".sql"), e.file());
      assertEquals(List.of("300ms"), Databases.rows(connection, "SHOW statement_timeout"));
    }
    assertEquals(
        List.of(directive.isEmpty() ? "0" : "1"), Databases.rows(source, "SELECT count(*) FROM a"));
    assertEquals(
        List.of("0"),
        Databases.rows(
            source,
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"));
  }

  @Test
  void withoutAFreeConnectionNothingIsDone() throws Exception {
    String role = "few_" + source.url().replaceAll(".*/(test_\\d+).*", "$1");
    Databases.run(source, "CREATE ROLE " + role + " LOGIN CONNECTION LIMIT 1");
    String url = source.url().replace("user=postgres", "user=" + role);
    folder.sealed(V2, "CREATE TABLE c (x int);", "DROP TABLE c;");
    Migrator few = Migrator.of(new UrlDataSource(url)).directory(folder.db());
    try (Connection only = new UrlDataSource(url).getConnection()) {
      assertTrue(only.isValid(1));
      MigrationException e = assertThrows(MigrationException.class, few::up);
      assertEquals(Optional.of("53300"), e.sqlState());
      assertTrue(String.valueOf(e.getMessage()).contains("too many connections"), e.getMessage());
    }
  }

  /** Both hold it, one of them waits for the other; behind them all others queue. */
  @Test
  void everyoneWhoHoldsItIsNamedWithSinceWhen() throws Exception {
    try (Connection second =
        new UrlDataSource(source.url() + "&ApplicationName=second").getConnection()) {
      Databases.run(second, "BEGIN; SELECT 1 AS query_of_the_second FROM a");
      folder.sealed(V2, "ALTER TABLE a ADD COLUMN y int;", "ALTER TABLE a DROP COLUMN y;");
      MigrationException e =
          assertThrows(MigrationException.class, migrator.lockTimeout(Duration.ofMillis(300))::up);
      String hint = e.hint().orElseThrow();
      for (String part :
          List.of(
              "application \"blocker\"",
              "application \"second\"",
              "user postgres",
              "query_of_the_second",
              "in a transaction since")) {
        assertTrue(hint.contains(part), part + " in: " + hint);
      }
    }
  }
}
