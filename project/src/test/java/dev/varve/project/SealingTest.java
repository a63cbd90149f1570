package dev.varve.project;

import static dev.varve.project.Databases.CHECK;
import static dev.varve.project.Databases.GENERATE;
import static dev.varve.project.Databases.VERSION;
import static dev.varve.project.Databases.notices;
import static dev.varve.project.Databases.options;
import static dev.varve.project.Databases.schema;
import static dev.varve.project.Databases.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.project.WriteOptions.Mode;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.change.Agreements;
import dev.varve.testing.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealing without the records leaves the same files as sealing with them. */
final class SealingTest {
  private static final Schema ONE = schema("customers");

  @TempDir Path root;
  private Path db;
  private Path compiled;

  @BeforeEach
  void folders() {
    db = root.resolve("a/db");
    compiled = root.resolve("b/db");
  }

  /** A new column with an index: on PostgreSQL two migrations. */
  private static Schema indexed() {
    Table table = ONE.tables().get(0);
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(Column.of("rank", Simple.INT64, true));
    Index index =
        new Index(
            "customers_rank_idx",
            List.of(new Index.ColumnPart("rank", false)),
            false,
            "",
            List.of(),
            Sql.NONE);
    return new Schema(
        List.of(),
        List.of(
            new Table(
                table.name(),
                table.origin(),
                columns,
                table.primaryKey(),
                List.of(),
                List.of(),
                List.of(),
                List.of(index),
                table.comment())));
  }

  @Test
  void sealsTheFirstMigration() throws Exception {
    write(db, GENERATE, ONE);
    Map<Dialect, List<MigrationName>> sealed = seal("start");
    List<MigrationName> start = List.of(MigrationName.parse(VERSION + "_start"));
    assertEquals(Map.of(Dialect.POSTGRESQL, start, Dialect.SQLITE, start), sealed);
    write(compiled, options(Mode.GENERATE, null, "start"), ONE);
    assertEquals(Tree.of(compiled).texts(), Tree.of(db).texts());
    assertEquals(List.of(), notices(db, CHECK, ONE));
  }

  @Test
  void namesEachOfSeveralMigrations() throws Exception {
    for (Path one : List.of(db, compiled)) {
      write(one, options(Mode.GENERATE, null, "start"), ONE);
      write(one, GENERATE, indexed());
    }
    assertEquals(
        List.of("rank", "rank_online"),
        seal("rank").get(Dialect.POSTGRESQL).stream().map(MigrationName::name).toList());
    write(compiled, options(Mode.GENERATE, null, "rank"), indexed());
    assertEquals(Tree.of(compiled).texts(), Tree.of(db).texts());
  }

  @Test
  void keepsTheNameWithoutAnother() throws Exception {
    write(db, GENERATE, ONE);
    Map<Dialect, List<MigrationName>> sealed = new ProjectFolder(db).seal(Optional.empty());
    assertEquals(VERSION + "_init_schema", sealed.get(Dialect.SQLITE).get(0).toString());
    assertEquals(List.of(), notices(db, CHECK, ONE));
  }

  @Test
  void sealsWhatAPersonEditedAsItIs() throws Exception {
    for (Path one : List.of(db, compiled)) {
      write(one, GENERATE, ONE);
      Path up = one.resolve("sqlite/migrations/" + VERSION + "_init_schema.sql");
      Files.writeString(up, Files.readString(up) + "CREATE VIEW v AS SELECT 1;\n");
    }
    seal("start");
    write(compiled, options(Mode.GENERATE, null, "start"), ONE);
    assertEquals(Tree.of(compiled).texts(), Tree.of(db).texts());
  }

  @Test
  void sealsWhatAPersonWroteUnderItsOwnName() throws Exception {
    for (Path one : List.of(db, compiled)) {
      write(one, options(Mode.GENERATE, null, "start"), ONE);
      new ProjectFolder(one).create("fill", Set.of(Dialect.SQLITE), Optional.of("20261121000000"));
      for (String tail : List.of(".sql", ".down.sql")) {
        Files.writeString(
            one.resolve("sqlite/migrations/20261121000000_fill" + tail), "SELECT 1;\n");
      }
      write(one, GENERATE, indexed());
    }
    Map<Dialect, List<MigrationName>> sealed = seal("rank");
    assertEquals("20261121000000_fill", sealed.get(Dialect.SQLITE).get(0).toString());
    write(compiled, options(Mode.GENERATE, null, "rank"), indexed());
    assertEquals(Tree.of(compiled).texts(), Tree.of(db).texts());
  }

  @Test
  void hasNothingToDoWithoutDrafts() throws Exception {
    write(db, options(Mode.GENERATE, null, "start"), ONE);
    Tree before = Tree.aged(db);
    assertEquals(Map.of(), seal("more"));
    assertEquals(before, Tree.of(db));
  }

  @Test
  void refusesAScriptThatSaysNothing() throws Exception {
    write(db, options(Mode.GENERATE, null, "start"), ONE);
    new ProjectFolder(db).create("fill", Set.of(), Optional.empty());
    assertRefused(FileMessage.NOT_SEALABLE, "it has no statement");
  }

  @Test
  void refusesAMissingScript() throws Exception {
    write(db, GENERATE, ONE);
    Files.delete(db.resolve("sqlite/migrations/" + VERSION + "_init_schema.down.sql"));
    assertRefused(FileMessage.NOT_SEALABLE, "it is missing");
  }

  @Test
  void refusesAScriptThatNoLockFileLists() throws Exception {
    write(db, GENERATE, ONE);
    Files.writeString(db.resolve("sqlite/migrations/20270101000000_mine.sql"), "SELECT 1;\n");
    assertRefused(FileMessage.SCRIPT_UNKNOWN, "mine.sql");
  }

  @Test
  void refusesSealedScriptsThatChanged() throws Exception {
    write(db, options(Mode.GENERATE, null, "start"), ONE);
    write(db, GENERATE, indexed());
    Path up = db.resolve("sqlite/migrations/" + VERSION + "_start.sql");
    Files.writeString(up, Files.readString(up) + "SELECT 1;\n");
    assertRefused(FileMessage.SEALED_CHANGED, "_start.sql");
  }

  @Test
  void refusesConflicts() throws Exception {
    write(db, GENERATE, ONE);
    Path up = db.resolve("sqlite/migrations/" + VERSION + "_init_schema.sql");
    String script = Files.readString(up);
    Files.writeString(up, "<<<<<<< a\n" + script + "=======\nSELECT 1;\n>>>>>>> b\n");
    assertRefused(FileMessage.DRAFT_IN_CONFLICT, "_init_schema.sql");
    Files.writeString(up, script);
    String json = Files.readString(db.resolve("model.json"));
    Files.writeString(
        db.resolve("model.json"), "<<<<<<< a\n" + json + "=======\n" + json + ">>>>>>> b\n");
    assertRefused(FileMessage.JSON_DAMAGED, "model.json");
  }

  /** It would say of a dialect that nobody writes for any more that it's up to date. */
  @Test
  void refusesADialectThatStayedBehind() throws Exception {
    write(db, options(Mode.GENERATE, null, "start"), ONE);
    new DatabaseWriter(db, GENERATE)
        .prepare(Set.of(Dialect.POSTGRESQL), stored -> indexed(), (from, to) -> Agreements.NONE)
        .write("Shop");
    assertRefused(FileMessage.OUTDATED, "sqlite/schema.sql");
  }

  @Test
  void refusesAFolderThatNobodyCompiled() {
    FileProblem problem = assertThrows(FileProblem.class, () -> seal("start"));
    assertEquals(FileMessage.NOT_COMPILED, problem.notice().kind());
  }

  @Test
  void refusesADraftThatWasOvertaken() throws Exception {
    write(db, options(Mode.GENERATE, null, "start"), ONE);
    write(db, GENERATE, indexed());
    for (String file : List.of("postgresql/varve.lock", "sqlite/varve.lock")) {
      String text = Files.readString(db.resolve(file));
      Files.writeString(db.resolve(file), text.replace(VERSION + "_start", "20270101000000_start"));
    }
    for (String dialect : List.of("postgresql", "sqlite")) {
      Path migrations = db.resolve(dialect + "/migrations");
      for (String tail : List.of("_start.sql", "_start.down.sql")) {
        Files.move(migrations.resolve(VERSION + tail), migrations.resolve("20270101000000" + tail));
      }
    }
    assertRefused(FileMessage.OUTDATED, "is older than what is sealed by now");
  }

  private Map<Dialect, List<MigrationName>> seal(String name) throws FileProblem {
    return new ProjectFolder(db).seal(Optional.of(name));
  }

  private void assertRefused(FileMessage message, String part) throws Exception {
    Tree before = Tree.aged(db);
    FileProblem problem = assertThrows(FileProblem.class, () -> seal("more"));
    assertEquals(message, problem.notice().kind(), problem.notice().text());
    assertTrue(problem.notice().text().contains(part), problem.notice().text());
    assertEquals(before, Tree.of(db));
  }
}
