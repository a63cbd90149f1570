package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that are run in batches. */
class BackfillTest {
  private static final String V1 = "20260101000001_one";

  /** How often others write at least while batches run. */
  private static final int TURNS = 6;

  private static final String NONE = "-- varve:transaction none\n";
  private static final String NUMBERS =
      "WITH RECURSIVE s (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 2500) ";

  @TempDir Path temp;
  private DataSource source;
  private MigrationFolder folder;
  private Migrator migrator;
  private final List<BackfillProgress> told = new ArrayList<>();

  private void open(Engine engine) throws Exception {
    source = Databases.create(engine, temp);
    folder = new MigrationFolder(temp.resolve("db"), engine);
    migrator =
        Migrator.of(source)
            .directory(folder.db())
            .listener(
                new MigrationListener() {
                  @Override
                  public void backfilling(BackfillProgress progress) {
                    told.add(progress);
                  }
                });
    run("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, n INTEGER NOT NULL CHECK (n < 5))");
    run("INSERT INTO t " + NUMBERS + "SELECT 3 * i, 0 FROM s");
  }

  private void run(String sql) throws SQLException {
    Databases.run(source, sql);
  }

  private List<String> rows(String sql) throws SQLException {
    return Databases.rows(source, sql);
  }

  private static String batched(String directive, String statement) {
    return NONE + "-- varve:backfill " + directive + "\n" + statement + ";";
  }

  private static String counting(String directive) {
    return batched(directive, "UPDATE t SET n = n + 1 WHERE n >= 0 OR id < 0");
  }

  private void assertEachRowHas(String... expected) throws SQLException {
    assertEquals(List.of(expected), rows("SELECT n, count(*) FROM t GROUP BY n ORDER BY n"));
  }

  @ParameterizedTest
  @EnumSource
  void eachRowIsMetOnce(Engine engine) throws Exception {
    open(engine);
    folder.sealed(V1, counting("table=t key=id batch=400 pause=0s"), counting("batch=1000"));
    assertTrue(migrator.plan().toString().contains("\n-- in batches: table=t key=id batch=400"));
    assertEquals(1, migrator.up().done().get(0).statements());
    assertEachRowHas("1|2500");
    assertEquals(List.of(), rows("SELECT * FROM _varve_backfills"));
    assertEquals(
        List.of(400L, 800L, 1200L, 1600L, 2000L, 2400L, 2500L),
        told.stream().map(BackfillProgress::rows).toList());
    assertTrue(migrator.status().upToDate());

    told.clear();
    migrator.down(1);
    assertEachRowHas("2|2500");
    assertEquals(Direction.DOWN, told.get(0).direction());
    assertEquals(List.of(), rows("SELECT * FROM _varve_backfills"));
  }

  @ParameterizedTest
  @EnumSource
  void fewRowsNeedNoTable(Engine engine) throws Exception {
    open(engine);
    run("DELETE FROM t WHERE id > 900");
    folder
        .sealed(V1, counting(""), "SELECT 1;")
        .sealed("20260101000002_two", batched("", "DELETE FROM t"), "SELECT 1;")
        .sealed("20260101000003_three", counting(""), "SELECT 1;");
    migrator.upTo("20260101000001");
    assertEachRowHas("1|300");
    migrator.up();
    assertEachRowHas();
    assertEquals(List.of("t"), Databases.tables(source, engine));
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRESQL, shop, store",
    "SQLITE, shop, store",
    "POSTGRESQL, '', store",
    "SQLITE, '', store"
  })
  void goesOnWhereItStoppedThoughTheDatabaseWasRenamed(Engine engine, String before, String after)
      throws Exception {
    open(engine);
    if (!before.isEmpty()) {
      folder.named(before);
    }
    run("UPDATE t SET n = 4 WHERE id = 3 * 1234");
    folder.sealed(V1, counting("batch=100"), "SELECT 1;");
    assertThrows(MigrationException.class, migrator::up);
    folder.named(after);
    Interruption stop = migrator.status().entries().get(0).interruption().orElseThrow();
    assertEquals(1200, stop.backfill().orElseThrow().rows());
    run("UPDATE t SET n = 0 WHERE id = 3 * 1234");
    migrator.up();
    assertEachRowHas("1|2500");
    assertEquals(List.of(), rows("SELECT * FROM _varve_backfills"));
    assertEquals(List.of(after), rows("SELECT database_name FROM _varve_migrations"));
  }

  @ParameterizedTest
  @EnumSource
  void goesOnWhereItStopped(Engine engine) throws Exception {
    open(engine);
    run("UPDATE t SET n = 4 WHERE id = 3 * 1234");
    String first = "INSERT INTO t VALUES (-1, 0);\n";
    folder.sealed(
        V1,
        NONE
            + first
            + counting("batch=100").substring(NONE.length())
            + "\nDELETE FROM t WHERE id < 0;",
        "SELECT 1;");
    MigrationException e = assertThrows(MigrationException.class, migrator::up);
    assertTrue(e.hint().orElse("").contains("1200 rows are done and stay"), e.getMessage());
    assertEquals(4, e.line());
    MigrationStatus.Entry entry = migrator.status().entries().get(0);
    assertEquals(MigrationStatus.State.INTERRUPTED, entry.state());
    BackfillProgress progress = entry.interruption().orElseThrow().backfill().orElseThrow();
    assertEquals(1200, progress.rows());
    assertEquals(2, progress.statement());
    assertTrue(
        entry.toString().contains("1 of 3 statements done; the next, line 4, after 1200 "),
        entry.toString());
    MigrationPlan plan = migrator.plan();
    assertEquals(List.of(progress), plan.begun());
    assertTrue(plan.toString().contains("\n-- goes on after " + progress.count()), plan.toString());

    run("UPDATE t SET n = 0 WHERE id = 3 * 1234");
    told.clear();
    assertEquals(2, migrator.up(plan).done().get(0).statements());
    assertEquals(List.of(), migrator.plan().begun());
    assertEachRowHas("1|2500");
    assertEquals(1300, told.get(0).rows());
    assertEquals(Optional.empty(), migrator.status().entries().get(0).interruption());
  }

  @ParameterizedTest
  @EnumSource
  void aDownScriptGoesOnToo(Engine engine) throws Exception {
    open(engine);
    folder.sealed(V1, "SELECT 1;", counting("batch=100"));
    migrator.up();
    run("UPDATE t SET n = 4 WHERE id = 3 * 1234");
    assertThrows(MigrationException.class, () -> migrator.down(1));
    assertEquals(
        Optional.of(Direction.DOWN),
        migrator
            .status()
            .entries()
            .get(0)
            .interruption()
            .flatMap(Interruption::backfill)
            .map(BackfillProgress::direction));
    run("UPDATE t SET n = 0 WHERE id = 3 * 1234");
    assertEquals(List.of(1200L), rowsBegun(migrator.planDown(1)));
    assertEquals(List.of(), rowsBegun(migrator.plan()), "that is the way up");
    migrator.down(1);
    assertEachRowHas("1|2500");
  }

  private static List<Long> rowsBegun(MigrationPlan plan) {
    return plan.begun().stream().map(BackfillProgress::rows).toList();
  }

  /** What is left of a draft that was forgotten in the middle is not the next one's. */
  @ParameterizedTest
  @EnumSource
  void aDraftThatComesBackBeginsAgain(Engine engine) throws Exception {
    open(engine);
    run("UPDATE t SET n = 4 WHERE id = 3 * 1234");
    String up = NONE + "UPDATE t SET n = n;\n" + counting("batch=100").substring(NONE.length());
    folder.draft(V1, up, "UPDATE t SET n = 0;");
    Migrator drafts = migrator.allowDrafts();
    assertThrows(MigrationException.class, drafts::up);
    folder.remove("20260101000001");
    assertThrows(MigrationException.class, drafts::up);
    migrator.repair(migrator.planRepair());
    run("UPDATE t SET n = 0");
    folder.draft(V1, up, "UPDATE t SET n = 0;");
    drafts.up();
    assertEachRowHas("1|2500");
  }

  /** Appliers that take turns between batches, and others that write. */
  @ParameterizedTest
  @EnumSource
  void othersWriteMeanwhile(Engine engine) throws Exception {
    open(engine);
    folder.sealed(V1, counting("batch=20 pause=1ms"), "SELECT 1;");
    AtomicInteger turns = new AtomicInteger();
    CompletableFuture<?> one = CompletableFuture.runAsync(yielding(turns)::up);
    CompletableFuture<?> two = CompletableFuture.runAsync(yielding(turns)::up);
    int turn = 0;
    try {
      while (!one.isDone() || !two.isDone()) {
        turn++;
        // What is there from the beginning is met once; what comes and goes stops nothing.
        run("INSERT INTO t VALUES (" + (3 * turn + 1) + ", 2)");
        run("DELETE FROM t WHERE id = " + (3 * turn - 2));
        run("INSERT INTO t VALUES (" + (100_000 + turn) + ", 3)");
        run("UPDATE t SET n = n WHERE id % 7 = " + turn % 7);
        turns.set(turn);
      }
    } finally {
      turns.set(Integer.MAX_VALUE);
    }
    one.join();
    two.join();
    assertEquals(
        List.of("1|2500"),
        rows("SELECT n, count(*) FROM t WHERE id % 3 = 0 AND id < 100000 GROUP BY n"));
    // Behind the last key that there was, or before: then once, too.
    assertEquals(
        List.of(String.valueOf(turn)),
        rows("SELECT count(*) FROM t WHERE id > 100000 AND n IN (3, 4)"));
    assertTrue(turn >= TURNS, "others wrote only " + turn + " times");
  }

  /** One that waits for the others between its first batches, until they had their turns. */
  private Migrator yielding(AtomicInteger turns) {
    return Migrator.of(source)
        .directory(folder.db())
        .listener(
            new MigrationListener() {
              @Override
              public void backfilling(BackfillProgress progress) {
                int seen = turns.get();
                while (seen < TURNS && turns.get() == seen) {
                  Thread.yield();
                }
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|UPDATE t SET id = id + 1|the statement sets id, by which it would be run in batches",
        "key=x|UPDATE t SET n = 0|no index of t begins with x",
        "''|UPDATE nokey SET x = 0|the table nokey has no primary key to go through it by; name",
        "key=x|UPDATE nokey SET y = 0|the column x of the key may be null",
        "key=x,y|UPDATE nokey SET y = 0|the statement sets y",
      })
  void refusesAtTheStart(String directive, String statement, String message) throws Exception {
    for (Engine engine : Engine.values()) {
      open(engine);
      run("CREATE TABLE nokey (x INTEGER, y INTEGER NOT NULL)");
      run("CREATE INDEX nokey_idx ON nokey (x, y)");
      folder.sealed(
          V1,
          batched(directive, statement).replace(NONE, NONE + "DELETE FROM t WHERE id = 3;\n"),
          "SELECT 1;");
      MigrationException e = assertThrows(MigrationException.class, migrator::up);
      assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
      assertEquals(4, e.line() + (message.endsWith("sets y") ? 4 : 0), engine.toString());
      assertEquals(List.of("2500"), rows("SELECT count(*) FROM t"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void needsToStandAlone(Engine engine) throws Exception {
    open(engine);
    folder.sealed(V1, counting("").substring(NONE.length()), "SELECT 1;");
    MigrationException e = assertThrows(MigrationException.class, migrator::up);
    assertTrue(
        String.valueOf(e.getMessage()).contains("say -- varve:transaction none at the top"),
        e.getMessage());
    assertFalse(migrator.plan().problems().isEmpty());
    assertEachRowHas("0|2500");
  }
}
