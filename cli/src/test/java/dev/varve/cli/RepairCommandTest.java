package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepairCommandTest {
  @TempDir Path folder;

  private Trial trial(Engine engine) throws Exception {
    Trial trial = new Trial(ExampleProject.ofThree(folder), Databases.create(engine, folder));
    trial.run("up").exits(ExitCode.DONE);
    return trial;
  }

  @ParameterizedTest
  @EnumSource
  void whatWasChangedOnPurposeIsAccepted(Engine engine) throws Exception {
    Trial trial = trial(engine);
    trial.run("repair").exits(ExitCode.DONE).says("-Avarve.mode=repair");
    trial
        .project()
        .sealed("20260101000003_add_nick", "ALTER TABLE users ADD COLUMN nick varchar", "SELECT 1");
    trial.run("up").exits(ExitCode.FAILED).complains("has changed since it was applied");
    trial
        .run("repair")
        .exits(ExitCode.DONE)
        .says("--accept 20260101000003: 20260101000003_add_nick.sql counts as applied as it is");
    String option = "--accept=20260101000003";
    trial
        .run("repair", option)
        .exits(ExitCode.FAILED)
        .complains("nothing of it is run")
        .complains("nothing was changed; agree to it with --yes");
    trial.answering("no", "repair", option).exits(ExitCode.FAILED).complains("nothing was changed");
    trial.run("status").exits(ExitCode.FOUND);
    trial.answering("yes", "repair", option).exits(ExitCode.DONE).says("done:\n  2026");
    trial.run("status").exits(ExitCode.DONE).says("(accepted instead of v1:");
    trial.run("repair", option).exits(ExitCode.FAILED).complains("makes no sense now; there is");
  }

  @Test
  void whatIsGoneIsForgottenAndWhatStoppedIsCalledDone() throws Exception {
    Trial trial = trial(Engine.SQLITE);
    trial
        .project()
        .sealed("20260101000004_stops", "-- varve:transaction none\nSELECT x", "SELECT 1");
    trial.run("up").exits(ExitCode.FAILED);
    Databases.run(
        trial.url(),
        "UPDATE _varve_migrations SET version = '20260101000000' WHERE name = 'create_posts'");
    Map<String, Object> json = trial.run("repair", "--json").exits(ExitCode.DONE).json();
    assertEquals(List.of("forget", "done"), Json.each(json, "possible", "kind"));
    json =
        trial
            .run(
                "repair",
                "--forget=20260101000000",
                "--done=20260101000004_stops",
                "--yes",
                "--json")
            .exits(ExitCode.DONE)
            .json();
    assertEquals(List.of("create_posts", "stops"), Json.each(json, "done", "name"));
    trial.run("up", "--to=20260101000004", "--allow-out-of-order").exits(ExitCode.FAILED);
    assertEquals(
        List.of("create_users", "add_nick", "stops"), Databases.applied(trial.url()), "only those");
  }
}
