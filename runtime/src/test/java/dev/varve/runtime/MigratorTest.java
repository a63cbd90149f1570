package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.MigrationStatus.State;
import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.MigrationName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds on both engines. */
@ParameterizedClass
@EnumSource(Engine.class)
class MigratorTest {
  private static final String V1 = "20260101000001_one";
  private static final String V2 = "20260101000002_two";
  private static final String V3 = "20260101000003_three";

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

  private void threeTables() throws Exception {
    folder
        .sealed(V1, "CREATE TABLE a (x int);\nINSERT INTO a VALUES (1);", "DROP TABLE a;")
        .sealed(V2, "CREATE TABLE b (x int);", "DROP TABLE b;")
        .sealed(V3, "CREATE TABLE c (x int);", "DROP TABLE c;");
  }

  private List<String> tables() throws SQLException {
    return Databases.tables(source, engine);
  }

  private List<String> history() throws SQLException {
    return Databases.rows(source, "SELECT version FROM _varve_migrations ORDER BY version");
  }

  private static MigrationException refused(Executable call) {
    return assertThrows(MigrationException.class, call);
  }

  private static void assertSays(MigrationException e, String... parts) {
    for (String part : parts) {
      assertTrue(String.valueOf(e.getMessage()).contains(part), part + " in: " + e.getMessage());
    }
  }

  @Test
  void appliesEachOnce() throws Exception {
    threeTables();
    MigrationReport first = migrator.up();
    assertEquals(
        List.of(V1, V2, V3), first.done().stream().map(d -> d.migration().toString()).toList());
    assertEquals(List.of("a", "b", "c"), tables());
    assertEquals(List.of("1"), Databases.rows(source, "SELECT x FROM a"));
    MigrationReport second = migrator.up();
    assertEquals(List.of(), second.done());
    assertEquals(engine.directory() + ": nothing to do", second.toString());
  }

  @Test
  void writesTheHistory() throws Exception {
    threeTables();
    Instant before = Instant.now().minusSeconds(60);
    migrator.up();
    assertEquals(
        "20260101000001|one|"
            + Checksum.of("CREATE TABLE a (x int);\nINSERT INTO a VALUES (1);")
            + "|applied|2|null",
        Databases.rows(
                source,
                "SELECT version, name, checksum, state, statements_done, down_sql FROM"
                    + " _varve_migrations ORDER BY version")
            .get(0));
    MigrationStatus.Entry entry = migrator.status().entries().get(0);
    assertEquals(State.APPLIED, entry.state());
    assertFalse(entry.draft());
    assertTrue(entry.appliedAt().orElseThrow().isAfter(before));
    assertTrue(entry.appliedAt().orElseThrow().isBefore(Instant.now().plusSeconds(60)));
  }

  @Test
  void nothingAtAllIsUpToDate() throws Exception {
    folder.remove("none");
    assertTrue(migrator.status().upToDate());
    assertEquals(List.of(), migrator.up().done());
    assertEquals(List.of(), Databases.tables(source, engine));
  }

  @Test
  void goesUpAndDownAndUp() throws Exception {
    threeTables();
    migrator.upTo("20260101000002");
    assertEquals(List.of("a", "b"), tables());
    assertEquals(List.of(MigrationName.parse(V3)), migrator.status().pending());
    migrator.up();
    assertEquals(Direction.DOWN, migrator.down(1).done().get(0).direction());
    assertEquals(List.of("a", "b"), tables());
    migrator.downTo("20260101000001");
    assertEquals(List.of("a"), tables());
    migrator.allowDataLoss().down(99);
    assertEquals(List.of(), tables());
    assertEquals(List.of(), history());
    migrator.up();
    assertEquals(List.of("a", "b", "c"), tables());
  }

  @Test
  void unknownVersionsAreRefused() throws Exception {
    threeTables();
    assertSays(
        refused(() -> migrator.upTo("20260101000009")),
        "there is no version 20260101000009 in varve.lock",
        "20260101000003");
    assertSays(refused(() -> migrator.upTo("two")), "a version has 14 digits");
    assertSays(refused(() -> migrator.downTo("20260101000001")), "in the history");
    assertEquals(List.of(), tables());
  }

  @Test
  void aFailureInTheMiddleLeavesNothingOfItsMigration() throws Exception {
    folder
        .sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;")
        .sealed(
            V2,
            "CREATE TABLE b (x int);\r\n\r\nINSERT INTO b VALUES (1);\r\n-- wrong\r\nINSERT INTO"
                + " nowhere VALUES ('x');\r\nCREATE TABLE c (x int);",
            "DROP TABLE c;\nDROP TABLE b;");
    MigrationException e = refused(() -> migrator.up());
    assertEquals(Optional.of("20260101000002"), e.version());
    assertEquals(Optional.of(V2 + ".sql"), e.file());
    assertEquals(5, e.line());
    assertEquals(Optional.of("INSERT INTO nowhere VALUES ('x')"), e.statement());
    if (engine == Engine.POSTGRESQL) {
      assertEquals(Optional.of("42P01"), e.sqlState());
    }
    assertSays(e, V2 + ".sql, line 5: ", "nowhere");
    assertEquals(List.of("a"), tables());
    assertEquals(List.of("20260101000001"), history());
    assertEquals(List.of(), Databases.rows(source, "SELECT * FROM a"));
  }

  @Test
  void aFailureInALongScriptIsFoundToo() throws Exception {
    StringBuilder up = new StringBuilder("CREATE TABLE a (x int);\n");
    for (int i = 0; i < 250; i++) {
      up.append("INSERT INTO a VALUES (").append(i).append(");\n");
    }
    String start = up.toString();
    folder.sealed(V1, start + "INSERT INTO nowhere VALUES (1);\n", "DROP TABLE a;");
    assertEquals(252, refused(() -> migrator.up()).line());
    assertEquals(List.of(), tables());
    folder.sealed(V1, start, "DROP TABLE a;");
    assertEquals(251, migrator.up().done().get(0).statements());
    assertEquals(List.of("250|31125"), Databases.rows(source, "SELECT count(*), sum(x) FROM a"));
  }

  @Test
  void whatSelectsIsNoTrouble() throws Exception {
    folder.sealed(
        V1, "SELECT 1;\nCREATE TABLE a (x int);\nSELECT '{d not a date}', '?';", "DROP TABLE a;");
    migrator.up();
    assertEquals(List.of("a"), tables());
  }

  @Test
  void lineEndsAndAByteOrderMarkAreNoChange() throws Exception {
    threeTables();
    migrator.up();
    for (String name : List.of(V1 + ".sql", V2 + ".sql", V3 + ".down.sql")) {
      String text = Files.readString(folder.file(name));
      Files.writeString(
          folder.file(name), "\ufeff" + text.replace("\n", "\r\n") + "\r\n-- note\r\n");
    }
    assertEquals(List.of(), migrator.up().done());
    migrator.allowDataLoss().down(3);
    migrator.up();
    assertEquals(List.of("a", "b", "c"), tables());
  }

  @Test
  void allProblemsAreReportedAtOnceAndNothingRuns() throws Exception {
    threeTables();
    folder.sealed("20260101000005_five", "CREATE TABLE five (x int);", "DROP TABLE five;");
    migrator.up();
    folder.sealed(V1, "CREATE TABLE a (x bigint);", "DROP TABLE a;");
    folder.remove("20260101000002");
    folder.sealed("20260101000004_four", "CREATE TABLE four (x int);", "DROP TABLE four;");
    folder.draft("20260101000006_six", "CREATE TABLE six (x int);", "DROP TABLE six;");
    Files.writeString(folder.file(V3 + ".sql"), "CREATE TABLE changed (x int);");
    Files.delete(folder.file("20260101000005_five.down.sql"));
    folder.write("20260101000007_stray.sql", "CREATE TABLE stray (x int);");
    List<String> before = tables();
    MigrationException e = refused(() -> migrator.up());
    assertSays(
        e,
        "problems, so nothing was run",
        V1 + ".sql has changed since it was applied on 2",
        Checksum.of("CREATE TABLE a (x int);\nINSERT INTO a VALUES (1);"),
        Checksum.of("CREATE TABLE a (x bigint);"),
        V2 + " was applied on 2",
        "but is not here",
        V3 + ".sql has changed since it was sealed",
        "20260101000004_four is older than 20260101000005_five",
        "20260101000005_five.down.sql is missing",
        "20260101000006_six is a draft",
        "20260101000007_stray.sql is not in varve.lock");
    assertEquals(before, tables());
    MigrationStatus status = migrator.status();
    assertFalse(status.upToDate());
    assertTrue(status.problems().size() >= 7, status.toString());
    assertEquals(State.CHANGED, status.entries().get(0).state());
    assertEquals(State.MISSING, status.entries().get(1).state());
    refused(() -> migrator.down(1));
    assertEquals(before, tables());
  }

  @Test
  void outOfOrderRunsWhenAllowed() throws Exception {
    folder.sealed(V2, "CREATE TABLE b (x int);", "DROP TABLE b;");
    migrator.up();
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    assertSays(refused(() -> migrator.up()), V1 + " is older than " + V2, "allowOutOfOrder()");
    migrator.allowOutOfOrder().up();
    assertEquals(List.of("a", "b"), tables());
  }

  @Test
  void scriptsThatCannotBeAppliedAreRefusedBeforeAnythingRuns() throws Exception {
    folder
        .sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;")
        .sealed(V2, "CREATE TABLE b (x int);\nCOMMIT;", "DROP TABLE b;")
        .sealed(V3, "-- varve:trnsaction none\nCREATE TABLE c (x int);", "DROP TABLE c;");
    assertSays(
        refused(() -> migrator.up()),
        V2 + ".sql: line 2: COMMIT: a script must not begin or end transactions");
    assertEquals(List.of(), tables());
    folder.sealed(V2, "CREATE TABLE b (x int);", "DROP TABLE b;");
    assertSays(
        refused(() -> migrator.up()), V3 + ".sql: line 1: unknown directive \"varve:trnsaction\"");
    assertEquals(List.of(), tables());
  }

  @Test
  void anOlderReleaseGoesOnBesideANewerOne() throws Exception {
    threeTables();
    migrator.up();
    folder.remove("20260101000003");
    MigrationReport report = migrator.up();
    assertEquals(List.of(), report.done());
    assertEquals(V3, report.ahead().get(0).toString());
    assertTrue(report.toString().contains("applied by a newer release: [" + V3), report.toString());
    assertEquals(State.MISSING, migrator.status().entries().get(2).state());
    assertFalse(migrator.status().upToDate());
    assertEquals(List.of(), migrator.status().problems());
    assertEquals(List.of(), migrator.plan().problems());
    assertSays(refused(() -> migrator.down(1)), V3, "is not here");

    folder.sealed("20260101000004_four", "CREATE TABLE d (x int);", "DROP TABLE d;");
    assertSays(refused(() -> migrator.up()), V3, "is not here; is this an older release");
    folder.remove("20260101000004").remove("20260101000002");
    assertEquals(2, migrator.up().ahead().size());
    folder.remove("20260101000001");
    assertSays(refused(() -> migrator.up()), V1, V2, V3);
  }

  @Test
  void draftsAreReplacedWhereAllowed() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    folder.draft(V2, "CREATE TABLE b (x int);", "DROP TABLE b;");
    assertSays(refused(() -> migrator.up()), V2 + " is a draft", "allowDrafts()");
    Migrator drafting = migrator.allowDrafts();
    drafting.up();
    assertEquals(List.of("a", "b"), tables());
    assertTrue(drafting.status().upToDate());
    assertEquals(List.of(), migrator.up().done());

    folder.draft(V2, "CREATE TABLE b2 (x int);", "DROP TABLE b2;");
    assertSays(refused(() -> migrator.up()), V2 + " was applied as a draft and has changed since");
    MigrationReport report = drafting.up();
    assertEquals(
        List.of(Direction.DOWN, Direction.UP),
        report.done().stream().map(MigrationReport.Done::direction).toList());
    assertEquals(List.of("a", "b2"), tables());
    assertEquals(
        List.of("DROP TABLE b2;"),
        Databases.rows(source, "SELECT down_sql FROM _varve_migrations WHERE draft = true"));
  }

  @Test
  void aDraftThatFailsLeavesItsPredecessor() throws Exception {
    folder.draft(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    migrator.allowDrafts().up();
    Databases.run(source, "INSERT INTO a VALUES (7)");
    folder.draft(V1, "CREATE TABLE a (x int);\nINSERT INTO nowhere VALUES (1);", "DROP TABLE a;");
    assertEquals(2, refused(() -> migrator.allowDrafts().up()).line());
    assertEquals(List.of("7"), Databases.rows(source, "SELECT x FROM a"));
    assertEquals(List.of("20260101000001"), history());
  }

  /** It is corrected at the records, and written anew: what it did so far goes first. */
  @Test
  void aDraftThatStoppedInTheMiddleIsReplaced() throws Exception {
    String none = "-- varve:transaction none\n";
    String down = none + "DROP TABLE IF EXISTS a;";
    Migrator drafting = migrator.allowDrafts();
    folder.draft(V1, none + "INSERT INTO nowhere VALUES (1);", down);
    assertEquals(2, refused(drafting::up).line());
    folder.draft(V1, none + "CREATE TABLE a (x int);\nINSERT INTO nowhere VALUES (1);", down);
    assertEquals(3, refused(drafting::up).line());
    assertEquals(List.of("a"), tables());
    folder.draft(V1, none + "CREATE TABLE a (x int);\nINSERT INTO a VALUES (1);", down);
    assertSays(refused(() -> migrator.up()), V1 + " was applied as a draft and has changed since");
    drafting.up();
    assertEquals(List.of("1"), Databases.rows(source, "SELECT x FROM a"));
    assertTrue(drafting.status().upToDate());
    folder.sealed(V1, none + "CREATE TABLE a (x int);\nINSERT INTO a VALUES (1);", down);
    assertEquals(List.of(), migrator.up().done());
  }

  @Test
  void aDraftThatStoppedInTheMiddleIsRevertedOnceItIsCorrected() throws Exception {
    String down = "-- varve:transaction none\nDROP TABLE IF EXISTS b;\nDROP TABLE a;";
    folder.draft(
        V1,
        "-- varve:transaction none\nCREATE TABLE a (x int);\nINSERT INTO nowhere VALUES (1);\n"
            + "CREATE TABLE b (x int);",
        down);
    Migrator drafting = migrator.allowDrafts();
    refused(() -> drafting.up());
    assertEquals(State.INTERRUPTED, migrator.status().entries().get(0).state());

    folder.draft(V1, "-- varve:transaction none\nCREATE TABLE a (x int);", down);
    assertSays(refused(() -> migrator.up()), V1 + " was applied as a draft and has changed since");
    MigrationReport report = drafting.up();
    assertEquals(
        List.of(Direction.DOWN, Direction.UP),
        report.done().stream().map(MigrationReport.Done::direction).toList());
    assertEquals(List.of("a"), tables());
    assertTrue(drafting.status().upToDate());
  }

  /** Else the corrected backfill would find the wrong values, and leave them. */
  @Test
  void allFilesOfADraftAreRevertedTogether() throws Exception {
    String none = "-- varve:transaction none\n";
    String main = "20260101000002_add_b";
    String online = "20260101000003_add_b_online";
    String contract = "20260101000004_add_b_contract";
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    folder.draft(main, "ALTER TABLE a ADD COLUMN b int;", "ALTER TABLE a DROP COLUMN b;");
    String fill = none + "UPDATE a SET b = %s WHERE b IS NULL;";
    folder.draft(online, fill.formatted("1"), none + "SELECT 1;");
    folder.draft(contract, "CREATE TABLE c (x int);", "DROP TABLE c;");
    migrator.allowDrafts().upTo("20260101000001");
    Databases.run(source, "INSERT INTO a VALUES (7)");
    migrator.allowDrafts().up();
    folder.draft(online, fill.formatted("2"), none + "SELECT 1;");
    MigrationReport report = migrator.allowDrafts().up();
    assertEquals(
        List.of(contract, online, main, main, online, contract),
        report.done().stream().map(done -> done.migration().toString()).toList());
    assertEquals(List.of("2"), Databases.rows(source, "SELECT b FROM a"));
    folder.draft(
        online, fill.formatted("2") + "\nINSERT INTO nowhere VALUES (1);", none + "SELECT 1;");
    refused(() -> migrator.allowDrafts().up());
    folder.draft(online, fill.formatted("3"), none + "SELECT 1;");
    migrator.allowDrafts().up();
    assertEquals(List.of("3"), Databases.rows(source, "SELECT b FROM a"));
  }

  @Test
  void aDraftThatIsGoneIsReverted() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    folder.draft(V2, "CREATE TABLE b (x int);", "DROP TABLE b;");
    migrator.allowDrafts().up();
    folder.remove("20260101000002");
    assertSays(refused(() -> migrator.up()), V2 + " was applied as a draft and is gone");
    migrator.allowDrafts().up();
    assertEquals(List.of("a"), tables());
    assertEquals(List.of("20260101000001"), history());
  }

  @Test
  void aBranchWithSeveralDraftsIsLeftAndEnteredAgain() throws Exception {
    migrator = migrator.allowDrafts();
    folder
        .sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;")
        .draft(V2, "CREATE TABLE b (x int);", "DROP TABLE b;")
        .draft(V3, "-- varve:transaction none\nALTER TABLE b ADD COLUMN y int;", "SELECT 1;");
    migrator.up();
    folder.remove("20260101000002").remove("20260101000003");
    folder.draft("20260101000004_other", "CREATE TABLE c (x int);", "DROP TABLE c;");
    assertEquals(3, migrator.status().entries().size() - 1, "two are gone, one is new");
    migrator.up();
    assertEquals(List.of("a", "c"), tables());
    assertEquals(List.of("20260101000001", "20260101000004"), history());
    folder
        .remove("20260101000004")
        .draft(V2, "CREATE TABLE b (x int);", "DROP TABLE b;")
        .draft(V3, "ALTER TABLE b ADD COLUMN z int;", "SELECT 1;");
    migrator.up();
    assertEquals(List.of("a", "b"), tables());
    assertEquals(List.of(), Databases.rows(source, "SELECT z FROM b"));
    assertTrue(migrator.status().upToDate());
  }

  @Test
  void draftsLieOnTopOfWhatComesFromOthers() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    folder.draft(V3, "ALTER TABLE a ADD COLUMN mine int;", "ALTER TABLE a DROP COLUMN mine;");
    migrator.allowDrafts().up();
    folder.sealed(V2, "ALTER TABLE a ADD COLUMN theirs int;", "ALTER TABLE a DROP COLUMN theirs;");
    migrator.allowDrafts().up();
    assertEquals(List.of(), Databases.rows(source, "SELECT x, theirs, mine FROM a"));
    assertEquals(3, history().size());
    migrator.allowDrafts().down(3);
    assertEquals(List.of(), tables());
  }

  @Test
  void aSealedDraftIsOnlyWrittenDown() throws Exception {
    folder.draft(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    migrator.allowDrafts().up();
    folder.sealed("20260101000001_final_name", "CREATE TABLE a (x int);", "DROP TABLE a;");
    assertEquals(List.of(), migrator.up().done());
    assertEquals(
        List.of("final_name|null"),
        Databases.rows(source, "SELECT name, down_sql FROM _varve_migrations"));
    assertFalse(migrator.status().entries().get(0).draft());
  }

  @Test
  void nothingIsRevertedWhereALaterStepWouldLoseData() throws Exception {
    String none = "-- varve:transaction none\n";
    folder
        .sealed(
            V1,
            "CREATE TABLE a (x int, y int);",
            "-- varve:destructive column a.y\nALTER TABLE a DROP COLUMN y;")
        .sealed(V2, none + "CREATE INDEX i ON a (y);", none + "DROP INDEX i;");
    migrator.up();
    Databases.run(source, "INSERT INTO a (x, y) VALUES (1, 2)");
    assertSays(refused(() -> migrator.down(2)), V1 + ".down.sql: this would destroy data");
    assertEquals(List.of("20260101000001", "20260101000002"), history());
    Databases.run(source, "UPDATE a SET y = NULL");
    assertEquals(2, migrator.down(2).done().size());
  }

  /** A step may be about a name that only comes back on the way. */
  @Test
  void whatALaterStepDestroysMayHaveAnotherNameNow() throws Exception {
    folder
        .sealed(
            V1,
            "CREATE TABLE a (x int);",
            "-- varve:destructive column a.x\n-- varve:destructive table a\nDROP TABLE a;")
        .sealed(
            V2,
            "ALTER TABLE a RENAME COLUMN x TO y; ALTER TABLE a RENAME TO b;",
            "ALTER TABLE b RENAME TO a; ALTER TABLE a RENAME COLUMN y TO x;");
    migrator.up();
    Databases.run(source, "INSERT INTO b (y) VALUES (1)");
    assertSays(refused(() -> migrator.down(2)), "column a.x is not empty");
    assertEquals(List.of("20260101000001"), history());
    migrator.allowDataLoss().down(1);
    assertEquals(List.of(), tables());
  }

  @Test
  void dataIsSparedUnlessItMayBeLost() throws Exception {
    folder
        .sealed(V1, "CREATE TABLE a (x int);", "-- varve:destructive table a\nDROP TABLE a;")
        .sealed(
            V2,
            "ALTER TABLE a ADD COLUMN \"Odd y\" int;",
            "-- varve:destructive column a.\"Odd y\"\nALTER TABLE a DROP COLUMN \"Odd y\";");
    migrator.up();
    Databases.run(source, "INSERT INTO a (x) VALUES (1)");
    migrator.down(1);
    assertEquals(List.of("20260101000001"), history());
    MigrationException e = refused(() -> migrator.down(1));
    assertSays(e, V1 + ".down.sql: this would destroy data: table a is not empty");
    assertTrue(e.hint().orElseThrow().contains("allowDataLoss()"));
    migrator.up();
    Databases.run(source, "UPDATE a SET \"Odd y\" = 2");
    assertSays(refused(() -> migrator.down(1)), "column a.\"Odd y\" is not empty");
    migrator.allowDataLoss().down(2);
    assertEquals(List.of(), tables());
    migrator.up();
    migrator.down(2);
    assertEquals(List.of(), tables());
  }

  @Test
  void whatCannotBeLookedAtIsNotDestroyed() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "-- varve:destructive table typo\nDROP TABLE a;");
    migrator.up();
    MigrationException e = refused(() -> migrator.down(1));
    assertSays(e, V1 + ".down.sql: what varve:destructive names cannot be looked at", "typo");
    assertEquals(List.of("a"), tables());
    assertEquals(List.of("20260101000001"), history());
  }

  @Test
  void whatCannotBeReadIsOneException() throws Exception {
    threeTables();
    Files.delete(folder.file(V1 + ".sql"));
    Files.createDirectory(folder.file(V1 + ".sql"));
    assertSays(refused(() -> migrator.up()), "the migrations cannot be read");
  }

  @Test
  void theIrreversibleStopsBeforeAnything() throws Exception {
    folder
        .sealed(V1, "CREATE TABLE a (x int);", "-- IRREVERSIBLE: it was the last\nDROP TABLE a;")
        .sealed(V2, "CREATE TABLE b (x int);", "DROP TABLE b;");
    migrator.up();
    assertSays(
        refused(() -> migrator.allowDataLoss().down(2)),
        V1 + " cannot be reverted: it was the last");
    assertEquals(List.of("a", "b"), tables());
    migrator.down(1);
    assertEquals(List.of("a"), tables());
  }

  @Test
  void withoutATransactionItGoesOnWhereItStopped() throws Exception {
    folder.sealed(
        V1,
        "-- varve:transaction none\nCREATE TABLE a (x int);\nINSERT INTO a VALUES (1);\nINSERT INTO"
            + " later VALUES (2);\nINSERT INTO a VALUES (3);",
        "-- varve:transaction none\nDROP TABLE a;\nDROP TABLE later;");
    MigrationException e = refused(() -> migrator.up());
    assertEquals(4, e.line());
    assertSays(e, "The 2 statements before it stay");
    MigrationStatus.Entry entry = migrator.status().entries().get(0);
    assertEquals(State.INTERRUPTED, entry.state());
    assertEquals(2, entry.statementsDone());
    assertSays(refused(() -> migrator.down(1)), "is applied only in part; run up again first");

    Databases.run(source, "CREATE TABLE later (x int)");
    assertEquals(2, migrator.plan().steps().get(0).statements().size());
    assertEquals(2, migrator.up().done().get(0).statements());
    assertEquals(List.of("1", "3"), Databases.rows(source, "SELECT x FROM a ORDER BY x"));
    assertTrue(migrator.status().upToDate());

    Databases.run(source, "DROP TABLE later");
    assertEquals(3, refused(() -> migrator.allowDataLoss().down(1)).line());
    assertSays(refused(() -> migrator.up()), "is reverted only in part; run down again first");
    Databases.run(source, "CREATE TABLE later (x int)");
    migrator.down(1);
    assertEquals(List.of(), tables());
    assertEquals(List.of(), history());
  }

  @Test
  void thePlanIsWhatUpWouldRun() throws Exception {
    threeTables();
    migrator.upTo("20260101000001");
    MigrationPlan plan = migrator.plan();
    assertEquals(
        "-- "
            + engine.directory()
            + ": 2 scripts\n\n-- "
            + V2
            + ".sql\nCREATE TABLE b (x int);\n\n-- "
            + V3
            + ".sql\nCREATE TABLE c (x int);",
        plan.toString());
    assertEquals(List.of("a"), tables());
  }

  @Test
  void statusAndPlanWriteNothing() throws Exception {
    threeTables();
    assertEquals(3, migrator.status().pending().size());
    assertEquals(3, migrator.plan().steps().size());
    String history =
        engine == Engine.POSTGRESQL
            ? "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            : "SELECT name FROM sqlite_master";
    assertEquals(List.of(), Databases.rows(source, history));
  }

  @Test
  void theListenerIsToldInOrder() throws Exception {
    threeTables();
    List<String> told = new ArrayList<>();
    Migrator listening =
        migrator.listener(
            new MigrationListener() {
              @Override
              public void started(MigrationName migration, Direction direction) {
                told.add("started " + migration + " " + direction);
              }

              @Override
              public void finished(MigrationReport.Done done) {
                told.add("finished " + done.migration());
              }
            });
    listening.upTo("20260101000002");
    listening.down(1);
    assertEquals(
        List.of(
            "started " + V1 + " UP",
            "finished " + V1,
            "started " + V2 + " UP",
            "finished " + V2,
            "started " + V2 + " DOWN",
            "finished " + V2),
        told);
  }

  @Test
  void aConnectionInATransactionIsRefused() throws Exception {
    threeTables();
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      assertSays(
          refused(() -> Migrator.of(connection).directory(folder.db()).up()), "not in autocommit");
      connection.rollback();
      connection.setAutoCommit(true);
      Migrator.of(connection).directory(folder.db()).up();
      assertFalse(connection.isClosed());
      assertTrue(connection.getAutoCommit());
    }
    assertEquals(List.of("a", "b", "c"), tables());
  }

  @Test
  void twoAtOnceApplyEachMigrationOnce() throws Exception {
    for (int i = 10; i < 30; i++) {
      folder.sealed(
          "202601010000" + i + "_m",
          "CREATE TABLE t" + i + " (x int);\nINSERT INTO t" + i + " VALUES (1);",
          "DROP TABLE t" + i + ";");
    }
    int appliers = 4;
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger applied = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < appliers; i++) {
      Thread thread = new Thread(() -> applied.addAndGet(migrator.up().done().size()));
      thread.setUncaughtExceptionHandler((t, e) -> failures.add(e));
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), failures);
    assertEquals(20, applied.get());
    assertEquals(20, history().size());
  }

  @Test
  void zeroTimeoutIsAllowedAndNegativeIsNot() throws Exception {
    threeTables();
    migrator.lockTimeout(Duration.ZERO).up();
    assertThrows(
        IllegalArgumentException.class, () -> migrator.lockTimeout(Duration.ofSeconds(-1)));
    assertThrows(IllegalArgumentException.class, () -> migrator.down(-1));
  }

  @Test
  void passwordsAreNotShown() throws Exception {
    folder.sealed(V1, "CREATE ROLE nobody PASSWORD 'secret' NONSENSE;", "SELECT 1;");
    MigrationException e = refused(() -> migrator.up());
    assertSays(e, "PASSWORD '***'");
    assertFalse(String.valueOf(e.getMessage()).contains("secret"), e.getMessage());
  }

  @Test
  void aTableOfSomebodyElseIsNotTakenOver() throws Exception {
    String up = "CREATE TABLE IF NOT EXISTS %1$s (x int);";
    String down = "-- varve:destructive table %1$s\nDROP TABLE IF EXISTS %1$s;\n";
    Databases.run(source, "CREATE TABLE customers (theirs int)");
    Databases.run(source, "INSERT INTO customers VALUES (42)");
    folder
        .sealed(V1, up.formatted("a"), down.formatted("a"))
        .draft(V2, up.formatted("customers"), down.formatted("customers"));
    Migrator drafting = migrator.allowDrafts();
    MigrationException e = refused(drafting::up);
    assertSays(e, V2 + ".sql: the table customers is there already", "not made by a migration");
    assertTrue(e.hint().orElseThrow().contains("baseline(\"20260101000001\") lets these count"));
    assertTrue(e.hint().orElseThrow().contains("another schema or database"));
    String problem = String.valueOf(e.getMessage()).replace("\n  ", ". ");
    assertEquals(List.of(problem), drafting.plan().problems());
    assertEquals(List.of(problem), drafting.status().problems());
    assertEquals(List.of(), drafting.planUpTo("20260101000001").problems());
    assertEquals(List.of("customers"), tables());
    assertEquals(List.of("42"), Databases.rows(source, "SELECT theirs FROM customers"));

    Databases.run(source, "ALTER TABLE customers RENAME TO theirs");
    assertEquals(2, drafting.up().done().size());
    Databases.run(source, "INSERT INTO customers VALUES (1)");
    String wider = "CREATE TABLE IF NOT EXISTS customers (x int, y int);";
    folder.draft(V2, wider, down.formatted("customers"));
    assertEquals(2, drafting.up().done().size());
    assertEquals(List.of(), Databases.rows(source, "SELECT x, y FROM customers"));

    Databases.run(source, "INSERT INTO customers VALUES (1, 2)");
    folder.draft(
        V2, wider + up.formatted("theirs"), down.formatted("customers") + down.formatted("theirs"));
    assertSays(refused(drafting::up), "the table theirs is there already");
    assertEquals(List.of("1|2"), Databases.rows(source, "SELECT x, y FROM customers"));
    assertEquals(List.of("42"), Databases.rows(source, "SELECT theirs FROM theirs"));
  }

  @Test
  void aDownScriptThatRevertsNothingIsRefused() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "-- later\n;");
    migrator.up();
    Databases.run(source, "INSERT INTO a VALUES (1)");
    assertSays(
        refused(() -> migrator.allowDataLoss().down(1)),
        V1 + " cannot be reverted",
        "reverts nothing");
    assertEquals(List.of("1"), Databases.rows(source, "SELECT x FROM a"));
    assertEquals(List.of("20260101000001"), history());
  }
}
