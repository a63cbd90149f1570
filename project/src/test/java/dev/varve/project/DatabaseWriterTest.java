package dev.varve.project;

import static dev.varve.project.Databases.CHECK;
import static dev.varve.project.Databases.GENERATE;
import static dev.varve.project.Databases.VERSION;
import static dev.varve.project.Databases.notices;
import static dev.varve.project.Databases.options;
import static dev.varve.project.Databases.schema;
import static dev.varve.project.Databases.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.project.WriteOptions.Mode;
import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import dev.varve.schema.Schema;
import dev.varve.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseWriterTest {
  private static final Schema ONE = schema("customers");
  private static final Schema TWO = schema("customers", "orders");
  private static final String UP = "migrations/" + VERSION + "_init_schema.sql";
  private static final String DOWN = "migrations/" + VERSION + "_init_schema.down.sql";
  private static final Set<String> FILES =
      new TreeSet<>(
          List.of(
              "model.json",
              "postgresql/schema.sql",
              "postgresql/varve.lock",
              "postgresql/" + UP,
              "postgresql/" + DOWN,
              "sqlite/schema.sql",
              "sqlite/varve.lock",
              "sqlite/" + UP,
              "sqlite/" + DOWN));

  @TempDir Path project;

  private Path db() {
    return project.resolve("db");
  }

  @Test
  void writesEveryFile() throws Exception {
    write(db(), GENERATE, ONE);
    assertEquals(FILES, Tree.of(db()).texts().keySet());
  }

  @Test
  void theFirstMigrationsBodyIsThatOfTheSchemaFile() throws Exception {
    write(db(), GENERATE, ONE);
    for (String dialect : List.of("postgresql", "sqlite")) {
      String schema = read(dialect + "/schema.sql");
      String body = schema.substring(schema.indexOf("\n\n"));
      String header =
          "-- varve: init_schema (generated 2026-11-20)\n-- See db/%s/schema.sql for the schema.\n";
      assertTrue(body.contains("CREATE TABLE IF NOT EXISTS customers"), body);
      assertEquals(header.formatted(dialect) + body.substring(1), read(dialect + "/" + UP));
      String down = read(dialect + "/" + DOWN);
      String start = header.formatted(dialect) + "-- varve:destructive table customers\n\n";
      assertTrue(down.startsWith(start), down);
      assertTrue(down.endsWith("DROP TABLE IF EXISTS customers;\n"), down);
    }
  }

  @Test
  void locksTheScriptsByTheirChecksums() throws Exception {
    write(db(), GENERATE, ONE);
    for (String dialect : List.of("postgresql", "sqlite")) {
      LockEntry entry = LockFile.parse(read(dialect + "/varve.lock")).entries().get(0);
      assertEquals(Checksum.of(read(dialect + "/" + UP)), entry.up());
      assertEquals(Checksum.of(read(dialect + "/" + DOWN)), entry.down());
    }
  }

  @Test
  void touchesNothingTheSecondTime() throws Exception {
    write(db(), GENERATE, ONE);
    Tree before = Tree.aged(db());
    write(db(), GENERATE, ONE);
    assertEquals(before, Tree.of(db()));
  }

  @Test
  void rewritesTheSameDraftWhenTheRecordsChange() throws Exception {
    write(db(), GENERATE, ONE);
    write(db(), Databases.at("20270101000000"), TWO);
    assertEquals(FILES, Tree.of(db()).texts().keySet());
    assertTrue(read("sqlite/" + UP).contains("CREATE TABLE IF NOT EXISTS orders"));
    assertTrue(read("model.json").contains("orders"));
    Tree before = Tree.aged(db());
    write(db(), GENERATE, TWO);
    assertEquals(before, Tree.of(db()));
  }

  @Test
  void renamesTheDraft() throws Exception {
    write(db(), GENERATE, ONE);
    write(db(), options(Mode.GENERATE, "first", null), ONE);
    Set<String> names = Tree.of(db()).texts().keySet();
    assertTrue(names.contains("sqlite/migrations/" + VERSION + "_first.down.sql"), names::toString);
    assertEquals(FILES.size(), names.size());
  }

  @Test
  void keepsOneVersionForAllDialects() throws Exception {
    write(db(), GENERATE, ONE);
    deleteAll("sqlite");
    write(db(), Databases.at("20270101000000"), ONE);
    assertEquals(FILES, Tree.of(db()).texts().keySet());
  }

  @Test
  void writesADeletedDraftAnew() throws Exception {
    write(db(), GENERATE, ONE);
    Tree before = Tree.of(db());
    Files.delete(db().resolve("sqlite/" + UP));
    Files.delete(db().resolve("sqlite/" + DOWN));
    Files.delete(db().resolve("postgresql/" + DOWN));
    write(db(), Databases.at("20270101000000"), ONE);
    assertEquals(before.texts(), Tree.of(db()).texts());
  }

  @Test
  void leavesAnEditedDraft() throws Exception {
    write(db(), GENERATE, ONE);
    append("sqlite/" + UP, "CREATE VIEW v AS SELECT 1;\n");
    Tree before = Tree.aged(db());
    assertEquals(
        List.of(Notice.of(FileMessage.DRAFT_EDITED, db().resolve("sqlite/" + UP).toString())),
        notices(db(), GENERATE, ONE));
    assertEquals(before, Tree.of(db()));
  }

  @Test
  void refusesToRewriteAnEditedDraft() throws Exception {
    write(db(), GENERATE, ONE);
    append("sqlite/" + DOWN, "DROP VIEW v;\n");
    assertRefused(GENERATE, TWO, FileMessage.DRAFT_OUTDATED);
    Files.delete(db().resolve("sqlite/" + DOWN));
    assertEquals(List.of(), notices(db(), GENERATE, TWO));
  }

  @Test
  void rewritesADraftThatItWroteBeforeItWasKilled() throws Exception {
    write(db(), GENERATE, ONE);
    String oldLock = read("sqlite/varve.lock");
    write(db(), GENERATE, TWO);
    Tree after = Tree.of(db());
    Files.writeString(db().resolve("sqlite/varve.lock"), oldLock);
    assertEquals(List.of(), notices(db(), GENERATE, TWO));
    assertEquals(after.texts(), Tree.of(db()).texts());
  }

  @Test
  void sealsTheDraft() throws Exception {
    write(db(), GENERATE, ONE);
    write(db(), options(Mode.GENERATE, null, "start"), ONE);
    Tree sealed = Tree.aged(db());
    assertEquals(read("model.json"), read("snapshot.json"));
    assertTrue(read("sqlite/varve.lock").contains(VERSION + "_start sealed v1:"));
    assertTrue(read("sqlite/varve.lock").contains("\nsnapshot sha256:"));
    assertTrue(read("sqlite/migrations/" + VERSION + "_start.sql").startsWith("-- varve: start ("));
    assertEquals(FILES.size() + 1, sealed.texts().size());
    assertEquals(List.of(), notices(db(), GENERATE, ONE));
    assertEquals(List.of(), notices(db(), CHECK, ONE));
    assertEquals(
        List.of(Notice.of(FileMessage.NOTHING_TO_SEAL)),
        notices(db(), options(Mode.GENERATE, null, "more"), ONE));
    assertEquals(sealed, Tree.of(db()));
  }

  @Test
  void sealsAnEditedDraftAsItIs() throws Exception {
    write(db(), GENERATE, ONE);
    append("sqlite/" + UP, "CREATE VIEW v AS SELECT 1;\n");
    String edited = read("sqlite/" + UP);
    write(db(), options(Mode.GENERATE, null, "start"), ONE);
    assertEquals(edited, read("sqlite/migrations/" + VERSION + "_start.sql"));
    assertEquals(List.of(), notices(db(), CHECK, ONE));
  }

  @Test
  void draftsChangesAfterTheFirstSealed() throws Exception {
    write(db(), options(Mode.GENERATE, null, "start"), ONE);
    write(db(), GENERATE, TWO);
    for (String dialect : List.of("postgresql", "sqlite")) {
      String draft = read(dialect + "/migrations/20261120070502_create_orders.sql");
      assertTrue(draft.startsWith("-- varve: create_orders (generated 2026-11-20)\n"), draft);
      assertTrue(draft.contains("orders"), draft);
      assertTrue(!draft.contains("CREATE TABLE customers"), draft);
    }
    write(db(), GENERATE, ONE);
    assertTrue(read("sqlite/varve.lock").contains("_start sealed"), "sealed");
    assertFalse(Files.exists(db().resolve("sqlite/migrations/20261120070502_create_orders.sql")));
  }

  @Test
  void givesADialectThatIsAddedLaterItsFirstMigration() throws Exception {
    write(db(), options(Mode.GENERATE, null, "start"), ONE);
    deleteAll("sqlite");
    write(db(), GENERATE, ONE);
    String later = "20261120070502_init_schema.sql";
    assertTrue(Files.exists(db().resolve("sqlite/migrations/" + later)));
    assertEquals(1 + FILES.size(), Tree.of(db()).texts().size());
  }

  @Test
  void failsACheckUntilAllIsSealedAndWritten() throws Exception {
    assertRefused(CHECK, ONE, FileMessage.NOT_SEALED);
    write(db(), GENERATE, ONE);
    assertRefused(CHECK, ONE, FileMessage.NOT_SEALED);
    write(db(), options(Mode.GENERATE, null, "start"), ONE);
    assertEquals(List.of(), notices(db(), CHECK, ONE));
    append("sqlite/schema.sql", "-- edited\n");
    assertRefused(CHECK, ONE, FileMessage.FILES_STALE);
    Files.delete(db().resolve("sqlite/schema.sql"));
    assertRefused(CHECK, ONE, FileMessage.FILES_STALE);
  }

  @Test
  void handsOutWhatAJarCarries() throws Exception {
    Written written = write(db(), GENERATE, ONE);
    assertEquals("shop\n", written.resources().get("META-INF/varve/databases"));
    for (String file : FILES) {
      if (!file.equals("model.json")) {
        assertEquals(read(file), written.resources().get("META-INF/varve/shop/" + file));
      }
    }
    assertEquals(FILES.size(), written.resources().size());
  }

  private void assertRefused(WriteOptions options, Schema schema, NoticeKind message)
      throws IOException {
    Tree before = Tree.of(db());
    List<Notice> notices = notices(db(), options, schema);
    assertEquals(1, notices.size());
    assertEquals(message, notices.get(0).kind(), notices.get(0).text());
    assertEquals(before, Tree.of(db()));
  }

  private String read(String file) throws IOException {
    return Files.readString(db().resolve(file));
  }

  private void append(String file, String text) throws IOException {
    Files.writeString(db().resolve(file), read(file) + text);
  }

  private void deleteAll(String directory) throws IOException {
    for (String file : Tree.of(db().resolve(directory)).texts().keySet()) {
      Files.delete(db().resolve(directory).resolve(file));
    }
  }
}
