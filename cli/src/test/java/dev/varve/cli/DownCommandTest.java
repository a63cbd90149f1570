package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DownCommandTest {
  @TempDir Path folder;

  /** All three are applied. */
  private Trial trial(Engine engine) throws IOException, SQLException {
    Trial trial = new Trial(ExampleProject.ofThree(folder), Databases.create(engine, folder));
    trial.run("up").exits(ExitCode.DONE);
    return trial;
  }

  @ParameterizedTest
  @EnumSource
  void oneByOneOrMoreOrToAVersion(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.run("down").exits(ExitCode.DONE).says(": 1 reverted");
    assertEquals(List.of("create_users", "create_posts"), Databases.applied(trial.url()));
    trial.run("up").exits(ExitCode.DONE);
    Map<String, Object> json =
        trial.run("down", "--to=20260101000001", "--json").exits(ExitCode.DONE).json();
    assertEquals(List.of("add_nick", "create_posts"), Json.each(json, "done", "name"));
    assertEquals(List.of("down", "down"), Json.each(json, "done", "direction"));
    trial.run("up").exits(ExitCode.DONE);
    trial.run("down", "9").exits(ExitCode.DONE).says(": 3 reverted");
    trial.run("down").exits(ExitCode.DONE).says(": nothing to do");
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreSparedWhereNobodyCanBeAsked(Engine engine) throws Exception {
    Trial trial = trial(engine);
    Databases.run(trial.url(), "INSERT INTO users VALUES (1, 'a', 'b')");
    trial
        .run("down")
        .exits(ExitCode.FAILED)
        .complains("agree to it with --allow-data-loss")
        .complains("20260101000003_add_nick: column users.nick");
    assertEquals(3, Databases.applied(trial.url()).size());
    trial.run("down", "--allow-data-loss").exits(ExitCode.DONE);
    assertEquals(2, Databases.applied(trial.url()).size());
  }

  @ParameterizedTest
  @EnumSource
  void aPersonIsAskedBeforeAnythingIsRun(Engine engine) throws Exception {
    Trial trial = trial(engine);
    Databases.run(trial.url(), "INSERT INTO posts VALUES (1)");
    Databases.run(trial.url(), "INSERT INTO users VALUES (1, 'a', 'b')");
    for (String no : List.of("n", "", "yesterday")) {
      trial
          .answering(no, "down", "2")
          .exits(ExitCode.FAILED)
          .complains("20260101000003_add_nick: column users.nick")
          .complains("20260101000002_create_posts: table posts")
          .complains("nothing was run");
      assertEquals(3, Databases.applied(trial.url()).size(), no);
    }
    trial.answering("YES", "down", "2").exits(ExitCode.DONE).says(": 2 reverted");
    assertEquals(List.of("create_users"), Databases.applied(trial.url()));
  }

  @ParameterizedTest
  @EnumSource
  void aYesIsForWhatWasShown(Engine engine) throws Exception {
    Trial trial = trial(engine);
    Databases.run(trial.url(), "INSERT INTO users VALUES (1, 'a', 'b')");
    trial.project().sealed("20260101000004_more", "CREATE TABLE more (id int)", "DROP TABLE more");
    trial
        .agreeingAfter(
            () -> {
              trial.run("up").exits(ExitCode.DONE);
              Databases.run(trial.url(), "INSERT INTO more VALUES (7)");
            },
            "down")
        .exits(ExitCode.FAILED)
        .complains("have changed since this was planned; nothing was run");
    assertEquals(4, Databases.applied(trial.url()).size());
    trial
        .agreeingAfter(() -> trial.run("down", "--allow-data-loss").exits(ExitCode.DONE), "down")
        .exits(ExitCode.FAILED)
        .complains("nothing was run");
    assertEquals(3, Databases.applied(trial.url()).size());
    trial
        .agreeingAfter(
            () -> Databases.run(trial.url(), "INSERT INTO posts VALUES (1)"), "down", "2")
        .exits(ExitCode.FAILED)
        .complains("table posts is not empty");
    assertEquals(3, Databases.applied(trial.url()).size());
    trial.agreeingAfter(() -> {}, "down").exits(ExitCode.DONE).says("1 reverted");
  }

  @ParameterizedTest
  @EnumSource
  void whatNoCommentSaysIsSparedToo(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial
        .project()
        .sealed(
            "20260101000004_more",
            "CREATE TABLE more (id int)",
            "-- varve:hazard DS102 more: The rows are lost.\nDROP TABLE more");
    trial
        .project()
        .sealed(
            "20260101000005_far",
            "CREATE TABLE far (id int)",
            "-- varve:hazard DS102 far: The rows are lost.\nSELECT 1");
    trial.run("up").exits(ExitCode.DONE);
    Databases.run(trial.url(), "INSERT INTO more VALUES (7)");
    trial.run("down").exits(ExitCode.FAILED).complains("DS102 far: The rows are lost.");
    trial.run("down", "--allow-data-loss").exits(ExitCode.DONE);
    trial.run("plan", "--down=1").exits(ExitCode.FAILED).says("wants --allow-data-loss");
    trial.run("down").exits(ExitCode.FAILED).complains("20260101000004_more: table more");
    assertEquals(List.of("7"), Databases.column(trial.url(), "SELECT id FROM more"));
    Databases.run(trial.url(), "DELETE FROM more");
    trial.run("plan", "--down=1").exits(ExitCode.DONE);
    trial.run("down").exits(ExitCode.DONE);
  }

  @Test
  void nobodyIsAskedWhereNothingIsLost() throws Exception {
    Trial trial = trial(Engine.SQLITE);
    trial
        .project()
        .sealed("20260101000004_index", "CREATE INDEX i ON users (name)", "DROP INDEX i");
    trial.run("up").exits(ExitCode.DONE);
    trial.answering("n", "down").exits(ExitCode.DONE);
  }

  @Test
  void whatCannotBeMeantIsRefused() throws Exception {
    Trial trial = trial(Engine.SQLITE);
    trial.run("down", "0").exits(ExitCode.USAGE).complains("at least 1, found 0");
    trial.run("down", "many").exits(ExitCode.USAGE).complains("at least 1, found many");
    trial
        .run("down", "1", "--to=20260101000001")
        .exits(ExitCode.USAGE)
        .complains("mutually exclusive");
    trial
        .run("down", "--to=20250101000000")
        .exits(ExitCode.FAILED)
        .complains("there is no version 20250101000000 in the history");
    assertEquals(3, Databases.applied(trial.url()).size());
  }
}
