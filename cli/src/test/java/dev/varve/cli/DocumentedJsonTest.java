package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.Direction;
import dev.varve.runtime.MigrationListener;
import dev.varve.runtime.Migrator;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.MigrationName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of JSON in docs/cli.md have the members and types of what the commands write. */
class DocumentedJsonTest {
  private static final Path DOCUMENT = Path.of(System.getProperty("varve.docs")).resolve("cli.md");

  @TempDir Path folder;

  /** The shape of the examples of a command, all together. */
  private static TreeSet<String> documented(String command, boolean error) throws IOException {
    TreeSet<String> shape = new TreeSet<>();
    Matcher blocks = Pattern.compile("(?s)```json\n(.*?)```").matcher(Files.readString(DOCUMENT));
    while (blocks.find()) {
      Map<String, Object> example = Json.object(blocks.group(1));
      if (example.get("command").equals(command) && example.containsKey("error") == error) {
        shape.addAll(Json.shape(example));
      }
    }
    assertTrue(!shape.isEmpty(), "no example for " + command);
    return shape;
  }

  /** The shape of several outputs together, since an empty list shows nothing of its elements. */
  private static TreeSet<String> written(Trial.Outcome... outcomes) {
    TreeSet<String> shape = new TreeSet<>();
    List.of(outcomes).forEach(outcome -> shape.addAll(Json.shape(outcome.json())));
    return shape;
  }

  @Test
  void everyMemberOfFilesIsDocumented() throws Exception {
    Path db = folder.resolve("compiled");
    Compilation.of(db, "20260101000001", Optional.empty(), "users");
    Trial trial = new Trial(new ExampleProject(db), "");
    Trial.Outcome sealed = trial.run("seal", "--json");
    Path up = db.resolve("sqlite/migrations/20260101000001_init_schema.sql");
    Files.writeString(up, Files.readString(up) + "SELECT 1;\n");
    Trial.Outcome accepted = trial.run("seal", "--accept=20260101000001", "--yes", "--json");
    assertEquals(documented("seal", false), written(sealed, accepted));
    assertEquals(documented("create", false), written(trial.run("create", "fill", "--json")));
  }

  @Test
  void everyMemberIsDocumented() throws Exception {
    ExampleProject project = ExampleProject.ofThree(folder);
    Trial trial = new Trial(project, Databases.create(Engine.POSTGRESQL, folder));
    project.sealed("20260101000004_drop", "-- varve:hazard DS103 drops x\nSELECT 1", "SELECT 1");
    project.draft("20260101000005_draft", "SELECT 1", "SELECT 1");
    Trial.Outcome plan = trial.run("plan", "--json");
    Trial.Outcome up = trial.run("up", "--json", "--to=20260101000003");
    Trial.Outcome status = trial.run("status", "--json");
    Trial.Outcome back = trial.run("plan", "--json", "--down=1").exits(ExitCode.DONE);
    Trial.Outcome down = trial.run("down", "--json");
    Trial.Outcome locked = locked(trial);
    trial.run("up", "--allow-drafts", "--allow-data-loss").exits(ExitCode.DONE);
    Databases.run(trial.url(), "CREATE VIEW v AS SELECT 1 AS one");
    Files.writeString(project.db().resolve("model.json"), "{\"format\": 1, \"names\": 1}");
    Trial.Outcome verify = trial.run("verify", "--json");
    project.sealed("20260101000006_fine", "SELECT 1", "SELECT 1");
    project.sealed("20260101000007_bad", "INSERT INTO users VALUES (8), (8)", "SELECT 1");
    Trial.Outcome failed = trial.run("up", "--json", "--allow-drafts").exits(ExitCode.FAILED);
    failed.complains("20260101000007_bad.sql, line 1");
    Databases.run(trial.url(), "INSERT INTO users VALUES (1, 'a', 'b')");
    Trial.Outcome refused = trial.run("down", "--json", "5").exits(ExitCode.FAILED);
    assertEquals(documented("plan", false), written(plan, back));
    assertEquals(documented("up", false), written(up, down));
    assertEquals(documented("status", false), written(status, locked, interrupted()));
    assertEquals(documented("verify", false), written(verify));
    assertEquals(documented("up", true), written(failed, refused));
  }

  @Test
  void whatAPersonDecidesIsDocumented() throws Exception {
    ExampleProject project = ExampleProject.ofThree(folder);
    Trial trial = new Trial(project, Databases.create(Engine.SQLITE, folder));
    String newest = "20260101000003";
    project.snapshot(VerifyCommandTest.MODEL.formatted("", ""));
    Trial.Outcome baseline =
        trial
            .run("baseline", newest, "--yes", "--accept-differences", "--json")
            .exits(ExitCode.DONE);
    assertEquals(documented("baseline", false), written(baseline));
    project.sealed(newest + "_add_nick", "SELECT 1", "SELECT 1");
    Trial.Outcome possible = trial.run("repair", "--json").exits(ExitCode.DONE);
    Trial.Outcome done = trial.run("repair", "--accept=" + newest, "--yes", "--json");
    assertEquals(documented("repair", false), written(possible, done));
  }

  /** The status while somebody migrates. */
  private static Trial.Outcome locked(Trial trial) throws SQLException {
    List<Trial.Outcome> during = new ArrayList<>();
    MigrationListener asking =
        new MigrationListener() {
          @Override
          public void started(MigrationName migration, Direction direction) {
            during.add(trial.run("status", "--json"));
          }
        };
    try (Connection connection = DriverManager.getConnection(trial.url())) {
      Migrator.of(connection).directory(trial.project().db()).listener(asking).down(1);
      Migrator.of(connection).directory(trial.project().db()).upTo("20260101000002");
    }
    return during.get(0);
  }

  /** The status after something that runs each statement for itself has failed. */
  private Trial.Outcome interrupted() throws Exception {
    ExampleProject project = new ExampleProject(folder.resolve("other/db"));
    project.sealed("20260101000001_stops", "-- varve:transaction none\nSELECT 1;\nSELECT x", "");
    Trial trial = new Trial(project, Databases.create(Engine.POSTGRESQL, folder));
    trial.run("up").exits(ExitCode.FAILED);
    return trial.run("status", "--json");
  }
}
