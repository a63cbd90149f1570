package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineCommandTest {
  private static final String NEWEST = "20260101000003";

  @TempDir Path folder;

  /** A database with the tables, made before there was a history. */
  private Trial trial(Engine engine) throws Exception {
    String users = VerifyCommandTest.table(engine, "users", ", name text NOT NULL");
    ExampleProject project =
        new ExampleProject(folder.resolve("db"))
            .sealed("20260101000001_create_users", users, "DROP TABLE users")
            .sealed("20260101000002_old", "CREATE TABLE old (x integer)", "DROP TABLE old")
            .sealed("20260101000003_drop_old", "DROP TABLE old", "SELECT 1")
            .snapshot(VerifyCommandTest.MODEL.formatted("", ""));
    Trial elsewhere = new Trial(project, Databases.create(engine, folder));
    elsewhere.run("up").exits(ExitCode.DONE);
    Databases.run(elsewhere.url(), "DROP TABLE _varve_migrations");
    return elsewhere;
  }

  @ParameterizedTest
  @EnumSource
  void tablesThatAreAsTheModelSaysCountAsMigrated(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.run("up").exits(ExitCode.FAILED);
    trial
        .run("baseline", NEWEST)
        .exits(ExitCode.FAILED)
        .complains("To count as applied without being run on ")
        .complains(":\n  20260101000001_create_users")
        .complains("Views, triggers, functions and rows are in no model")
        .complains("agree to it with --yes");
    trial.answering("n", "baseline", NEWEST).exits(ExitCode.FAILED);
    trial.run("status").says("3 of 3 to be applied");
    Map<String, Object> json =
        trial.run("baseline", NEWEST, "--yes", "--json").exits(ExitCode.DONE).json();
    assertEquals(List.of("create_users", "old", "drop_old"), Json.each(json, "migrations", "name"));
    trial.run("verify").exits(ExitCode.DONE);
    trial.run("status").exits(ExitCode.DONE).says("(baseline, not run)");
    trial.run("baseline", NEWEST).exits(ExitCode.DONE).says("nothing to do");
  }

  @ParameterizedTest
  @EnumSource
  void tablesOfAnotherDatabaseInTheHistoryAreNoDifference(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.project().named("shop");
    Trial other =
        new Trial(
            new ExampleProject(folder.resolve("other"))
                .named("other")
                .sealed(
                    "20260101000009_theirs",
                    VerifyCommandTest.table(engine, "theirs", ""),
                    "SELECT 1"),
            trial.url());
    other.run("up").exits(ExitCode.DONE);
    trial.run("baseline", NEWEST, "--yes").exits(ExitCode.DONE);
    trial.run("verify").exits(ExitCode.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void differencesAreShownAndRefusedUnlessAccepted(Engine engine) throws Exception {
    Trial trial = trial(engine);
    Databases.run(trial.url(), "ALTER TABLE users ADD COLUMN extra text");
    trial
        .run("baseline", NEWEST, "--yes")
        .exits(ExitCode.FAILED)
        .complains("is not what these migrations make")
        .complains("extra");
    trial.run("status").says("3 of 3 to be applied");
    Map<String, Object> json =
        trial
            .run("baseline", NEWEST, "--yes", "--accept-differences", "--json")
            .exits(ExitCode.DONE)
            .json();
    assertEquals(1, ((List<?>) json.get("acceptedDifferences")).size());
    trial.run("status").exits(ExitCode.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void anOlderVersionCannotBeCompared(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial
        .run("baseline", "20260101000002", "--yes")
        .exits(ExitCode.FAILED)
        .complains("the tables can't be compared: snapshot.json is what " + NEWEST + " leads to");
    trial.run("baseline", "20260101000002", "--unverified", "--yes").exits(ExitCode.DONE);
    trial.run("status").exits(ExitCode.FOUND).says("1 of 3 to be applied");
    trial
        .run("baseline", NEWEST, "--unverified", "--yes")
        .exits(ExitCode.FAILED)
        .complains("the history is not empty");
  }
}
