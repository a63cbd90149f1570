package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Appliers in several JVMs. */
class ProcessesTest {
  private static final String TWICE_OR_NEVER =
      "SELECT count(*), count(DISTINCT n), max(n) FROM log";

  @TempDir Path temp;

  @ParameterizedTest
  @EnumSource
  void twoJvmsApplyEachMigrationOnce(Engine engine) throws Exception {
    UrlDataSource source = (UrlDataSource) Databases.create(engine, temp);
    MigrationFolder folder = new MigrationFolder(temp.resolve("db"), engine);
    for (int i = 10; i < 40; i++) {
      folder.sealed(
          "202601010000" + i + "_m", "CREATE TABLE t" + i + " (x int);", "DROP TABLE t" + i + ";");
    }
    Process one = ApplierProcess.start(source.url(), folder.db());
    Process two = ApplierProcess.start(source.url(), folder.db());
    String first = ApplierProcess.awaitLine(one, "done ");
    String second = ApplierProcess.awaitLine(two, "done ");
    assertEquals(30, Integer.parseInt(first.substring(5)) + Integer.parseInt(second.substring(5)));
    assertEquals(30, Databases.tables(source, engine).size());
    assertEquals(0, one.waitFor());
    assertEquals(0, two.waitFor());
  }

  @ParameterizedTest
  @EnumSource
  void aKilledApplierLeavesNoLockAndNothingHalfDone(Engine engine) throws Exception {
    UrlDataSource source = (UrlDataSource) Databases.create(engine, temp);
    MigrationFolder folder = new MigrationFolder(temp.resolve("db"), engine);
    Databases.run(source, "CREATE TABLE slow (n bigint)");
    Databases.run(source, "INSERT INTO slow VALUES (1000000000000)");
    String takesLong =
        switch (engine) {
          case POSTGRESQL -> "SELECT pg_sleep(600) FROM slow;";
          case SQLITE ->
              "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c, slow WHERE x < n)"
                  + " SELECT max(x) FROM c;";
        };
    folder
        .sealed("20260101000001_one", "CREATE TABLE a (x int);", "DROP TABLE a;")
        .sealed("20260101000002_two", "CREATE TABLE b (x int);\n" + takesLong, "DROP TABLE b;");
    Process applier = ApplierProcess.start(source.url(), folder.db());
    ApplierProcess.awaitLine(applier, "started 20260101000002");
    applier.destroyForcibly().waitFor();

    Migrator migrator =
        Migrator.of(source).directory(folder.db()).lockTimeout(Duration.ofSeconds(30));
    assertEquals(List.of("a", "slow"), Databases.tables(source, engine));
    Databases.run(source, "DELETE FROM slow");
    assertEquals(1, migrator.up().done().size());
    assertEquals(List.of("a", "b", "slow"), Databases.tables(source, engine));
    assertTrue(migrator.status().upToDate());
  }

  private static String inserts(int count) {
    StringBuilder up = new StringBuilder("-- varve:transaction none\nPRAGMA foreign_keys = OFF;\n");
    for (int i = 0; i < count; i++) {
      up.append(i == count / 2 ? "VACUUM;\n" : "");
      up.append("INSERT INTO log VALUES (").append(i).append(");\n");
    }
    return up.append("PRAGMA foreign_keys = ON;").toString();
  }

  @Test
  void twoJvmsRunEachStatementOnceOnSqlite() throws Exception {
    UrlDataSource source = (UrlDataSource) Databases.create(Engine.SQLITE, temp);
    MigrationFolder folder = new MigrationFolder(temp.resolve("db"), Engine.SQLITE);
    Databases.run(source, "CREATE TABLE log (n INTEGER)");
    folder
        .sealed("20260101000001_one", inserts(300), "DELETE FROM log;")
        .sealed("20260101000002_two", "CREATE TABLE b (x);", "DROP TABLE b;");
    Process one = ApplierProcess.start(source.url(), folder.db());
    Process two = ApplierProcess.start(source.url(), folder.db());
    String first = ApplierProcess.awaitLine(one, "done ");
    String second = ApplierProcess.awaitLine(two, "done ");
    assertEquals(List.of("300|300|299"), Databases.rows(source, TWICE_OR_NEVER));
    assertEquals(2, Integer.parseInt(first.substring(5)) + Integer.parseInt(second.substring(5)));
    assertEquals(0, one.waitFor());
    assertEquals(0, two.waitFor());
    assertTrue(Migrator.of(source).directory(folder.db()).status().upToDate());
  }

  @Test
  void aKilledApplierRepeatsNoStatementOnSqlite() throws Exception {
    UrlDataSource source = (UrlDataSource) Databases.create(Engine.SQLITE, temp);
    MigrationFolder folder = new MigrationFolder(temp.resolve("db"), Engine.SQLITE);
    Databases.run(source, "CREATE TABLE log (n INTEGER)");
    // Who reads between two of many commits may have to wait for long on a machine that is busy.
    UrlDataSource reader = new UrlDataSource(source.url() + "&busy_timeout=60000");
    folder.sealed("20260101000001_one", inserts(2000), "DELETE FROM log;");
    for (int kills = 0; kills < 3; kills++) {
      Process applier = ApplierProcess.start(source.url(), folder.db());
      ApplierProcess.awaitLine(applier, "started ");
      int before = Integer.parseInt(Databases.rows(reader, "SELECT count(*) FROM log").get(0));
      while (Integer.parseInt(Databases.rows(reader, "SELECT count(*) FROM log").get(0))
          < before + 20) {
        assertTrue(applier.isAlive(), "it is done before it could be killed");
      }
      applier.destroyForcibly().waitFor();
    }
    Migrator.of(source).directory(folder.db()).lockTimeout(Duration.ofSeconds(30)).up();
    assertEquals(List.of("2000|2000|1999"), Databases.rows(reader, TWICE_OR_NEVER));
  }
}
