package dev.varve.project;

import static dev.varve.project.Databases.CHECK;
import static dev.varve.project.Databases.GENERATE;
import static dev.varve.project.Databases.at;
import static dev.varve.project.Databases.notices;
import static dev.varve.project.Databases.options;
import static dev.varve.project.Databases.schema;
import static dev.varve.project.Databases.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.project.ProjectFolder.Created;
import dev.varve.project.WriteOptions.Mode;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.change.Agreements;
import dev.varve.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations that a person writes live beside those that follow from the records. */
final class HandWrittenTest {
  private static final Schema ONE = schema("customers");
  private static final Schema TWO = schema("customers", "orders");
  private static final String LATER = "20261121000000";

  @TempDir Path root;
  private Path db;

  @BeforeEach
  void sealed() throws Exception {
    db = root.resolve("db");
    write(db, options(Mode.GENERATE, null, "start"), ONE);
  }

  @Test
  void needsACompiledProject() throws Exception {
    Path nothing = root.resolve("nothing");
    FileProblem problem =
        assertThrows(
            FileProblem.class,
            () -> new ProjectFolder(nothing).create("fill", Set.of(), Optional.empty()));
    assertEquals(FileMessage.NOT_COMPILED, problem.notice().kind());
    assertFalse(Files.exists(nothing));
  }

  @Test
  void isAPairForEachDialectAndALineInItsLockFile() throws Exception {
    Tree before = Tree.of(db);
    Created created = create("fill_names", LATER);
    assertEquals(LATER + "_fill_names", created.migration().toString());
    assertEquals(EnumSet.allOf(Dialect.class), created.scripts().keySet());
    Tree after = Tree.of(db);
    assertEquals(before.texts().size() + 4, after.texts().size());
    for (String dialect : List.of("postgresql", "sqlite")) {
      String up = read(dialect + "/migrations/" + LATER + "_fill_names.sql");
      assertTrue(up.startsWith("-- varve: fill_names (written by hand)\n"), up);
      assertTrue(read(dialect + "/migrations/" + LATER + "_fill_names.down.sql").contains("-- "));
      assertEquals(List.of("start sealed", "fill_names draft by hand"), lines(dialect));
    }
    assertEquals(before.texts().get("snapshot.json"), after.texts().get("snapshot.json"));
  }

  @Test
  void canBeForOneDialect() throws Exception {
    Created created =
        new ProjectFolder(db).create("fill", Set.of(Dialect.SQLITE), Optional.of(LATER));
    assertEquals(
        List.of(
            db.resolve("sqlite/migrations/" + LATER + "_fill.sql"),
            db.resolve("sqlite/migrations/" + LATER + "_fill.down.sql")),
        created.scripts().get(Dialect.SQLITE));
    assertEquals(List.of("start sealed"), lines("postgresql"));
    assertEquals(List.of(), notices(db, GENERATE, ONE));
    assertEquals(List.of("start sealed", "fill draft by hand"), lines("sqlite"));
  }

  @Test
  void isRefusedForADialectWithoutMigrations() throws Exception {
    Path sqlite = root.resolve("sqlite");
    new DatabaseWriter(sqlite, GENERATE)
        .prepare(Set.of(Dialect.SQLITE), stored -> ONE, (from, to) -> Agreements.NONE)
        .write("Shop");
    Tree before = Tree.of(sqlite);
    FileProblem problem =
        assertThrows(
            FileProblem.class,
            () ->
                new ProjectFolder(sqlite)
                    .create("fill", Set.of(Dialect.POSTGRESQL), Optional.empty()));
    assertEquals(FileMessage.DIALECT_NOT_WRITTEN, problem.notice().kind());
    assertEquals(before, Tree.of(sqlite));
  }

  @Test
  void isLeftAloneByCompilations() throws Exception {
    create("fill", LATER);
    Tree created = Tree.aged(db);
    assertEquals(List.of(), notices(db, GENERATE, ONE));
    assertEquals(created, Tree.of(db));
    fill(LATER + "_fill");
    Tree filled = Tree.aged(db);
    assertEquals(List.of(), notices(db, GENERATE, ONE));
    assertEquals(filled, Tree.of(db));
    Written written = write(db, GENERATE, ONE);
    assertEquals(
        read("sqlite/migrations/" + LATER + "_fill.sql"),
        written.resources().get("META-INF/varve/shop/sqlite/migrations/" + LATER + "_fill.sql"));
  }

  @Test
  void comesBeforeChangesThatAreMadeLater() throws Exception {
    create("fill", LATER);
    write(db, GENERATE, TWO);
    assertEquals(
        List.of("start sealed", "fill draft by hand", "create_orders draft"), lines("sqlite"));
    write(db, GENERATE, ONE);
    assertEquals(List.of("start sealed", "fill draft by hand"), lines("sqlite"));
  }

  /** The draft before it may come to need all versions that one set of changes can take. */
  @Test
  void comesAfterADraftThatIsThereWhateverThatBecomes() throws Exception {
    write(db, at("20261121000000"), TWO);
    assertEquals("20261121000004_fill", create("fill", "20261121000000").migration().toString());
    assertEquals("20261121000005_more", create("more", "20261121000000").migration().toString());
    write(db, at("20270101000000"), schema("customers", "orders", "tags"));
    assertEquals(
        List.of(
            "start sealed",
            "create_orders_and_1_more draft",
            "fill draft by hand",
            "more draft by hand"),
        lines("sqlite"));
    assertEquals("20261121000000", lock("sqlite").entries().get(1).migration().version());
    write(db, at("20270101000000"), ONE);
    assertEquals(
        List.of("start sealed", "fill draft by hand", "more draft by hand"), lines("sqlite"));
  }

  @Test
  void isInTheWayOfACheckUntilItIsSealed() throws Exception {
    create("fill", LATER);
    List<Notice> alone = notices(db, CHECK, ONE);
    assertEquals(FileMessage.BY_HAND_NOT_SEALED, alone.get(0).kind());
    assertTrue(alone.get(0).text().contains(LATER + "_fill.sql"), alone.get(0).text());
    List<Notice> both = notices(db, CHECK, TWO);
    assertEquals(FileMessage.NOT_SEALED, both.get(0).kind());
    assertTrue(both.get(0).text().contains("create_orders.sql, "), both.get(0).text());
    assertTrue(both.get(0).text().contains(LATER + "_fill.sql"), both.get(0).text());
    fill(LATER + "_fill");
    write(db, options(Mode.GENERATE, null, "ignored"), ONE);
    assertEquals(List.of(), notices(db, CHECK, ONE));
    assertEquals(List.of("start sealed", "fill sealed"), lines("sqlite"));
  }

  @Test
  void isNotSealedWhileItSaysNothing() throws Exception {
    create("fill", LATER);
    Tree before = Tree.aged(db);
    List<Notice> notices = notices(db, options(Mode.GENERATE, null, "more"), TWO);
    assertEquals(FileMessage.NOT_SEALABLE, notices.get(0).kind());
    assertTrue(notices.get(0).text().contains("_fill.sql can't be sealed: it has no statement"));
    assertEquals(before, Tree.of(db));
  }

  @Test
  void keepsItsNameBesideOneThatIsNamedBySealing() throws Exception {
    create("fill", LATER);
    fill(LATER + "_fill");
    write(db, options(Mode.GENERATE, null, "more"), TWO);
    for (String dialect : List.of("postgresql", "sqlite")) {
      assertEquals(List.of("start sealed", "fill sealed", "more sealed"), lines(dialect));
    }
    assertEquals(List.of(), notices(db, CHECK, TWO));
  }

  @Test
  void isGivenUpByDeletingBothOfItsScripts() throws Exception {
    create("fill", LATER);
    Path migrations = db.resolve("sqlite/migrations");
    Files.delete(migrations.resolve(LATER + "_fill.down.sql"));
    assertEquals(List.of(), notices(db, GENERATE, ONE));
    assertEquals(List.of("start sealed", "fill draft by hand"), lines("sqlite"));
    Files.writeString(migrations.resolve(LATER + "_fill.sql"), "SELECT 1;\n");
    List<Notice> half = notices(db, options(Mode.GENERATE, null, "more"), ONE);
    assertTrue(half.get(0).text().contains("can't be sealed: "), half.get(0).text());
    Files.delete(migrations.resolve(LATER + "_fill.sql"));
    assertEquals(List.of(), notices(db, GENERATE, ONE));
    assertEquals(List.of("start sealed"), lines("sqlite"));
    assertEquals(List.of("start sealed", "fill draft by hand"), lines("postgresql"));
  }

  @Test
  void isRefusedWithConflictsInIt() throws Exception {
    create("fill", LATER);
    Files.writeString(
        db.resolve("sqlite/migrations/" + LATER + "_fill.sql"),
        "<<<<<<< HEAD\nSELECT 1;\n=======\nSELECT 2;\n>>>>>>> other\n");
    assertEquals(FileMessage.DRAFT_IN_CONFLICT, notices(db, GENERATE, ONE).get(0).kind());
    assertEquals(FileMessage.DRAFT_IN_CONFLICT, notices(db, GENERATE, TWO).get(0).kind());
  }

  @Test
  void outlivesItsDialect() throws Exception {
    Path other = root.resolve("other");
    write(other, GENERATE, ONE);
    new ProjectFolder(other).create("fill", Set.of(), Optional.of(LATER));
    Written written =
        new DatabaseWriter(other, GENERATE)
            .prepare(Set.of(Dialect.POSTGRESQL), stored -> ONE, (from, to) -> Agreements.NONE)
            .write("Shop");
    assertEquals(FileMessage.DIALECT_DROPPED, written.notices().get(0).kind());
    assertTrue(Files.exists(other.resolve("sqlite/migrations/" + LATER + "_fill.sql")));
  }

  @Test
  void comesBehindWhatWasSealedMeanwhile() throws Exception {
    create("fill", "20261121000000");
    create("more", "20261121000001");
    fill("20261121000000_fill");
    fill("20261121000001_more");
    mergeWithSealed("20261122000000");
    List<Notice> notices = notices(db, at("20261123000000"), TWO);
    assertEquals(4, notices.size());
    assertEquals(FileMessage.DRAFT_MOVED, notices.get(0).kind());
    assertTrue(notices.get(0).text().contains("20261123000000_fill.sql"), notices.get(0).text());
    assertEquals(
        List.of("start sealed", "theirs sealed", "fill draft by hand", "more draft by hand"),
        lines("sqlite"));
    assertEquals("SELECT 1;\n", read("sqlite/migrations/20261123000001_more.sql"));
    assertFalse(Files.exists(db.resolve("sqlite/migrations/20261121000001_more.sql")));
    assertEquals(List.of(), notices(db, at("20270101000000"), TWO));
  }

  /** What version control makes of another branch that has sealed something, without conflicts. */
  private void mergeWithSealed(String version) throws Exception {
    Path theirs = root.resolve("theirs");
    write(theirs, options(Mode.GENERATE, null, "start"), ONE);
    write(
        theirs,
        new WriteOptions(
            Mode.GENERATE,
            Optional.empty(),
            Optional.of("theirs"),
            Optional.of(version),
            GENERATE.versions()),
        TWO);
    for (String dialect : List.of("postgresql", "sqlite")) {
      List<LockEntry> entries = new ArrayList<>(lock(dialect).entries());
      LockFile lock = LockFile.parse(Files.readString(theirs.resolve(dialect + "/varve.lock")));
      entries.addAll(lock.entries().subList(1, lock.entries().size()));
      Files.writeString(
          theirs.resolve(dialect + "/varve.lock"),
          new LockFile(entries, lock.snapshot(), lock.database()).write());
    }
    for (String file : Tree.of(theirs).texts().keySet()) {
      Files.write(db.resolve(file), Files.readAllBytes(theirs.resolve(file)));
    }
  }

  @Test
  void isKeptByARepairFromBothSides() throws Exception {
    create("ours", "20261121000000");
    String ours = read("sqlite/varve.lock");
    String theirs = ours.replace("20261121000000_ours", "20261121000007_theirs");
    Path migrations = db.resolve("sqlite/migrations");
    for (String tail : List.of(".sql", ".down.sql")) {
      Files.copy(
          migrations.resolve("20261121000000_ours" + tail),
          migrations.resolve("20261121000007_theirs" + tail));
    }
    conflict("sqlite/varve.lock", ours, theirs);
    assertEquals(FileMessage.LOCK_DAMAGED, notices(db, GENERATE, ONE).get(0).kind());
    List<Notice> notices = notices(db, options(Mode.REPAIR, null, null), ONE);
    assertEquals(FileMessage.NOTHING_TO_REPAIR.severity(), notices.get(0).kind().severity());
    assertEquals(
        List.of("start sealed", "ours draft by hand", "theirs draft by hand"), lines("sqlite"));
    assertEquals(List.of("start sealed", "ours draft by hand"), lines("postgresql"));
  }

  @Test
  void isSealedAfterARepairIfOneSideHasSealedIt() throws Exception {
    create("fill", LATER);
    fill(LATER + "_fill");
    String draft = read("sqlite/varve.lock");
    write(db, options(Mode.GENERATE, null, "x"), ONE);
    conflict("sqlite/varve.lock", draft, read("sqlite/varve.lock"));
    List<Notice> notices = notices(db, options(Mode.REPAIR, null, null), ONE);
    assertEquals(Severity.NOTE, notices.get(0).kind().severity(), notices.get(0).text());
    assertEquals(List.of("start sealed", "fill sealed"), lines("sqlite"));
  }

  @Test
  void cannotShareAVersionAfterAMerge() throws Exception {
    create("ours", LATER);
    String ours = read("sqlite/varve.lock");
    conflict("sqlite/varve.lock", ours, ours.replace("_ours", "_theirs"));
    List<Notice> notices = notices(db, options(Mode.REPAIR, null, null), ONE);
    assertEquals(FileMessage.SEALED_TWICE, notices.get(0).kind(), notices.get(0).text());
  }

  private void conflict(String file, String ours, String theirs) throws IOException {
    Files.writeString(
        db.resolve(file), "<<<<<<< HEAD\n" + ours + "=======\n" + theirs + ">>>>>>> other\n");
  }

  private Created create(String name, String timestamp) throws FileProblem {
    return new ProjectFolder(db).create(name, Set.of(), Optional.of(timestamp));
  }

  private void fill(String migration) throws IOException {
    for (String dialect : List.of("postgresql", "sqlite")) {
      for (String tail : List.of(".sql", ".down.sql")) {
        Files.writeString(db.resolve(dialect + "/migrations/" + migration + tail), "SELECT 1;\n");
      }
    }
  }

  private List<String> lines(String dialect) throws IOException {
    List<String> lines = new ArrayList<>();
    for (LockEntry entry : lock(dialect).entries()) {
      lines.add(
          entry.migration().name()
              + ' '
              + entry.state().word()
              + (entry.byHand() ? " by hand" : ""));
    }
    return lines;
  }

  private LockFile lock(String dialect) throws IOException {
    return LockFile.parse(read(dialect + "/varve.lock"));
  }

  private String read(String file) throws IOException {
    return Files.readString(db.resolve(file));
  }
}
