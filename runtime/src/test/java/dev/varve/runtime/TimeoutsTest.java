package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How long statements and their locks may take, as scripts and callers say. */
class TimeoutsTest {
  private static final String NONE = "-- varve:transaction none\n";
  private static final String SLOW = "-- varve:statement_timeout 200ms\n";

  @TempDir Path temp;

  private static String forEver(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> "SELECT pg_sleep(600);";
      case SQLITE ->
          "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c;";
    };
  }

  private Migrator migrator(Engine engine, DataSource source, String up) throws Exception {
    MigrationFolder folder = new MigrationFolder(temp.resolve("db"), engine);
    folder.sealed("20260101000001_one", up, "SELECT 1;");
    return Migrator.of(source).directory(folder.db());
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRESQL,false,true",
    "POSTGRESQL,false,false",
    "POSTGRESQL,true,true",
    "POSTGRESQL,true,false",
    "SQLITE,false,true",
    "SQLITE,false,false",
    "SQLITE,true,true",
    "SQLITE,true,false",
  })
  void aStatementThatTakesTooLongIsStopped(Engine engine, boolean alone, boolean directive)
      throws Exception {
    DataSource source = Databases.create(engine, temp);
    String head = (alone ? NONE : "") + (directive ? SLOW : "");
    Migrator migrator =
        migrator(engine, source, head + "CREATE TABLE a (x int);\n" + forEver(engine));
    Migrator limited =
        directive
            ? migrator.statementTimeout(Duration.ofHours(1))
            : migrator.statementTimeout(Duration.ofMillis(200));
    MigrationException e = assertThrows(MigrationException.class, limited::up);
    // Of several statements in one string PostgreSQL doesn't say which was stopped.
    boolean known = alone || engine == Engine.SQLITE;
    assertEquals(known ? head.lines().count() + 2 : 0, e.line());
    String said = String.valueOf(e.getMessage());
    assertTrue(said.contains("took longer than"), said);
    assertEquals(
        alone ? List.of("a") : List.of(), Databases.tables(source, engine), "what stays of it");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsQuickEnoughIsNot(Engine engine) throws Exception {
    DataSource source = Databases.create(engine, temp);
    migrator(engine, source, "-- varve:statement_timeout 1h\nCREATE TABLE a (x int);").up();
    assertEquals(List.of("a"), Databases.tables(source, engine));
  }

  /** SQLite computes a row when it is asked for. */
  @ParameterizedTest
  @EnumSource
  void aQueryThatHasALimitIsRunToItsLastRow(Engine engine) throws Exception {
    DataSource source = Databases.create(engine, temp);
    Databases.run(source, "CREATE TABLE t (x int)");
    Databases.run(source, "INSERT INTO t VALUES (1), (0)");
    String failsAtTheLast =
        switch (engine) {
          case POSTGRESQL -> "SELECT 1 / x FROM t;";
          case SQLITE -> "SELECT json(iif(x = 0, '{', '1')) FROM t;";
        };
    Migrator migrator = migrator(engine, source, NONE + failsAtTheLast);
    MigrationException e =
        assertThrows(MigrationException.class, migrator.statementTimeout(Duration.ofHours(1))::up);
    assertEquals(2, e.line());
  }

  @Test
  void theScriptsLimitIsForNoOther() throws Exception {
    DataSource source = Databases.create(Engine.POSTGRESQL, temp);
    String note =
        "INSERT INTO limits VALUES (current_setting('statement_timeout'),"
            + " current_setting('lock' || '_timeout'));\n";
    Databases.run(source, "CREATE TABLE limits (statement text, lock text)");
    MigrationFolder folder = new MigrationFolder(temp.resolve("db"), Engine.POSTGRESQL);
    String both = "-- varve:statement_timeout 5m\n-- varve:lock_timeout 7s\n";
    folder
        .sealed("20260101000001_one", both + note, "SELECT 1;")
        .sealed("20260101000002_two", NONE + both + note + "VACUUM limits;\n" + note, "SELECT 1;")
        .sealed("20260101000003_three", NONE + "-- varve:statement_timeout 0\n" + note, "SELECT 1;")
        .sealed("20260101000004_four", note, "SELECT 1;");
    try (Connection connection = source.getConnection()) {
      Databases.run(connection, "SET statement_timeout = '90s'");
      Migrator.of(connection).directory(folder.db()).up();
      assertEquals(List.of("90s"), Databases.rows(connection, "SHOW statement_timeout"));
    }
    assertEquals(
        List.of("5min|7s", "5min|7s", "5min|7s", "0|1min", "90s|100ms"),
        Databases.rows(source, "SELECT * FROM limits"));
  }

  @Test
  void aBatchThatTakesTooLongIsTriedWithFewerRows() throws Exception {
    DataSource source = Databases.create(Engine.POSTGRESQL, temp);
    Databases.run(source, "CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL)");
    Databases.run(source, "INSERT INTO t SELECT i, 0 FROM generate_series(1, 1000) i");
    // Only a large batch is slow.
    Databases.run(
        source,
        "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            + " IF (SELECT count(*) FROM changed) > 300 THEN PERFORM pg_sleep(600); END IF;"
            + " RETURN NULL; END $$");
    Databases.run(
        source,
        "CREATE TRIGGER slow AFTER UPDATE ON t REFERENCING NEW TABLE AS changed FOR EACH STATEMENT"
            + " EXECUTE FUNCTION slow()");
    String up = SLOW + NONE + "-- varve:backfill\nUPDATE t SET n = n + 1;";
    migrator(Engine.POSTGRESQL, source, up).up();
    assertEquals(List.of("1|1000"), Databases.rows(source, "SELECT n, count(*) FROM t GROUP BY n"));

    Databases.run(source, "ALTER TABLE t ADD CHECK (n < 2 OR pg_sleep(n) IS NOT NULL)");
    MigrationFolder folder = new MigrationFolder(temp.resolve("db"), Engine.POSTGRESQL);
    folder.sealed("20260101000001_one", up, "SELECT 1;");
    folder.sealed("20260101000002_two", up, "SELECT 1;");
    Migrator stuck = Migrator.of(source).directory(folder.db());
    MigrationException e = assertThrows(MigrationException.class, stuck::up);
    assertEquals(Optional.of("57014"), e.sqlState());
    assertEquals(List.of("1|1000"), Databases.rows(source, "SELECT n, count(*) FROM t GROUP BY n"));
  }

  @Test
  void aRowThatOthersHoldIsWaitedForAndWhoHoldsItIsNamed() throws Exception {
    DataSource source = Databases.create(Engine.POSTGRESQL, temp);
    Databases.run(source, "CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL)");
    Databases.run(source, "INSERT INTO t SELECT i, 0 FROM generate_series(1, 1000) i");
    try (Connection other = source.getConnection()) {
      Databases.run(
          other, "BEGIN; SET application_name TO 'holder'; UPDATE t SET n = 0 WHERE id = 700");
      String up = NONE + "-- varve:backfill batch=100 pause=0\nUPDATE t SET n = n + 1;";
      Migrator migrator = migrator(Engine.POSTGRESQL, source, up);
      MigrationException e =
          assertThrows(MigrationException.class, migrator.lockTimeout(Duration.ofMillis(500))::up);
      assertEquals(Optional.of("55P03"), e.sqlState());
      String hint = e.hint().orElse("");
      assertTrue(hint.contains("Table t is locked (RowExclusiveLock)"), hint);
      assertTrue(hint.contains("application \"holder\""), hint);
      assertTrue(hint.contains("600 rows are done"), hint);
      Databases.run(other, "COMMIT");
      migrator.up();
    }
    assertEquals(List.of("1|1000"), Databases.rows(source, "SELECT n, count(*) FROM t GROUP BY n"));
  }
}
