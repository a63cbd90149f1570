package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusCommandTest {
  @TempDir Path folder;

  private Trial trial(Engine engine) throws IOException, SQLException {
    return new Trial(ExampleProject.ofThree(folder), Databases.create(engine, folder));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPendingIsFoundAndWhatIsAppliedIsFine(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.run("status").exits(ExitCode.FOUND).says("3 of 3 to be applied").says("pending");
    trial.run("up", "--to=20260101000002").exits(ExitCode.DONE);
    Map<String, Object> json = trial.run("status", "--json").exits(ExitCode.FOUND).json();
    assertEquals(engine.directory(), json.get("database"));
    assertEquals(false, json.get("upToDate"));
    assertEquals(List.of("applied", "applied", "pending"), Json.each(json, "migrations", "state"));
    assertEquals(
        List.of("create_users", "create_posts", "add_nick"), Json.each(json, "migrations", "name"));
    trial.run("up").exits(ExitCode.DONE);
    trial.run("status").exits(ExitCode.DONE).says(engine.directory() + ": up to date");
  }

  @Test
  void aDraftIsFoundThoughItIsApplied() throws Exception {
    Trial trial = trial(Engine.SQLITE);
    trial.project().draft("20260101000004_more", "CREATE TABLE more (id int)", "DROP TABLE more");
    trial.run("up", "--allow-drafts").exits(ExitCode.DONE);
    trial
        .run("status")
        .exits(ExitCode.FOUND)
        .says("up to date, with drafts")
        .says("applied, a draft");
    Map<String, Object> json = trial.run("status", "--json").exits(ExitCode.FOUND).json();
    assertEquals(false, json.get("upToDate"));
    assertEquals(List.of(), json.get("problems"));
  }

  @ParameterizedTest
  @EnumSource
  void aChangedScriptIsFound(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.run("up").exits(ExitCode.DONE);
    trial.project().write(engine, "20260101000003_add_nick.sql", "SELECT 1");
    Map<String, Object> json = trial.run("status", "--json").exits(ExitCode.FOUND).json();
    assertEquals("changed", Json.each(json, "migrations", "state").get(2));
    assertTrue(json.get("problems").toString().contains("has changed since it was sealed"));
    trial.run("status").says("! 20260101000003_add_nick.sql has changed since it was applied");
    trial.run("up").exits(ExitCode.FAILED).complains("has changed since");
  }

  @ParameterizedTest
  @EnumSource
  void whatStoppedInTheMiddleIsSaidWithTheWaysOn(Engine engine) throws Exception {
    Trial trial = trial(engine);
    String script = "-- varve:transaction none\nSELECT 1;\nINSERT INTO later VALUES (1)";
    trial.project().sealed("20260101000004_stops", script, "SELECT 1");
    trial.run("up").exits(ExitCode.FAILED);
    trial
        .run("status")
        .exits(ExitCode.FOUND)
        .says("20260101000004_stops         interrupted, 20")
        .says("stops.sql: 1 of 2 statements done; the next, line 3: INSERT INTO later VALUES (1)")
        .says("- varve up goes on with this statement")
        .says("by hand: varve repair --done 20260101000004");
  }

  @Test
  void whatIsOlderThanTheNewestIsOutOfOrder() throws Exception {
    Trial trial = trial(Engine.SQLITE);
    trial.run("up").exits(ExitCode.DONE);
    trial.project().sealed("20260101000000_late", "SELECT 1", "SELECT 1");
    trial.run("status").exits(ExitCode.FOUND).says("out of order").says("--allow-out-of-order");
    trial.run("verify").exits(ExitCode.FOUND).says("late is not applied, though a newer one is");
  }

  @Test
  void aFileThatIsNotThereIsNotMade() throws Exception {
    Path file = folder.resolve("typo.db");
    Trial trial = new Trial(ExampleProject.ofThree(folder), "sqlite:" + file);
    trial.run("status").exits(ExitCode.FOUND).says("3 of 3").complains("typo.db isn't there");
    trial.run("plan").exits(ExitCode.DONE).says("sqlite: 3 scripts").complains("typo.db isn't");
    trial.run("verify").exits(ExitCode.FOUND).says("3 findings").complains("typo.db isn't there");
    assertFalse(Files.exists(file));
    trial.run("down").exits(ExitCode.FAILED).complains("Is this the right path?");
    assertFalse(Files.exists(file));
    new Trial(trial.project(), "sqlite:" + folder.resolve("nowhere/typo.db"))
        .run("status")
        .exits(ExitCode.FAILED)
        .complains("Is this the right path?");
    trial.run("up").exits(ExitCode.DONE);
    assertTrue(Files.exists(file));
  }

  @Test
  void aFolderWithoutALockFileIsNoProject() throws Exception {
    ExampleProject nothing = new ExampleProject(folder.resolve("elsewhere"));
    new Trial(nothing, Databases.create(Engine.SQLITE, folder))
        .run("status")
        .exits(ExitCode.FAILED)
        .complains("is this the folder that Varve writes?");
  }

  /** A link to nowhere is in the way of root too, unlike a missing right. */
  @Test
  void whatReadingInWalModeNeedsIsSaid() throws Exception {
    Trial trial = trial(Engine.SQLITE);
    Databases.run(trial.url(), "PRAGMA journal_mode = WAL");
    Path shared = Path.of(trial.url().substring("jdbc:sqlite:".length()) + "-shm");
    Files.createSymbolicLink(shared, folder.resolve("nowhere/shm"));
    trial
        .run("status")
        .exits(ExitCode.FAILED)
        .complains("to read a database in WAL mode, the folder");
  }
}
