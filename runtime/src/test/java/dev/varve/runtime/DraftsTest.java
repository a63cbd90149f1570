package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.Repair.Kind;
import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts that can't be replaced just so: nothing of them is run upon itself. */
@ParameterizedClass
@EnumSource(Engine.class)
class DraftsTest {
  private static final String V1 = "20260101000001_one";
  private static final String NONE = "-- varve:transaction none\n";
  private static final String VERSION = "20260101000001";

  @Parameter Engine engine;
  @TempDir Path temp;
  private DataSource source;
  private MigrationFolder folder;
  private Migrator migrator;

  @BeforeEach
  void open() throws Exception {
    source = Databases.create(engine, temp);
    folder = new MigrationFolder(temp.resolve("db"), engine).named("shop");
    migrator = Migrator.of(source).directory(folder.db()).allowDrafts();
    run("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, n INTEGER NOT NULL CHECK (n < 5))");
    run(
        "INSERT INTO t WITH RECURSIVE s (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i <"
            + " 500) SELECT i, 0 FROM s");
  }

  private void run(String sql) throws Exception {
    Databases.run(source, sql);
  }

  private List<String> rows(String sql) throws Exception {
    return Databases.rows(source, sql);
  }

  private static void refused(Executable call, String... parts) {
    String message = String.valueOf(assertThrows(MigrationException.class, call).getMessage());
    for (String part : parts) {
      assertTrue(message.contains(part), part + " in: " + message);
    }
  }

  private List<Kind> kinds() {
    return migrator.planRepair().stream().map(Repair::kind).toList();
  }

  private void forget() {
    migrator.repair(
        migrator.planRepair().stream().filter(repair -> repair.kind() == Kind.FORGET).toList());
  }

  private static String counting(int batch) {
    return NONE + "-- varve:backfill batch=" + batch + "\nUPDATE t SET n = n + 1 WHERE id > 0;";
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatHasStoppedBetweenTwoBatchesIsNotRunUponItself(boolean gone) throws Exception {
    String down = NONE + "-- varve:backfill\nUPDATE t SET n = n - 1 WHERE id > 0;";
    run("UPDATE t SET n = 4 WHERE id = 333");
    folder.draft(V1, counting(100), down);
    refused(migrator::up, "300 rows are done and stay");
    run("UPDATE t SET n = 0 WHERE id = 333");
    if (gone) {
      folder.remove(VERSION);
    } else {
      folder.draft(V1, counting(50), down);
    }
    refused(migrator::up, "some rows are changed", "back as it was", "repair(FORGET " + VERSION);
    assertEquals(List.of(Kind.FORGET), kinds());
    assertEquals(
        List.of("0|200", "1|300"), rows("SELECT n, count(*) FROM t GROUP BY n ORDER BY n"));

    folder.draft(V1, counting(100), down);
    migrator.up();
    assertEquals(List.of("1|500"), rows("SELECT n, count(*) FROM t GROUP BY n"));
    folder.draft(V1, counting(50), down);
    migrator.up();
    assertEquals(List.of("1|500"), rows("SELECT n, count(*) FROM t GROUP BY n"));
  }

  @Test
  void whereOnlyTheTableGoesHalfTheBatchesAreNoTrouble() throws Exception {
    String column = "ALTER TABLE t ADD COLUMN m int CHECK (m < 450);";
    folder
        .draft(V1, column, "ALTER TABLE t DROP COLUMN m;")
        .draft(
            "20260101000002_one_online",
            NONE + "-- varve:backfill batch=100\nUPDATE t SET m = id WHERE m IS NULL;",
            NONE + "SELECT 1;");
    if (engine == Engine.SQLITE) {
      // It can't drop a column that a CHECK names.
      folder.draft(V1, "ALTER TABLE t ADD COLUMN m int;", "ALTER TABLE t DROP COLUMN m;");
      run(
          "CREATE TRIGGER limited BEFORE UPDATE ON t WHEN new.id = 470 AND new.n = 0 BEGIN SELECT"
              + " raise(ABORT, 'no'); END");
    }
    refused(migrator::up, "400 rows are done");
    folder
        .draft(V1, column.replace("450", "45000"), "ALTER TABLE t DROP COLUMN m;")
        .draft(
            "20260101000002_one_online",
            NONE + "-- varve:backfill batch=100\nUPDATE t SET m = 7 WHERE m IS NULL;",
            NONE + "SELECT 1;");
    if (engine == Engine.SQLITE) {
      run("DROP TRIGGER limited");
      folder.draft(V1, "ALTER TABLE t ADD COLUMN m int;", "ALTER TABLE t DROP COLUMN m;");
    }
    migrator.up();
    assertEquals(List.of("7|500"), rows("SELECT m, count(*) FROM t GROUP BY m"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- IRREVERSIBLE: they stay\n"})
  void whatItsDownScriptDoesNotTakeBackIsNotAppliedAgain(String down) throws Exception {
    folder.draft(V1, "INSERT INTO t VALUES (-1, 0);", down);
    migrator.up();
    folder.draft(V1, "INSERT INTO t VALUES (-2, 0);", "DELETE FROM t WHERE id = -2;");
    refused(migrator::up, V1 + " cannot be replaced by itself", "repair(FORGET " + VERSION);
    assertEquals(List.of("-1"), rows("SELECT id FROM t WHERE id < 0"));

    folder.draft(V1, "INSERT INTO t VALUES (-1, 0);", "DELETE FROM t WHERE id = -1;");
    migrator.up();
    folder.draft(V1, "INSERT INTO t VALUES (-2, 0);", "DELETE FROM t WHERE id = -2;");
    migrator.up();
    assertEquals(List.of("-2"), rows("SELECT id FROM t WHERE id < 0"));
    assertTrue(migrator.status().upToDate());
  }

  @Test
  void aDraftWithoutAnyStatementLeavesNothingToReplace() throws Exception {
    folder.draft(V1, "", "");
    refused(migrator::up, "is a draft without a statement; write it");
    folder.draft(V1, "INSERT INTO t VALUES (-1, 0);", "DELETE FROM t WHERE id = -1;");
    migrator.up();
    assertEquals(List.of("-1"), rows("SELECT id FROM t WHERE id < 0"));
  }

  @Test
  void aWrongDownScriptIsCorrected() throws Exception {
    folder.draft(V1, "CREATE TABLE logg (x int);", "DROP TABLE lo_g;");
    migrator.up();
    refused(() -> migrator.down(1), "lo_g", "If the script is wrong: Put " + V1 + ".sql back");
    folder.draft(V1, "CREATE TABLE logg (x int);", "DROP TABLE logg;");
    assertEquals(1, migrator.down(1).done().size());
    assertEquals(List.of("t"), Databases.tables(source, engine));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDraftIsForgottenWhoseDownScriptFails(boolean gone) throws Exception {
    folder.draft(V1, "CREATE TABLE logg (x int);", NONE + "DROP TABLE lo_g;");
    migrator.up();
    if (gone) {
      folder.remove(VERSION);
    } else {
      folder.draft(V1, "CREATE TABLE log (x int);", "DROP TABLE log;");
    }
    refused(migrator::up, "lo_g", "If the script is wrong: ", "repair(FORGET " + VERSION);
    refused(migrator::up, "run down again first");
    run("DROP TABLE logg");
    forget();
    assertEquals(gone ? 0 : 1, migrator.up().done().size());
    assertEquals(gone ? List.of("t") : List.of("log", "t"), Databases.tables(source, engine));
  }

  private void stopInFlight(String up, String down) throws Exception {
    folder.draft(V1, NONE + up, down);
    migrator.up();
    run("UPDATE _varve_migrations SET state = 'running statement', statements_done = 0");
  }

  @Test
  void whatMayBeDoneIsRevertedWhereTheDownScriptAllowsIt() throws Exception {
    stopInFlight("CREATE TABLE a (x int);", NONE + "DROP TABLE IF EXISTS a;");
    folder.draft(V1, NONE + "CREATE TABLE b (x int);", NONE + "DROP TABLE IF EXISTS b;");
    MigrationStatus.Entry entry = migrator.status().entries().get(0);
    assertEquals(Optional.empty(), entry.interruption().orElseThrow().statement());
    assertEquals(List.of(Kind.FORGET), kinds());
    assertEquals(List.of(), migrator.status().problems());
    migrator.up();
    assertEquals(List.of("b", "t"), Databases.tables(source, engine));
  }

  @Test
  void anInvalidIndexGoesWithItsDraft() throws Exception {
    assumeTrue(engine == Engine.POSTGRESQL, "SQLite has none");
    String index = "CREATE UNIQUE INDEX CONCURRENTLY t_n_idx ON t (n)";
    assertThrows(SQLException.class, () -> run(index), "n is 0 in all rows");
    String invalid = "SELECT count(*) FROM pg_index WHERE NOT indisvalid";
    assertEquals(List.of("1"), rows(invalid));
    folder.draft(V1, NONE + "SELECT 1;", NONE + "DROP INDEX CONCURRENTLY IF EXISTS t_n_idx;");
    migrator.up();
    run("UPDATE _varve_migrations SET state = 'running statement', statements_done = 0");
    folder.draft(V1, NONE + "SELECT 2;", NONE + "SELECT 1;");
    migrator.up();
    assertEquals(List.of("0"), rows(invalid));
  }

  @Test
  void whatMayBeDoneIsLeftWhereTheDownScriptMayFail() throws Exception {
    stopInFlight("INSERT INTO t VALUES (-1, 0);", NONE + "DELETE FROM t WHERE id = -1;");
    folder.draft(V1, NONE + "INSERT INTO t VALUES (-2, 0);", NONE + "SELECT 1;");
    refused(migrator::up, "may be done or not", "say up(), which goes on", "repair(FORGET ");
    assertEquals(List.of(Kind.FORGET), kinds());
    run("DELETE FROM t WHERE id = -1");
    forget();
    migrator.up();
    assertEquals(List.of("-2"), rows("SELECT id FROM t WHERE id < 0"));
  }

  @Test
  void anotherDraftOfTheSameNameIsAnother() throws Exception {
    folder
        .draft("20260101000001_add_log", "CREATE TABLE a (x int);", "DROP TABLE a;")
        .draft("20260101000002_add_log_online", "CREATE TABLE b (x int);", "DROP TABLE b;")
        .draft("20260101000004_add_log", "CREATE TABLE c (x int);", "DROP TABLE c;");
    migrator.up();
    run("INSERT INTO a VALUES (7)");
    folder.draft("20260101000004_add_log", "CREATE TABLE d (x int);", "DROP TABLE d;");
    assertEquals(2, migrator.up().done().size());
    assertEquals(List.of("7"), rows("SELECT x FROM a"));
  }
}
