package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.project.FileProblem;
import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code create} and {@code seal}, between compilations and databases. */
class FilesCommandTest {
  private static final String START = "20260101000001";

  @TempDir Path folder;
  private Path db;

  @BeforeEach
  void sealed() throws FileProblem {
    db = folder.resolve("db");
    compile(Optional.of("start"), "users");
  }

  private void compile(Optional<String> seal, String... tables) throws FileProblem {
    Compilation.of(db, START, seal, tables);
  }

  private Trial.Outcome run(String... args) {
    return trial("").run(args);
  }

  private Trial trial(String url) {
    return new Trial(new ExampleProject(db), url);
  }

  private String create(String name) {
    Map<String, Object> json = run("create", name, "--json").exits(ExitCode.DONE).json();
    return json.get("version") + "_" + json.get("name");
  }

  private void write(String migration, String up, String down) throws IOException {
    for (String dialect : List.of("postgresql", "sqlite")) {
      Path migrations = db.resolve(dialect + "/migrations");
      Files.writeString(migrations.resolve(migration + ".sql"), up);
      Files.writeString(migrations.resolve(migration + ".down.sql"), down);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenByHandIsTriedThenSealedThenApplied(Engine engine) throws Exception {
    Trial trial = trial(Databases.create(engine, folder));
    String created = create("fill");
    trial.run("status").exits(ExitCode.FOUND).says(created + "   pending, a draft");
    write(created, "INSERT INTO users (id) VALUES (1)", "DELETE FROM users");
    trial.run("up").exits(ExitCode.FAILED).complains("is a draft");
    trial.run("up", "--allow-drafts").exits(ExitCode.DONE);
    write(created, "INSERT INTO users (id) VALUES (2)", "DELETE FROM users");
    trial.run("up", "--allow-drafts", "--allow-data-loss").exits(ExitCode.DONE);
    run("seal").exits(ExitCode.DONE).says(engine.directory() + ": sealed " + created);
    trial.run("up").exits(ExitCode.DONE);
    trial.run("verify").exits(ExitCode.DONE);
    compile(Optional.empty(), "users");
    trial.run("verify").exits(ExitCode.DONE);
    assertEquals(List.of("2"), Databases.column(trial.url(), "SELECT id FROM users"));
  }

  /** It needs the table of the generated draft before it, which changes once more. */
  @ParameterizedTest
  @EnumSource
  void itKeepsItsPlaceBehindADraftThatIsWrittenAnew(Engine engine) throws Exception {
    Trial trial = trial(Databases.create(engine, folder));
    compile(Optional.empty(), "users", "posts");
    String created = create("fill");
    write(created, "INSERT INTO posts (id) VALUES (1)", "DELETE FROM posts");
    trial.run("up", "--allow-drafts").exits(ExitCode.DONE);
    compile(Optional.empty(), "users", "posts", "tags");
    trial.run("up", "--allow-drafts", "--allow-data-loss").exits(ExitCode.DONE);
    run("seal", "add_posts").exits(ExitCode.DONE).says("_add_posts").says(created);
    trial.run("up").exits(ExitCode.DONE);
    trial.run("verify").exits(ExitCode.DONE);
    assertEquals(List.of("1"), Databases.column(trial.url(), "SELECT id FROM posts"));
  }

  @Test
  void theScriptsAreNamedAndSayWhatToWrite() throws Exception {
    Trial.Outcome outcome = run("create", "fill_names").exits(ExitCode.DONE);
    String first = outcome.out().lines().toList().get(1).strip();
    assertTrue(first.startsWith(db.resolve("postgresql/migrations") + "/20"), first);
    assertTrue(first.endsWith("_fill_names.sql"), first);
    String up = Files.readString(Path.of(first));
    assertTrue(up.startsWith("-- varve: fill_names (written by hand)\n"), up);
    assertTrue(up.contains("statements for PostgreSQL"), up);
  }

  @Test
  void oneDialectIsEnough() throws Exception {
    run("create", "fill", "--dialect=sqlite").exits(ExitCode.DONE).says("sqlite");
    assertFalse(Files.readString(db.resolve("postgresql/varve.lock")).contains("fill"));
    assertTrue(Files.readString(db.resolve("sqlite/varve.lock")).contains("by_hand"));
    run("create", "fill", "--dialect=oracle").exits(ExitCode.USAGE).complains("postgresql, sqlite");
  }

  @Test
  void anEmptyScriptIsNotSealed() {
    create("fill");
    Trial.Outcome outcome = run("seal", "--json").exits(ExitCode.FAILED);
    outcome.complains("[VARVE-133] ").complains("_fill.sql can't be sealed: it has no statement");
    assertTrue(outcome.json().get("error").toString().contains("VARVE-133"), outcome.out());
  }

  @Test
  void theCommentsOfAnEmptyScriptAreNoDirectives() throws Exception {
    String created = create("fill");
    Trial trial = trial(Databases.create(Engine.SQLITE, folder));
    trial.run("up", "--allow-drafts").complains(created).complains("statement");
  }

  @Test
  void whereNothingIsADraftNothingIsSealed() {
    run("seal", "more").exits(ExitCode.DONE).says("nothing to seal");
    assertEquals(List.of(), run("seal", "--json").json().get("sealed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fill", "fill-names", "", "a/b"})
  void aNameIsAWord(String name) {
    run("create", name).exits(ExitCode.USAGE).complains("as in fill_names");
    run("seal", name).exits(ExitCode.USAGE).complains("as in fill_names");
  }

  @Test
  void aFolderThatNobodyCompiledIsRefused() {
    for (String command : List.of("create", "seal")) {
      Trial.run(Map.of(), Optional.empty(), command, "x", "--dir=" + folder.resolve("typo"))
          .exits(ExitCode.FAILED)
          .complains("[VARVE-146] ")
          .complains("compile the records first");
    }
    assertFalse(Files.exists(folder.resolve("typo")));
  }

  @Test
  void whatIsWrittenByHandIsWrittenOrGivenUp() throws Exception {
    String created = create("fill");
    run("seal").exits(ExitCode.FAILED).complains("write it, or delete both scripts to give it up");
    for (String dialect : List.of("postgresql", "sqlite")) {
      Files.delete(db.resolve(dialect + "/migrations/" + created + ".sql"));
      Files.delete(db.resolve(dialect + "/migrations/" + created + ".down.sql"));
    }
    Trial trial = trial(Databases.create(Engine.SQLITE, folder));
    trial.run("up").exits(ExitCode.FAILED).complains("compile, or run varve seal, to give it up");
    run("seal").exits(ExitCode.DONE).says("nothing to seal");
    assertFalse(Files.readString(db.resolve("sqlite/varve.lock")).contains(created));
    trial.run("up").exits(ExitCode.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyScriptIsNotTried(Engine engine) throws Exception {
    Trial trial = trial(Databases.create(engine, folder));
    String created = create("fill");
    trial
        .run("up", "--allow-drafts")
        .exits(ExitCode.FAILED)
        .complains(created + ".sql is a draft without a statement");
    trial.run("status").says(START + "_start");
    assertFalse(trial.run("status").out().contains("applied 20"));
  }

  @ParameterizedTest
  @EnumSource
  void whatWasChangedOnPurposeIsAcceptedByFilesThenByTheDatabase(Engine engine) throws Exception {
    Trial trial = trial(Databases.create(engine, folder));
    trial.run("up").exits(ExitCode.DONE);
    String accept = "--accept=" + START;
    run("seal", accept).exits(ExitCode.FAILED).complains("is other than varve.lock says");
    for (String dialect : List.of("postgresql", "sqlite")) {
      Path up = db.resolve(dialect + "/migrations/" + START + "_start.sql");
      Files.writeString(up, Files.readString(up) + "SELECT 1;\n");
    }
    run("seal").exits(ExitCode.FAILED).complains("varve seal --accept " + START);
    trial.run("up").exits(ExitCode.FAILED).complains("varve seal --accept " + START);
    trial
        .run("repair")
        .exits(ExitCode.FAILED)
        .says("nothing that repair can decide; problems remain:")
        .says("varve seal --accept " + START);
    run("seal", accept).exits(ExitCode.FAILED).complains("agree to it with --yes");
    run("seal", "name", accept).exits(ExitCode.USAGE).complains("either NAME or --accept");
    trial.answering("no", "seal", accept).exits(ExitCode.FAILED).complains(" instead of v1:");
    Trial.Outcome accepted = run("seal", accept, "--yes").exits(ExitCode.DONE);
    accepted.says("varve repair " + "--accept " + START).says("accepted " + db);
    compile(Optional.empty(), "users");
    trial.run("up").exits(ExitCode.FAILED).complains("varve repair --accept " + START);
    trial.run("repair", accept, "--yes").exits(ExitCode.DONE);
    trial.run("up").exits(ExitCode.DONE);
    trial.run("verify").exits(ExitCode.DONE);
  }

  @Test
  void aScriptThatCannotBeReadIsNotAccepted() throws Exception {
    Path up = db.resolve("sqlite/migrations/" + START + "_start.sql");
    String script = Files.readString(up);
    Files.writeString(up, "-- nothing\n");
    String accept = "--accept=" + START;
    run("seal", accept, "--yes").exits(ExitCode.FAILED).complains("it has no statement");
    Files.delete(up);
    run("seal", accept, "--yes").exits(ExitCode.FAILED).complains("[VARVE-117] ");
    Files.writeString(up, script);
    run("seal").exits(ExitCode.DONE);
  }
}
