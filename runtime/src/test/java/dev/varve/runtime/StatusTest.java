package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.MigrationStatus.Entry;
import dev.varve.runtime.MigrationStatus.State;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.MigrationName;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Migrator#status} and {@link Migrator#planDown} say, on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
class StatusTest {
  private static final String V1 = "20260101000001_one";
  private static final String V2 = "20260101000002_two";
  private static final String V3 = "20260101000003_three";
  private static final String V4 = "20260101000004_four";

  @Parameter Engine engine;
  @TempDir Path temp;
  private DataSource source;
  private MigrationFolder folder;
  private Migrator migrator;

  @BeforeEach
  void open() throws Exception {
    source = Databases.create(engine, temp);
    folder = new MigrationFolder(temp.resolve("db"), engine);
    migrator = Migrator.of(source).directory(folder.db());
  }

  private void table(String name, String table) throws Exception {
    folder.sealed(name, "CREATE TABLE " + table + " (x int);", "DROP TABLE " + table + ";");
  }

  private List<State> states() {
    return migrator.status().entries().stream().map(Entry::state).toList();
  }

  @Test
  void everyStateHasItsName() throws Exception {
    table(V1, "a");
    table(V3, "c");
    migrator.up();
    table(V2, "b");
    folder.draft(V4, "CREATE TABLE d (x int);", "DROP TABLE d;");
    assertEquals(
        List.of(State.APPLIED, State.OUT_OF_ORDER, State.APPLIED, State.PENDING), states());
    MigrationStatus status = migrator.status();
    assertEquals(
        List.of(MigrationName.parse(V2), MigrationName.parse(V4)), status.pending(), "in order");
    assertEquals(
        List.of(false, false, false, true), status.entries().stream().map(Entry::draft).toList());
    assertTrue(status.toString().contains(V2 + ": out of order"), status.toString());
    migrator.allowOutOfOrder().allowDrafts().up();
    folder.write(V1 + ".sql", "CREATE TABLE other (x int);");
    folder.remove("20260101000003");
    assertEquals(List.of(State.CHANGED, State.APPLIED, State.MISSING, State.APPLIED), states());
    assertFalse(migrator.status().upToDate());
  }

  @Test
  void aDraftOnTopMakesNothingOutOfOrderWhereItGivesWay() throws Exception {
    table(V1, "a");
    folder.draft(V3, "CREATE TABLE c (x int);", "DROP TABLE c;");
    migrator.allowDrafts().up();
    table(V2, "b");
    assertEquals(List.of(State.APPLIED, State.OUT_OF_ORDER, State.APPLIED), states());
    migrator = migrator.allowDrafts();
    assertEquals(List.of(State.APPLIED, State.PENDING, State.APPLIED), states());
  }

  @Test
  void whereItStoppedIsSaidWithTheStatementAndTheWaysOn() throws Exception {
    folder.sealed(
        V1,
        "-- varve:transaction none\nCREATE TABLE a (x int);\n\nINSERT INTO later\n VALUES (2);",
        "-- varve:transaction none\nDROP TABLE a;\nDROP TABLE later;");
    assertThrows(MigrationException.class, migrator::up);
    Entry entry = migrator.status().entries().get(0);
    assertEquals(State.INTERRUPTED, entry.state());
    Interruption stop = entry.interruption().orElseThrow();
    assertEquals(Direction.UP, stop.direction());
    assertEquals(V1 + ".sql", stop.file());
    assertEquals(1, stop.statementsDone());
    assertEquals(2, stop.statements());
    assertFalse(stop.uncertain());
    assertEquals(4, stop.statement().orElseThrow().line());
    assertEquals(
        List.of(
            "up() goes on with this statement",
            "if it is done, or you have done it by hand: repair(DONE 20260101000001)"),
        stop.nextSteps());
    assertTrue(
        entry.toString().contains("1 of 2 statements done; the next, line 4: INSERT INTO later"),
        entry.toString());

    Databases.run(source, "CREATE TABLE later (x int)");
    migrator.up();
    assertEquals(Optional.empty(), migrator.status().entries().get(0).interruption());
    Databases.run(source, "DROP TABLE later");
    assertThrows(MigrationException.class, () -> migrator.down(1));
    stop = migrator.status().entries().get(0).interruption().orElseThrow();
    assertEquals(Direction.DOWN, stop.direction());
    assertEquals("DROP TABLE later", stop.statement().orElseThrow().text());
    assertTrue(stop.nextSteps().get(0).startsWith("down() goes on"), stop.toString());
  }

  @Test
  void aStatementThatMayBeDoneIsCalledUncertain() throws Exception {
    folder.sealed(V1, "-- varve:transaction none\nCREATE TABLE a (x int);\nSELECT 1;", "SELECT 1;");
    migrator.up();
    Databases.run(
        source, "UPDATE _varve_migrations SET state = 'running statement', statements_done = 1");
    Interruption stop = migrator.status().entries().get(0).interruption().orElseThrow();
    assertTrue(stop.uncertain());
    assertEquals("SELECT 1", stop.statement().orElseThrow().text());
    assertTrue(stop.nextSteps().get(1).endsWith("repair(NOT_DONE 20260101000001)"));
    assertTrue(stop.toString().contains("may be done or not"), stop.toString());
  }

  @Test
  void whoIsMigratingIsNamed() throws Exception {
    table(V1, "a");
    List<MigrationStatus> during = new ArrayList<>();
    Instant before = Instant.now().minusSeconds(2);
    migrator
        .listener(
            new MigrationListener() {
              @Override
              public void started(MigrationName migration, Direction direction) {
                during.add(migrator.status());
              }
            })
        .up();
    LockHolder holder = during.get(0).lock().orElseThrow();
    if (engine == Engine.POSTGRESQL) {
      Instant since = holder.since().orElseThrow();
      assertTrue(since.isAfter(before) && since.isBefore(Instant.now().plusSeconds(2)));
      assertTrue(holder.description().contains("user postgres"), holder.toString());
    } else {
      assertEquals(ProcessHandle.current().pid(), holder.process());
    }
    assertTrue(during.get(0).toString().contains("being migrated by process "));
    assertEquals(Optional.empty(), migrator.status().lock());
  }

  @Test
  void whoWaitsInVainIsToldForWhom() throws Exception {
    table(V1, "a");
    List<MigrationException> refused = new ArrayList<>();
    Migrator second = migrator.lockTimeout(Duration.ofMillis(50));
    migrator
        .listener(
            new MigrationListener() {
              @Override
              public void started(MigrationName migration, Direction direction) {
                long start = System.nanoTime();
                refused.add(assertThrows(MigrationException.class, second::up));
                assertTrue(System.nanoTime() - start < 30_000_000_000L, "limited");
              }
            })
        .up();
    String message = String.valueOf(refused.get(0).getMessage());
    String holder =
        engine == Engine.POSTGRESQL
            ? "server process "
            : "process " + ProcessHandle.current().pid() + ", another connection of this program";
    assertTrue(message.contains("since longer than 50 ms: " + holder), message);
  }

  @Test
  void theWayBackIsPlannedAndNotGone() throws Exception {
    folder
        .sealed(V1, "CREATE TABLE a (x int);", "-- varve:destructive table a\nDROP TABLE a;")
        .sealed(V2, "CREATE TABLE b (x int);", "-- IRREVERSIBLE: too much\nSELECT 1 / 0;");
    table(V3, "c");
    migrator.up();
    MigrationPlan plan = migrator.planDown(1);
    assertEquals(List.of(), plan.problems());
    assertEquals(V3, plan.steps().get(0).migration().toString());
    assertEquals(Direction.DOWN, plan.steps().get(0).direction());
    assertEquals("DROP TABLE c", plan.steps().get(0).statements().get(0).text());
    assertEquals("[table c]", plan.steps().get(0).destroys().toString());
    assertEquals(plan, migrator.planDownTo("20260101000002"));
    MigrationPlan all = migrator.planDown(9);
    assertEquals(3, all.steps().size());
    assertEquals("table a", all.steps().get(2).destroys().get(0).toString());
    assertTrue(all.toString().contains("-- takes away table a\nDROP TABLE a;"), all.toString());
    assertTrue(all.problems().get(0).contains("cannot be reverted: too much"));
    assertThrows(MigrationException.class, () -> migrator.planDownTo("20260101000009"));
    assertThrows(IllegalArgumentException.class, () -> migrator.planDown(-1));
    assertEquals(List.of("a", "b", "c"), Databases.tables(source, engine));
    try (Connection connection = source.getConnection()) {
      assertEquals(1, Migrator.of(connection).directory(folder.db()).down(1).done().size());
    }
  }
}
