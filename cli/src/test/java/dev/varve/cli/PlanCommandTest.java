package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void whatWouldBeRunIsShownAndNotRun(Engine engine) throws Exception {
    Trial trial = new Trial(ExampleProject.ofThree(folder), Databases.create(engine, folder));
    trial
        .run("plan")
        .exits(ExitCode.DONE)
        .says("-- " + engine.directory() + ": 3 scripts")
        .says("-- 20260101000003_add_nick.sql\nALTER TABLE users ADD COLUMN nick text;");
    trial.run("status").says("3 of 3 to be applied");
    trial.run("up").exits(ExitCode.DONE);
    trial.run("plan").exits(ExitCode.DONE).says(": nothing to do");
  }

  @Test
  void hazardsAreShown() throws Exception {
    ExampleProject project =
        ExampleProject.ofThree(folder)
            .sealed(
                "20260101000004_drop_nick",
                "-- varve:phase contract\n-- varve:hazard DS103 drops users.nick\n"
                    + "-- varve:transaction none\nALTER TABLE users DROP COLUMN nick",
                "ALTER TABLE users ADD COLUMN nick text");
    Trial trial = new Trial(project, Databases.create(Engine.POSTGRESQL, folder));
    trial.run("plan").says("each statement for itself\n-- DS103 drops users.nick\n");
    Map<String, Object> json = trial.run("plan", "--json").exits(ExitCode.DONE).json();
    assertEquals(
        List.of("expand", "expand", "expand", "contract"), Json.each(json, "steps", "phase"));
    assertEquals(List.of(true, true, true, false), Json.each(json, "steps", "transactional"));
    assertEquals(
        "[{code=DS103, sentence=drops users.nick}]",
        Json.each(json, "steps", "hazards").get(3).toString());
  }

  @ParameterizedTest
  @EnumSource
  void theWayBackIsShownAndNotGone(Engine engine) throws Exception {
    Trial trial = new Trial(ExampleProject.ofThree(folder), Databases.create(engine, folder));
    trial.run("up").exits(ExitCode.DONE);
    trial
        .run("plan", "--down=1")
        .exits(ExitCode.DONE)
        .says("-- takes away column users.nick\nALTER TABLE users DROP COLUMN nick;");
    Map<String, Object> json =
        trial.run("plan", "--down-to=20260101000001", "--json").exits(ExitCode.DONE).json();
    assertEquals(List.of("add_nick", "create_posts"), Json.each(json, "steps", "name"));
    assertEquals(
        List.of(List.of("column users.nick"), List.of("table posts")),
        Json.each(json, "steps", "destroys"));
    trial.run("plan", "--down=0").exits(ExitCode.USAGE).complains("at least 1");
    trial.run("plan", "--down=1", "--down-to=20260101000001").exits(ExitCode.USAGE);
    trial.run("plan", "--down-to=20260101000009").exits(ExitCode.FAILED).complains("no version");
    assertEquals(3, Databases.applied(trial.url()).size());
  }

  @Test
  void whatUpWouldRefuseFails() throws Exception {
    ExampleProject project =
        ExampleProject.ofThree(folder).draft("20260101000004_more", "SELECT 1", "SELECT 1");
    Trial trial = new Trial(project, Databases.create(Engine.SQLITE, folder));
    trial.run("plan").exits(ExitCode.FAILED).says("-- ! 20260101000004_more is a draft");
    trial.run("plan", "--allow-drafts").exits(ExitCode.DONE).says("4 scripts");
  }

  @Test
  void passwordsOfRolesAreNotShown() throws Exception {
    ExampleProject project =
        ExampleProject.ofThree(folder)
            .sealed(
                "20260101000004_role",
                "CREATE ROLE app\n  LOGIN PASSWORD 'hunter2-role'",
                "DROP ROLE app");
    Trial trial = new Trial(project, Databases.create(Engine.POSTGRESQL, folder));
    for (String[] args : new String[][] {{"plan"}, {"plan", "--json"}}) {
      Trial.Outcome outcome = trial.run(args).exits(ExitCode.DONE);
      outcome.says("CREATE ROLE app LOGIN PASSWORD '***'");
      assertFalse((outcome.out() + outcome.err()).contains("hunter2"));
    }
  }
}
