package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpCommandTest {
  @TempDir Path folder;

  private Trial trial(Engine engine) throws IOException, SQLException {
    return new Trial(ExampleProject.ofThree(folder), Databases.create(engine, folder));
  }

  @ParameterizedTest
  @EnumSource
  void everythingIsAppliedOnce(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial
        .run("up")
        .exits(ExitCode.DONE)
        .says(engine.directory() + ": 3 applied")
        .complains("applied 20260101000002_create_posts (2 statements");
    assertEquals(
        List.of("create_users", "create_posts", "add_nick"), Databases.applied(trial.url()));
    trial.run("up").exits(ExitCode.DONE).says(": nothing to do");
  }

  @ParameterizedTest
  @EnumSource
  void aVersionIsALimit(Engine engine) throws Exception {
    Trial trial = trial(engine);
    Map<String, Object> json =
        trial
            .run("up", "--json", "--to", "20260101000002_create_posts")
            .exits(ExitCode.DONE)
            .json();
    assertEquals(List.of("20260101000001", "20260101000002"), Json.each(json, "done", "version"));
    assertEquals(List.of("up", "up"), Json.each(json, "done", "direction"));
    assertEquals(List.of(1L, 2L), Json.each(json, "done", "statements"));
    assertEquals(List.of("create_users", "create_posts"), Databases.applied(trial.url()));
  }

  @Test
  void aVersionMustExistAndLookLikeOne() throws Exception {
    Trial trial = trial(Engine.SQLITE);
    trial
        .run("up", "--to=20250101000000")
        .exits(ExitCode.FAILED)
        .complains("there is no version 20250101000000 in varve.lock");
    trial.run("up", "--to=7").exits(ExitCode.USAGE).complains("14 digits").complains("--help");
  }

  @ParameterizedTest
  @EnumSource
  void draftsAreRefused(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.project().draft("20260101000004_more", "CREATE TABLE more (id int)", "DROP TABLE more");
    trial
        .run("up")
        .exits(ExitCode.FAILED)
        .complains("20260101000004_more is a draft")
        .complains("say --allow-drafts");
    trial.run("up", "--allow-drafts").exits(ExitCode.DONE).says("4 applied");
  }

  @ParameterizedTest
  @EnumSource
  void allDraftsAreNamedInOneSentence(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial
        .project()
        .draft("20260101000004_more", "CREATE TABLE more (id int)", "DROP TABLE more")
        .draft("20260101000005_most", "CREATE TABLE most (id int)", "DROP TABLE most");
    Trial.Outcome outcome = trial.run("up").exits(ExitCode.FAILED);
    outcome.complains("20260101000004_more, 20260101000005_most are drafts");
    assertEquals(1, outcome.err().split("--allow-drafts", -1).length - 1, outcome.err());
    trial.run("up", "--allow-drafts").exits(ExitCode.DONE).says("5 applied");
  }

  @ParameterizedTest
  @EnumSource
  void replacingADraftNeedsConsent(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.project().draft("20260101000004_more", "CREATE TABLE more (id int)", "DROP TABLE more");
    trial.run("up", "--allow-drafts").exits(ExitCode.DONE);
    Databases.run(trial.url(), "INSERT INTO more VALUES (7)");
    trial.project().draft("20260101000004_more", "CREATE TABLE more (no int)", "DROP TABLE more");
    trial
        .run("up", "--allow-drafts")
        .exits(ExitCode.FAILED)
        .complains("20260101000004_more: table more");
    assertEquals(List.of("7"), Databases.column(trial.url(), "SELECT id FROM more"));
    trial
        .run("up", "--allow-drafts", "--allow-data-loss")
        .exits(ExitCode.DONE)
        .says("1 reverted, 1 applied");
    assertEquals(List.of(), Databases.column(trial.url(), "SELECT no FROM more"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOlderIsRefused(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.run("up").exits(ExitCode.DONE);
    trial.project().sealed("20250101000000_late", "CREATE TABLE late (id int)", "DROP TABLE late");
    trial.run("up").exits(ExitCode.FAILED).complains("or say --allow-out-of-order if");
    trial.run("up", "--allow-out-of-order").exits(ExitCode.DONE).says("1 applied");
  }

  @ParameterizedTest
  @EnumSource
  void droppingAColumnNeedsConsent(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.run("up").exits(ExitCode.DONE);
    trial
        .project()
        .sealed(
            "20260101000004_drop_nick",
            "-- varve:phase contract\n-- varve:hazard DS103 drops users.nick\n"
                + "ALTER TABLE users DROP COLUMN nick",
            "ALTER TABLE users ADD COLUMN nick text");
    trial.run("plan").exits(ExitCode.DONE);
    Databases.run(trial.url(), "INSERT INTO users VALUES (1, 'a', 'b')");
    trial.run("plan").exits(ExitCode.FAILED).says("wants --allow-data-loss");
    trial.run("plan", "--allow-data-loss").exits(ExitCode.DONE);
    trial
        .run("up")
        .exits(ExitCode.FAILED)
        .complains("agree to it with --allow-data-loss")
        .complains("20260101000004_drop_nick: column users.nick");
    trial.answering("n", "up").exits(ExitCode.FAILED).complains("nothing was run");
    assertEquals(3, Databases.applied(trial.url()).size());
    trial
        .answering("y", "up")
        .exits(ExitCode.DONE)
        .complains("  20260101000004_drop_nick.sql")
        .complains(
            engine == Engine.SQLITE
                ? "To be run on sqlite:/"
                : "To be run on postgresql://localhost:")
        .complains("Lose it? [y/N]");
    assertEquals(4, Databases.applied(trial.url()).size());
  }

  @ParameterizedTest
  @EnumSource
  void aYesIsForWhatWasShown(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.run("up").exits(ExitCode.DONE);
    Databases.run(trial.url(), "INSERT INTO users VALUES (1, 'a', 'b')");
    String nick = "20260101000004_drop_nick";
    trial.project().sealed(nick, "ALTER TABLE users DROP COLUMN nick", "SELECT 1");
    // Not sealed by the processor, which says what it drops: the statement shows it.
    trial
        .agreeingAfter(
            () ->
                trial.project().sealed("20260101000005_drop_posts", "DROP TABLE posts", "SELECT 1"),
            "up")
        .exits(ExitCode.FAILED)
        .complains("have changed since this was planned; nothing was run");
    assertEquals(3, Databases.applied(trial.url()).size());
    trial
        .agreeingAfter(() -> Databases.run(trial.url(), "INSERT INTO posts VALUES (1)"), "up")
        .exits(ExitCode.FAILED)
        .complains("table posts is not empty");
    assertEquals(3, Databases.applied(trial.url()).size());
    trial
        .agreeingAfter(
            () -> trial.run("up", "--allow-data-loss", "--to=20260101000004").exits(ExitCode.DONE),
            "up")
        .exits(ExitCode.DONE)
        .says("1 applied");
  }

  /** A fresh database gets and loses a column in one run, which is nobody's. */
  @ParameterizedTest
  @EnumSource
  void whatComesAndGoesInOneRunIsNoLoss(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial
        .project()
        .sealed(
            "20260101000004_drop",
            "-- varve:hazard DS103 users.nick: Lost.\n-- varve:destructive column users.nick\n"
                + "ALTER TABLE users DROP COLUMN nick",
            "SELECT 1");
    trial.run("up").exits(ExitCode.DONE).says("4 applied");
  }

  @ParameterizedTest
  @EnumSource
  void allThatIsWantedIsSaidAtOnce(Engine engine) throws Exception {
    Trial trial = trial(engine);
    String name = "20260101000004_more";
    trial.project().draft(name, "CREATE TABLE more (id int)", "DROP TABLE more");
    trial.run("up", "--allow-drafts").exits(ExitCode.DONE);
    Databases.run(trial.url(), "INSERT INTO more VALUES (7)");
    trial.project().sealed(name, "CREATE TABLE more (no int)", "DROP TABLE more");
    trial
        .run("up")
        .exits(ExitCode.FAILED)
        .complains("--allow-drafts reverts it")
        .complains("agree to it with --allow-data-loss");
    Databases.run(trial.url(), "DELETE FROM more");
    trial.run("up", "--allow-drafts").exits(ExitCode.DONE).says("1 reverted, 1 applied");
  }

  @ParameterizedTest
  @EnumSource
  void whatFailsIsToldWithItsPlace(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial
        .project()
        .sealed("20260101000004_bad", "SELECT 1;\nSELECT nothing FROM nowhere", "SELECT 1");
    Trial.Outcome outcome = trial.run("up", "--json").exits(ExitCode.FAILED);
    outcome.complains("20260101000004_bad.sql, line 2").complains("nowhere");
    Map<?, ?> error = (Map<?, ?>) outcome.json().get("error");
    assertEquals(1L, error.get("exitCode"));
    assertEquals("20260101000004", error.get("version"));
    assertEquals("20260101000004_bad.sql", error.get("file"));
    assertEquals(2L, error.get("line"));
    assertEquals("SELECT nothing FROM nowhere", error.get("statement"));
    assertEquals(engine == Engine.POSTGRESQL ? "42P01" : null, error.get("sqlState"));
    assertEquals(3, ((List<?>) outcome.json().get("done")).size());
  }

  @Test
  void waitingEnds() throws Exception {
    Trial trial = trial(Engine.SQLITE);
    try (Connection other = DriverManager.getConnection(trial.url());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      trial
          .run("up", "--lock-timeout=50ms")
          .exits(ExitCode.FAILED)
          .complains("another connection is writing");
    }
    trial.run("up", "--lock-timeout=soon").exits(ExitCode.USAGE).complains("is no duration");
    trial.run("up", "--lock-timeout=2m").exits(ExitCode.DONE);
  }

  /** Who holds the lock is named with its process, and the option that waits longer. */
  @Test
  void waitingEndsWithWhoHoldsTheLock() throws Exception {
    Trial trial = trial(Engine.POSTGRESQL);
    trial.project().sealed("20260101000004_slow", "SELECT pg_sleep(600) FROM users", "SELECT 1");
    trial.run("up", "--to=20260101000003").exits(ExitCode.DONE);
    Databases.run(trial.url(), "INSERT INTO users VALUES (1, 'a', 'b')");
    CompletableFuture<Trial.Outcome> holder = CompletableFuture.supplyAsync(() -> trial.run("up"));
    String asleep =
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            + " AND wait_event = 'PgSleep'";
    List<String> pids = List.of();
    while (pids.isEmpty()) {
      assertFalse(holder.isDone(), "nobody holds the lock");
      pids = Databases.column(trial.url(), asleep);
    }
    trial
        .run("up", "--lock-timeout=300ms")
        .exits(ExitCode.FAILED)
        .complains("another applier holds the lock since longer than 300 ms: server process ")
        .complains(
            "with a longer --lock-timeout, or end it: SELECT pg_terminate_backend("
                + pids.get(0)
                + ")");
    Databases.run(trial.url(), "SELECT pg_terminate_backend(" + pids.get(0) + ")");
    holder.join().exits(ExitCode.FAILED);
    assertEquals(3, Databases.applied(trial.url()).size());
  }

  @Test
  void aTerminalSeesColoursAndOneLineForEachScript() throws Exception {
    Trial trial = trial(Engine.SQLITE);
    Trial.Outcome outcome = trial.answering("", "up").exits(ExitCode.DONE);
    assertTrue(outcome.err().contains("\r\u001b[Kapplying 20260101000001_create_users ..."));
    assertTrue(outcome.err().contains("\r\u001b[Kapplied 20260101000001_create_users (1 "));
    trial.answering("", "status").says(Colour.GREEN.of("applied"));
    assertTrue(trial.run("status").out().indexOf('\u001b') < 0);
  }

  @ParameterizedTest
  @EnumSource
  void tablesWithoutAHistoryAreLedToABaselineBeforeAnythingElseIsAsked(Engine engine)
      throws Exception {
    Trial trial = trial(engine);
    trial
        .project()
        .sealed(
            "20260101000001_create_users",
            "CREATE TABLE IF NOT EXISTS users (id integer PRIMARY KEY, name text)",
            "-- varve:destructive table users\nDROP TABLE users")
        .sealed(
            "20260101000004_drop_nick",
            "-- varve:hazard DS103 drops users.nick\nALTER TABLE users DROP COLUMN nick",
            "ALTER TABLE users ADD COLUMN nick text");
    Databases.run(trial.url(), "CREATE TABLE users (id integer PRIMARY KEY, name text)");
    Databases.run(trial.url(), "INSERT INTO users VALUES (1, 'Ann')");
    String hint = "varve baseline 20260101000004 compares them with the model";
    for (String[] up : new String[][] {{"up"}, {"up", "--allow-data-loss"}}) {
      Trial.Outcome outcome = trial.run(up).exits(ExitCode.FAILED);
      outcome.complains("the table users is there already").complains(hint);
      assertTrue(!outcome.err().contains("drop it") && !outcome.err().contains("agree"));
    }
    trial.answering("y", "up").exits(ExitCode.FAILED).complains(hint);
    trial.run("status").exits(ExitCode.FOUND).says(hint);
    trial.run("plan").exits(ExitCode.FAILED).says(hint);
    assertEquals(List.of("Ann"), Databases.column(trial.url(), "SELECT name FROM users"));
    trial.run("baseline", "20260101000004", "--unverified", "--yes").exits(ExitCode.DONE);
    trial.run("up").exits(ExitCode.DONE).says("nothing to do");
  }
}
