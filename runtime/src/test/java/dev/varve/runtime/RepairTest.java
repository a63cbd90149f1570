package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.Repair.Kind;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.MigrationName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Baselines and repairs: they change the history and nothing else. */
@ParameterizedClass
@EnumSource(Engine.class)
class RepairTest {
  private static final String V1 = "20260101000001_one";
  private static final String V2 = "20260101000002_two";

  @Parameter Engine engine;
  @TempDir Path temp;
  private DataSource source;
  private MigrationFolder folder;
  private Migrator migrator;

  @BeforeEach
  void open() throws Exception {
    source = Databases.create(engine, temp);
    folder = new MigrationFolder(temp.resolve("db"), engine).named("shop");
    migrator = Migrator.of(source).directory(folder.db());
    folder
        .sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;")
        .sealed(V2, "CREATE TABLE b (x int);\nCREATE TABLE c (x int);", "DROP TABLE b;");
  }

  private List<String> rows(String sql) throws Exception {
    return Databases.rows(source, sql);
  }

  private static String refused(Executable call) {
    return String.valueOf(assertThrows(MigrationException.class, call).getMessage());
  }

  private static void assertSays(String message, String part) {
    assertTrue(message.contains(part), part + " in: " + message);
  }

  private List<Kind> kinds() {
    return migrator.planRepair().stream().map(Repair::kind).toList();
  }

  @Test
  void aBaselineCountsAsAppliedAndRunsNothing() throws Exception {
    Baseline planned = migrator.planBaseline("20260101000002");
    assertEquals(2, planned.migrations().size());
    assertEquals(List.of(), migrator.status().entries().get(0).appliedAt().stream().toList());
    assertEquals(planned, migrator.baseline("20260101000002"));
    assertEquals(List.of(), Databases.tables(source, engine));
    MigrationStatus status = migrator.status();
    assertTrue(status.upToDate(), status.toString());
    assertEquals("baseline, not run", status.entries().get(0).note().orElseThrow());
    assertEquals(2, status.entries().get(1).statementsDone());
    assertEquals(List.of("shop", "shop"), rows("SELECT database_name FROM _varve_migrations"));
    assertEquals(List.of(), migrator.baseline("20260101000001").migrations(), "again");
    folder.sealed("20260101000003_three", "CREATE TABLE d (x int);", "DROP TABLE d;");
    assertEquals(1, migrator.up().done().size());
    assertEquals(List.of("d"), Databases.tables(source, engine));
  }

  @Test
  void aBaselineIsTakenBack() throws Exception {
    Databases.run(source, "CREATE TABLE a (x int)");
    migrator.baseline("20260101000002");
    assertSays(refused(() -> migrator.down(1)), V2 + " cannot be reverted: it was not run here");
    assertEquals(List.of(Kind.FORGET, Kind.FORGET), kinds());
    Repair second = migrator.planRepair().get(1);
    assertSays(second.sentence(), V2 + ", a baseline of ");
    assertEquals(List.of(second), migrator.repair(List.of(second, second)).done());
    assertEquals(1, migrator.up().done().size());
    assertEquals(List.of("a", "b", "c"), Databases.tables(source, engine));
  }

  @Test
  void whatIsChosenTwiceIsDoneOnce() throws Exception {
    folder.sealed(
        "20260101000003_stops",
        "-- varve:transaction none\nINSERT INTO later VALUES (1);\nSELECT 1;",
        "SELECT 1;");
    refused(migrator::up);
    Repair done = migrator.planRepair().get(0);
    migrator.repair(List.of(done, done));
    assertEquals(
        List.of("1"), rows("SELECT statements_done FROM _varve_migrations WHERE name = 'stops'"));
    String note = migrator.status().entries().get(2).note().orElseThrow();
    assertTrue(note.matches("statement 1 called done, [^;]*"), note);
  }

  @Test
  void nothingIsDecidedAboutWhatIsRunning() throws Exception {
    folder.sealed(
        "20260101000003_stops",
        "-- varve:transaction none\nCREATE TABLE d (x int);\nINSERT INTO later VALUES (1);",
        "SELECT 1;");
    refused(migrator::up);
    List<Repair> offered = migrator.planRepair();
    folder.sealed("20260101000004_four", "SELECT 1;", "SELECT 1;");
    Databases.run(source, "CREATE TABLE later (x int)");
    List<MigrationStatus.State> states = new ArrayList<>();
    migrator
        .listener(
            new MigrationListener() {
              @Override
              public void started(MigrationName migration, Direction direction) {
                if (migration.name().equals("stops")) {
                  MigrationStatus status = migrator.status();
                  states.add(status.entries().get(2).state());
                  assertSays(status.toString(), "- wait for process ");
                  assertSays(refused(migrator::planRepair), "stops may be running now");
                  assertSays(refused(() -> migrator.repair(offered)), "; wait for process ");
                }
              }
            })
        .up();
    assertEquals(List.of(MigrationStatus.State.RUNNING), states);
    assertTrue(migrator.status().upToDate());
  }

  @Test
  void aBaselineIsForADatabaseWithoutAHistory() throws Exception {
    migrator.upTo("20260101000001");
    assertSays(
        refused(() -> migrator.baseline("20260101000002")),
        "the history is not empty, " + V1 + " is applied");
    assertSays(refused(() -> migrator.planBaseline("20260101000009")), "there is no version");
    folder.draft("20260101000003_three", "SELECT 1;", "SELECT 1;");
    assertSays(refused(() -> migrator.planBaseline("20260101000003")), "three is a draft");
    assertEquals(List.of("1"), rows("SELECT count(*) FROM _varve_migrations"));
  }

  @Test
  void aBaselineIsRefusedWhereTheCheckFindsADifference() throws Exception {
    List<Boolean> autoCommit = new ArrayList<>();
    assertSays(
        refused(
            () ->
                migrator.baseline(
                    "20260101000002",
                    connection -> {
                      autoCommit.add(connection.getAutoCommit());
                      return List.of("there is no table b");
                    })),
        "nothing was changed:\n  - there is no table b");
    assertEquals(List.of(true), autoCommit);
    assertEquals(2, migrator.status().pending().size());
    assertEquals(2, migrator.up().done().size(), "no lock is left");
  }

  @Test
  void aChangedScriptIsAcceptedWhereTheLockFileAgrees() throws Exception {
    migrator.up();
    assertEquals(List.of(), migrator.planRepair());
    folder.write(V1 + ".sql", "CREATE TABLE a (y int);");
    assertEquals(List.of(), migrator.planRepair(), "that is a mistake, not a decision");
    folder.sealed(V1, "CREATE TABLE a (y int);", "DROP TABLE a;");
    assertSays(refused(migrator::up), "has changed since it was applied");
    List<Repair> repairs = migrator.planRepair();
    assertEquals(List.of(Kind.ACCEPT), kinds());
    assertSays(repairs.get(0).sentence(), V1 + ".sql counts as applied as it is now, v1:");
    assertEquals(repairs, migrator.repair(repairs).done());
    assertTrue(migrator.status().upToDate());
    String note = migrator.status().entries().get(0).note().orElseThrow();
    assertTrue(note.matches("accepted instead of v1:[0-9a-f]{64}, [^,]+, [^,]+"), note);
    Instant noted = Instant.parse(note.substring(note.lastIndexOf(", ") + 2));
    assertTrue(Duration.between(noted, Instant.now()).abs().toHours() < 1, note);
    assertSays(refused(() -> migrator.repair(repairs)), "or not any more, so nothing was changed");
    assertEquals(0, migrator.up().done().size());
  }

  @Test
  void whatIsGoneForGoodIsForgotten() throws Exception {
    migrator.up();
    folder.remove("20260101000001");
    assertSays(refused(migrator::up), "is not here");
    assertEquals(List.of(Kind.FORGET), kinds());
    assertSays(migrator.planRepair().get(0).sentence(), "is forgotten; what it has made stays");
    migrator.repair(migrator.planRepair());
    assertTrue(migrator.status().upToDate());
    assertEquals(List.of("a", "b", "c"), Databases.tables(source, engine));
  }

  @Test
  void allIsRepairedOrNothing() throws Exception {
    migrator.up();
    folder.sealed(V1, "CREATE TABLE a (y int);", "DROP TABLE a;").remove("20260101000002");
    List<Repair> both = migrator.planRepair();
    assertEquals(List.of(Kind.ACCEPT, Kind.FORGET), kinds());
    folder.sealed(V1, "CREATE TABLE a (z int);", "DROP TABLE a;");
    refused(() -> migrator.repair(both));
    assertEquals(List.of("2"), rows("SELECT count(*) FROM _varve_migrations"));
    migrator.repair(migrator.planRepair());
    assertEquals(List.of("1"), rows("SELECT count(*) FROM _varve_migrations"));
    assertEquals(0, migrator.repair(List.of()).done().size());
  }

  @Test
  void aStatementIsCalledDoneOrNotDone() throws Exception {
    folder.sealed(
        "20260101000003_stops",
        "-- varve:transaction none\nCREATE TABLE d (x int);\nINSERT INTO later VALUES"
            + " (1);\nINSERT INTO d VALUES (2);",
        "-- varve:transaction none\nDROP TABLE d;");
    refused(migrator::up);
    assertEquals(List.of(Kind.DONE), kinds());
    assertSays(
        migrator.planRepair().get(0).sentence(),
        "statement 2 of 20260101000003_stops.sql (line 3: INSERT INTO later VALUES (1)) counts as"
            + " done");
    Databases.run(
        source,
        "UPDATE _varve_migrations SET state = 'running statement' WHERE draft = false AND name = 'stops'");
    assertEquals(List.of(Kind.DONE, Kind.NOT_DONE), kinds());
    migrator.repair(List.of(migrator.planRepair().get(1)));
    assertEquals(List.of(Kind.DONE), kinds(), "it is known now");
    migrator.repair(migrator.planRepair());
    assertEquals(1, migrator.up().done().get(0).statements());
    assertEquals(List.of("2"), rows("SELECT x FROM d"));
    assertTrue(migrator.status().upToDate());
    String note = migrator.status().entries().get(2).note().orElseThrow();
    assertTrue(note.matches("statement 2 called not done, .*; statement 2 called done, .*"), note);
  }
}
