package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements without a transaction, and what is left of them when they are stopped. */
class PostgresqlSingleTest {
  private static final String V1 = "20260101000001_one";
  private static final String V2 = "20260101000002_two";
  private static final String NONE = "-- varve:transaction none\n";
  private static final String INDEX = "CREATE INDEX CONCURRENTLY a_x_idx ON a (x) WHERE x > 0;";
  private static final String UNIQUE = "CREATE UNIQUE INDEX CONCURRENTLY a_x_key ON a (lower(y));";
  private static final String SNAPSHOT =
      "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM pg_class LIMIT 1";

  @TempDir Path temp;
  private UrlDataSource source;
  private Connection other;
  private MigrationFolder folder;
  private Migrator migrator;

  @BeforeEach
  void open() throws Exception {
    source = Databases.postgresql();
    other = source.getConnection();
    folder = new MigrationFolder(temp.resolve("db"), Engine.POSTGRESQL);
    folder.sealed(
        V1,
        "CREATE TABLE a (x int, y text);\nINSERT INTO a SELECT i, i FROM generate_series(1, 9) i;",
        "DROP TABLE a;");
    migrator = Migrator.of(source).directory(folder.db());
    migrator.up();
  }

  @AfterEach
  void close() throws Exception {
    other.close();
  }

  private MigrationException refused() {
    return assertThrows(MigrationException.class, migrator::up);
  }

  private static void assertSays(MigrationException e, String... parts) {
    for (String part : parts) {
      assertTrue(String.valueOf(e.getMessage()).contains(part), part + " in: " + e.getMessage());
    }
  }

  private void run(String sql) throws SQLException {
    Databases.run(source, sql);
  }

  private List<String> rows(String sql) throws SQLException {
    return Databases.rows(source, sql);
  }

  private void assertHistory(String state) throws SQLException {
    assertEquals(
        List.of(state),
        rows(
            "SELECT state, statements_done FROM _varve_migrations WHERE version ="
                + " '20260101000002'"));
  }

  /** As an applier leaves it that is killed while its first statement runs, or right after it. */
  private void killedAtStatement(String state) throws SQLException {
    run(
        "UPDATE _varve_migrations SET state = '"
            + state
            + "', statements_done = 0 WHERE version = '20260101000002'");
  }

  private List<String> indexes() throws SQLException {
    return rows(
        "SELECT indexrelid::regclass, indisvalid FROM pg_index WHERE indrelid = 'a'::regclass");
  }

  private static CompletableFuture<Void> async(Executable call) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            call.run();
          } catch (SQLException e) {
            throw new CompletionException(e);
          }
        });
  }

  @FunctionalInterface
  private interface Executable {
    void run() throws SQLException;
  }

  /** Waits for a build to wait for the old snapshot, which it does after all else. */
  private String builder() throws SQLException {
    while (true) {
      List<String> pids =
          rows(
              "SELECT pid FROM pg_stat_progress_create_index WHERE phase LIKE 'waiting%' AND datname"
                  + " = current_database()");
      if (!pids.isEmpty()) {
        return pids.get(0);
      }
    }
  }

  @Test
  void aBuildThatIsKilledIsDoneAgainByTheNextRun() throws Exception {
    folder.sealed(V2, NONE + INDEX, NONE + "DROP INDEX CONCURRENTLY a_x_idx;");
    Databases.run(other, SNAPSHOT);
    CompletableFuture<MigrationException> failure = CompletableFuture.supplyAsync(this::refused);
    run("SELECT pg_terminate_backend(" + builder() + ")");
    assertEquals(Optional.of("57P01"), failure.join().sqlState());
    assertEquals(List.of("a_x_idx|f"), indexes());
    assertHistory("running statement|0");
    assertTrue(migrator.status().entries().get(1).toString().contains("interrupted"));

    Databases.run(other, "ROLLBACK");
    assertEquals(1, migrator.up().done().size());
    assertEquals(List.of("a_x_idx|t"), indexes());
    assertHistory("applied|1");
    migrator.down(1);
    assertEquals(List.of(), indexes());
  }

  @Test
  void aBuildThatWasDoneButNotNotedIsNotRepeated() throws Exception {
    folder.sealed(V2, NONE + INDEX, NONE + "DROP INDEX CONCURRENTLY a_x_idx;");
    migrator.up();
    List<String> oid = rows("SELECT 'a_x_idx'::regclass::oid");
    killedAtStatement("running statement");
    migrator.up();
    assertEquals(oid, rows("SELECT 'a_x_idx'::regclass::oid"));
    assertHistory("applied|1");

    killedAtStatement("running statement");
    run("DROP INDEX a_x_idx");
    run("CREATE INDEX a_x_idx ON a (x) WHERE x > 1");
    assertSays(
        refused(),
        V2 + ".sql, line 2: there is an index public.a_x_idx already, and it is another one: ",
        "(x > 1)");
    assertHistory("running statement|0");
    run("DROP INDEX a_x_idx");
    migrator.up();
    assertEquals(List.of("a_x_idx|t"), indexes());

    run("DROP INDEX a_x_idx");
    killedAtStatement("reverting statement");
    migrator.down(1);
    assertEquals(List.of("1"), rows("SELECT count(*) FROM _varve_migrations"));
  }

  @Test
  void duplicatesAreReportedAndLeaveNoIndex() throws Exception {
    folder.sealed(V2, NONE + UNIQUE, NONE + "DROP INDEX CONCURRENTLY a_x_key;");
    run("INSERT INTO a VALUES (1, 'Twice'), (2, 'TWICE')");
    MigrationException e = refused();
    assertEquals(Optional.of("23505"), e.sqlState());
    assertSays(e, "Key (lower(y))=(twice) is duplicated", "Rows that are there break the rule");
    assertEquals(List.of(), indexes());
    assertHistory("running|0");
    run("DELETE FROM a WHERE y = 'TWICE'");
    migrator.up();
    assertEquals(List.of("a_x_key|t"), indexes());
  }

  @Test
  void anInvalidIndexIsNotTakenForDone() throws Exception {
    run("INSERT INTO a VALUES (1, 'Twice'), (2, 'TWICE')");
    assertThrows(SQLException.class, () -> run(UNIQUE));
    assertEquals(List.of("a_x_key|f"), indexes());
    run("DELETE FROM a WHERE y = 'TWICE'");
    folder.sealed(
        V2,
        NONE + UNIQUE.replace("CONCURRENTLY", "CONCURRENTLY IF NOT EXISTS"),
        NONE + "DROP INDEX CONCURRENTLY a_x_key;");
    migrator.up();
    assertEquals(List.of("a_x_key|t"), indexes());
  }

  @Test
  void anIndexThatIsThereMustBeTheSame() throws Exception {
    run("CREATE SCHEMA \"Odd 's\"");
    run("CREATE TABLE \"Odd 's\".\"T\" (x int, y text)");
    run("CREATE INDEX \"T_idx\" ON \"Odd 's\".\"T\" USING btree (y DESC, x) INCLUDE (x)");
    String create =
        "CREATE INDEX CONCURRENTLY IF NOT EXISTS \"T_idx\" ON \"Odd 's\".\"T\" (y%s, x)%s;";
    folder.sealed(V2, NONE + create.formatted(" DESC", ""), NONE + "SELECT 1;");
    assertSays(refused(), "it is another one: CREATE INDEX \"T_idx\"", "INCLUDE (x)");
    folder.sealed(V2, NONE + create.formatted(" DESC", " INCLUDE (x)"), NONE + "SELECT 1;");
    run("DELETE FROM _varve_migrations WHERE version = '20260101000002'");
    assertEquals(1, migrator.up().done().size());
    assertEquals(List.of("1"), rows("SELECT count(*) FROM pg_class WHERE relname LIKE 'T_idx%'"));
  }

  @Test
  void aBuildOfSomebodyElseIsWaitedFor() throws Exception {
    folder.sealed(
        V2,
        NONE + INDEX.replace("CONCURRENTLY", "CONCURRENTLY IF NOT EXISTS"),
        NONE + "DROP INDEX CONCURRENTLY a_x_idx;");
    Databases.run(other, SNAPSHOT);
    CompletableFuture<Void> build = async(() -> run(INDEX));
    String pid = builder();
    MigrationException e =
        assertThrows(MigrationException.class, migrator.lockTimeout(Duration.ofMillis(300))::up);
    assertSays(e, "server process " + pid + " is building the index a_x_idx", "300 ms");
    CompletableFuture<Void> applier = async(migrator::up);
    Databases.run(other, "ROLLBACK");
    build.join();
    applier.join();
    assertEquals(List.of("a_x_idx|t"), indexes());
    assertHistory("applied|1");
  }

  @Test
  void aBuildIsStoppedByNoTimeout() throws Exception {
    folder.sealed(V2, NONE + INDEX, NONE + "DROP INDEX CONCURRENTLY a_x_idx;");
    Databases.run(other, SNAPSHOT);
    try (Connection hurried = source.getConnection()) {
      Databases.run(hurried, "SET statement_timeout = '200ms'; SET lock_timeout = '100ms'");
      CompletableFuture<Void> applier =
          async(() -> Migrator.of(hurried).directory(folder.db()).up());
      builder();
      Thread.sleep(500);
      assertFalse(applier.isDone());
      Databases.run(other, "ROLLBACK");
      applier.join();
      assertEquals(List.of("a_x_idx|t"), indexes());
      assertEquals(
          List.of("200ms|100ms"),
          Databases.rows(
              hurried,
              "SELECT current_setting('statement_timeout'), current_setting('lock_timeout')"));
    }
  }

  @Test
  void maintenanceIsStoppedByNoTimeoutWhateverItsCommentSays() throws Exception {
    String up = NONE + "-- varve:statement_timeout 200ms\nVACUUM /* not FULL */ a;";
    folder.sealed(V2, up, "SELECT 1;");
    Databases.run(other, "BEGIN; LOCK TABLE a IN SHARE UPDATE EXCLUSIVE MODE");
    CompletableFuture<Void> applier = async(migrator::up);
    while (rows("SELECT 1 FROM pg_stat_activity WHERE query LIKE 'VACUUM%' AND wait_event_type ="
            + " 'Lock' AND now() - query_start > interval '500 ms' AND datname ="
            + " current_database()")
        .isEmpty()) {
      assertFalse(applier.isDone(), applier::toString);
    }
    Databases.run(other, "ROLLBACK");
    applier.join();
    assertHistory("applied|1");
  }

  @Test
  void whatIsKilledWithItsTransactionIsDoneOnce() throws Exception {
    run("CREATE TABLE slow (n int)");
    run("INSERT INTO slow VALUES (600)");
    folder.sealed(
        V2,
        NONE
            + "DELETE FROM a;\nINSERT INTO a VALUES (1);\n"
            + "INSERT INTO a SELECT 2 WHERE (SELECT count(pg_sleep(n)) FROM slow) >= 0;\nVACUUM a;\n"
            + "INSERT INTO a VALUES (3);",
        "DELETE FROM a;");
    CompletableFuture<MigrationException> failure = CompletableFuture.supplyAsync(this::refused);
    while (rows("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()")
        .isEmpty()) {
      assertFalse(failure.isDone());
    }
    run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND"
            + " datname = current_database()");
    assertEquals(4, failure.join().line());
    assertHistory("running|2");
    run("DELETE FROM slow");
    assertEquals(3, migrator.up().done().get(0).statements());
    assertEquals(List.of("1", "2", "3"), rows("SELECT x FROM a ORDER BY x"));
  }

  @Test
  void whatMayBeDoneOrNotIsLeftToTheUser() throws Exception {
    folder.sealed(
        V2,
        NONE
            + "DO $$ BEGIN INSERT INTO a VALUES (10); COMMIT; PERFORM 1 / count(*) FROM a WHERE x ="
            + " 0; END $$;\nINSERT INTO a VALUES (11);",
        "DELETE FROM a;");
    MigrationException failure = refused();
    assertEquals(Optional.of("22012"), failure.sqlState());
    assertHistory("running statement|0");
    MigrationException e = refused();
    assertSays(e, V2 + ".sql, line 2: it is not known whether this statement is done", "DO $$");
    String hint = e.hint().orElseThrow();
    assertEquals(List.of("1"), rows("SELECT count(*) FROM a WHERE x = 10"));

    run("INSERT INTO a VALUES (0)");
    assertTrue(hint.contains("If it has left nothing: repair(NOT_DONE 20260101000002)"), hint);
    repair(Repair.Kind.NOT_DONE);
    assertHistory("running|0");
    migrator.up();
    assertEquals(
        List.of("2|1"),
        rows("SELECT count(*) FILTER (WHERE x = 10), count(*) FILTER (WHERE x = 11) FROM a"));

    killedAtStatement("running statement");
    refused();
    repair(Repair.Kind.DONE);
    assertHistory("running|1");
    migrator.up();
    assertEquals(
        List.of("2|2"),
        rows("SELECT count(*) FILTER (WHERE x = 10), count(*) FILTER (WHERE x = 11) FROM a"));
    assertHistory("applied|2");
  }

  private void repair(Repair.Kind kind) {
    migrator.repair(
        migrator.planRepair().stream().filter(repair -> repair.kind() == kind).toList());
  }

  @Test
  void theTimeZoneIsUtcMeanwhile() throws Exception {
    String zone = "INSERT INTO a (y) VALUES (current_setting('TimeZone'));\n";
    folder.sealed(V2, NONE + zone + "VACUUM a;\n" + zone + "SELECT 1 / 0;", "DELETE FROM a;");
    folder.sealed("20260101000003_three", zone, "DELETE FROM a;");
    try (Connection connection = source.getConnection()) {
      Databases.run(connection, "DELETE FROM a");
      Databases.run(connection, "SET timezone = 'Asia/Tokyo'");
      Migrator given = Migrator.of(connection).directory(folder.db());
      MigrationException e = assertThrows(MigrationException.class, given::up);
      assertEquals(5, e.line());
      assertEquals(List.of("Asia/Tokyo"), Databases.rows(connection, "SHOW timezone"));
      run("UPDATE _varve_migrations SET statements_done = 4 WHERE version = '20260101000002'");
      given.up();
      assertEquals(List.of("Asia/Tokyo"), Databases.rows(connection, "SHOW timezone"));
    }
    assertEquals(List.of("UTC", "UTC", "UTC"), rows("SELECT y FROM a"));
  }

  @Test
  void whatReindexLeavesIsDropped() throws Exception {
    run("CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1'");
    run("CREATE INDEX a_f_idx ON a (f(x))");
    run(
        "CREATE OR REPLACE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1/($1-5)'");
    assertThrows(SQLException.class, () -> run("REINDEX INDEX CONCURRENTLY a_f_idx"));
    String invalid = "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid";
    assertEquals(List.of("a_f_idx_ccnew"), rows(invalid));

    folder.sealed(V2, NONE + "REINDEX /* all */ TABLE CONCURRENTLY public.a;", "SELECT 1;");
    assertSays(refused(), "division by zero");
    assertEquals(List.of(), rows(invalid));

    assertThrows(SQLException.class, () -> run("REINDEX INDEX CONCURRENTLY a_f_idx"));
    run("DELETE FROM a WHERE x = 5");
    migrator.up();
    assertEquals(List.of(), rows(invalid));
    assertEquals(
        List.of("a_f_idx"),
        rows("SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 'a'::regclass"));
  }

  @Test
  void anIndexBuiltConcurrentlyNeedsAName() throws Exception {
    folder.sealed(V2, NONE + "CREATE INDEX CONCURRENTLY ON a (x);", "SELECT 1;");
    assertSays(refused(), "line 2: CREATE INDEX CONCURRENTLY ON a (x): give the index a name");
  }

  @Test
  void commentsInAConcurrentIndexHideNothing() throws Exception {
    run("INSERT INTO a VALUES (1, '2')");
    folder.sealed(
        V2,
        NONE + "CREATE /* a */ UNIQUE INDEX -- b\n CONCURRENTLY a_x_key ON a (x);",
        "DROP INDEX a_x_key;");
    assertSays(refused(), "line 2", "could not create unique index");
    assertEquals(List.of(), rows("SELECT indexrelid FROM pg_index WHERE NOT indisvalid"));
    run("DELETE FROM a WHERE y = '2' AND x = 1");
    migrator.up();
  }
}
