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
}
