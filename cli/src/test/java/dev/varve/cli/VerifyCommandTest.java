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

class VerifyCommandTest {
  @TempDir Path folder;

  static final String MODEL =
      """
      {"format": 1, "names": 1, "tables": [
        {"name": "users", "origin": "shop.User",
         "columns": [{"name": "id", "type": "int64"}, {"name": "name", "type": "text"%s}],
         "primaryKey": {"name": "users_pkey", "columns": ["id"]}}%s
      ]}
      """;

  private static final String POSTS =
      """
      , {"name": "posts", "origin": "shop.Post",
         "columns": [{"name": "id", "type": "int64"}],
         "primaryKey": {"name": "posts_pkey", "columns": ["id"]}}""";

  /** A sealed table that is as the snapshot says, and is applied. */
  private Trial trial(Engine engine) throws IOException, SQLException {
    ExampleProject project = new ExampleProject(folder.resolve("db"));
    project
        .sealed("20260101000001_init", table(engine, "users", ", name text NOT NULL"), "SELECT 1")
        .snapshot(MODEL.formatted("", ""));
    Trial trial = new Trial(project, Databases.create(engine, folder));
    trial.run("up").exits(ExitCode.DONE);
    return trial;
  }

  static String table(Engine engine, String name, String more) {
    return switch (engine) {
      case POSTGRESQL ->
          "CREATE TABLE %s (id bigint%s, CONSTRAINT %s_pkey PRIMARY KEY (id))"
              .formatted(name, more, name);
      case SQLITE ->
          "CREATE TABLE %s (id INTEGER NOT NULL%s, CONSTRAINT %s_pkey PRIMARY KEY (id)) STRICT"
              .formatted(name, more, name);
    };
  }

  @ParameterizedTest
  @EnumSource
  void whatAgreesIsFine(Engine engine) throws Exception {
    trial(engine)
        .run("verify")
        .exits(ExitCode.DONE)
        .says(": all as it should be, compared with snapshot.json");
  }

  @ParameterizedTest
  @EnumSource
  void whatSomebodyChangedByHandIsFound(Engine engine) throws Exception {
    Trial trial = trial(engine);
    Databases.run(trial.url(), "ALTER TABLE users ADD COLUMN nick text");
    Databases.run(trial.url(), "CREATE TABLE stray (id int)");
    Databases.run(trial.url(), "CREATE VIEW names AS SELECT name FROM users");
    Map<String, Object> json = trial.run("verify", "--json").exits(ExitCode.FOUND).json();
    assertEquals(List.of("difference", "difference"), Json.each(json, "findings", "kind"));
    trial
        .run("verify")
        .says("column nick of table users isn't expected")
        .says("table stray isn't expected")
        .says("note: names: ");
  }

  @ParameterizedTest
  @EnumSource
  void whileSomethingIsPendingTablesAreComparedOnlyWhereAModelIsKnown(Engine engine)
      throws Exception {
    Trial trial = trial(engine);
    trial.project().sealed("20260101000002_more", table(engine, "posts", ""), "SELECT 1");
    trial
        .run("verify")
        .exits(ExitCode.FOUND)
        .says("1 finding, tables not compared")
        .says("pending: 20260101000002_more is not applied");
  }

  @ParameterizedTest
  @EnumSource
  void draftsLeadToTheModel(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.project().draft("20260101000002_more", table(engine, "posts", ""), "DROP TABLE posts");
    Files.writeString(trial.project().db().resolve("model.json"), MODEL.formatted("", POSTS));
    Map<String, Object> before = trial.run("verify", "--json").exits(ExitCode.FOUND).json();
    assertEquals("snapshot.json", before.get("comparedWith"));
    assertEquals(List.of("draft"), Json.each(before, "findings", "kind"));
    trial.run("up", "--allow-drafts").exits(ExitCode.DONE);
    Map<String, Object> after = trial.run("verify", "--json").exits(ExitCode.FOUND).json();
    assertEquals("model.json", after.get("comparedWith"));
    assertEquals(List.of("draft"), Json.each(after, "findings", "kind"));
  }

  @ParameterizedTest
  @EnumSource
  void changedFilesAreFound(Engine engine) throws Exception {
    Trial trial = trial(engine);
    Path snapshot = trial.project().db().resolve("snapshot.json");
    Files.writeString(snapshot, MODEL.formatted(", \"nullable\": true", ""));
    trial.project().write(engine, "20260101000001_init.down.sql", "SELECT 2");
    trial
        .run("verify")
        .exits(ExitCode.FOUND)
        .says("problem: 20260101000001_init.down.sql has changed since it was sealed")
        .says("problem: snapshot.json is not the one that varve.lock names")
        .says("compile with -Avarve.mode=repair")
        .says("difference: column name of table users differs");
    Files.writeString(snapshot, "{");
    trial.run("verify").exits(ExitCode.FAILED).complains("snapshot.json, line 1");
    Files.delete(snapshot);
    trial.run("verify").exits(ExitCode.FOUND).says("it is missing");
  }

  @ParameterizedTest
  @EnumSource
  void lineEndsOfAnotherSystemChangeNothing(Engine engine) throws Exception {
    Trial trial = trial(engine);
    Path snapshot = trial.project().db().resolve("snapshot.json");
    Files.writeString(snapshot, Files.readString(snapshot).replace("\n", "\r\n"));
    trial.run("verify").exits(ExitCode.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void tablesThatMayBeAnotherDatabasesAreNotes(Engine engine) throws Exception {
    Trial trial = trial(engine);
    Databases.run(trial.url(), "CREATE TABLE theirs (id int)");
    trial.run("verify").exits(ExitCode.FOUND).says("difference: table theirs isn't expected");
    Databases.run(
        trial.url(),
        "INSERT INTO _varve_migrations (version, name, checksum, state, applied_at, applied_by,"
            + " duration_ms, statements_done, draft, database_name) SELECT version, name, checksum,"
            + " state, applied_at, applied_by, duration_ms, statements_done, draft, 'other' FROM"
            + " _varve_migrations");
    trial
        .run("verify")
        .exits(ExitCode.DONE)
        .says("note: table theirs isn't expected here; the history has other databases");
  }

  @ParameterizedTest
  @EnumSource
  void checksumsAreShortForPeople(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.project().write(engine, "20260101000001_init.sql", "SELECT 2");
    Trial.Outcome outcome = trial.run("verify").exits(ExitCode.FOUND).says("…");
    assertFalse(outcome.out().matches("(?s).*[0-9a-f]{64}.*"), outcome.out());
    String json = trial.run("verify", "--json").exits(ExitCode.FOUND).out();
    assertTrue(json.matches("(?s).*[0-9a-f]{64}.*"), json);
  }

  @Test
  void aRoleThatMayNotWriteIsToldWhatIsNeeded() throws Exception {
    Trial trial = trial(Engine.POSTGRESQL);
    trial.project().snapshot(MODEL.formatted(", \"default\": \"lower('X')\"", ""));
    String readOnly = "options=-c%20default_transaction_read_only%3Don";
    String url = trial.url() + (trial.url().contains("?") ? "&" : "?") + readOnly;
    new Trial(trial.project(), url)
        .run("verify")
        .exits(ExitCode.FAILED)
        .complains("the tables can't be compared")
        .complains("GRANT TEMPORARY ON DATABASE");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRevertedInPartIsSaidSo(Engine engine) throws Exception {
    Trial trial = trial(engine);
    String none = "-- varve:transaction none\n";
    trial
        .project()
        .sealed(
            "20260101000002_more",
            none + table(engine, "posts", ""),
            none + "SELECT 1;\nDROP TABLE nowhere;");
    trial.run("up").exits(ExitCode.DONE);
    trial.run("down").exits(ExitCode.FAILED);
    Trial.Outcome verified = trial.run("verify").exits(ExitCode.FOUND);
    verified.says("20260101000002_more is reverted only in part; run down again");
    assertFalse(verified.out().contains("run up again"), verified.out());
  }
}
