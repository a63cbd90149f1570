package dev.varve.project;

import static dev.varve.project.Databases.GENERATE;
import static dev.varve.project.Databases.VERSION;
import static dev.varve.project.Databases.notices;
import static dev.varve.project.Databases.options;
import static dev.varve.project.Databases.schema;
import static dev.varve.project.Databases.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.project.WriteOptions.Mode;
import dev.varve.schema.Schema;
import dev.varve.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with the files: one message that names the file, and nothing is changed. */
final class DamagedFilesTest {
  private static final Schema ONE = schema("customers");
  private static final Schema TWO = schema("customers", "orders");
  private static final String SEALED = "sqlite/migrations/" + VERSION + "_start.sql";

  @TempDir Path project;
  private Path db;

  @BeforeEach
  void sealed() throws Exception {
    db = project.resolve("db");
    write(db, options(Mode.GENERATE, null, "start"), ONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.json", "snapshot.json"})
  void cutJson(String file) throws Exception {
    String json = Files.readString(db.resolve(file));
    replace(file, json.substring(0, json.length() / 2));
    assertRefused(
        file.startsWith("m") ? FileMessage.JSON_DAMAGED : FileMessage.SNAPSHOT_CHANGED, file);
  }

  @Test
  void emptyModel() throws Exception {
    replace("model.json", "");
    assertRefused(FileMessage.JSON_DAMAGED, "model.json");
  }

  @Test
  void mergeConflictInModel() throws Exception {
    String json = Files.readString(db.resolve("model.json"));
    replace("model.json", "<<<<<<< HEAD\n" + json + "=======\n" + json + ">>>>>>> branch\n");
    assertEquals(List.of(), notices(db, GENERATE, ONE));
    assertEquals(json, Files.readString(db.resolve("model.json")));
    replace("model.json", "<<<<<<< HEAD\n" + json + json + ">>>>>>> branch\n");
    assertRefused(FileMessage.JSON_DAMAGED, "model.json");
  }

  @Test
  void modelThatIsNoText() throws Exception {
    Files.write(db.resolve("model.json"), new byte[] {'{', (byte) 0xff, '}'});
    assertRefused(FileMessage.FILE_UNREADABLE, "model.json");
  }

  @Test
  void modelThatIsADirectory() throws Exception {
    Files.delete(db.resolve("model.json"));
    Files.createDirectory(db.resolve("model.json"));
    assertRefused(FileMessage.FILE_UNREADABLE, "model.json");
  }

  @Test
  void missingSnapshot() throws Exception {
    Files.delete(db.resolve("snapshot.json"));
    assertRefused(FileMessage.SNAPSHOT_LOST, "snapshot.json");
  }

  @Test
  void snapshotOfAnotherVersion() throws Exception {
    Path other = project.resolve("other");
    write(other, options(Mode.GENERATE, null, "start"), TWO);
    replace("snapshot.json", Files.readString(other.resolve("snapshot.json")));
    assertRefused(FileMessage.SNAPSHOT_CHANGED, "snapshot.json");
  }

  @Test
  void lockWithoutTheSnapshotsLine() throws Exception {
    String lock = Files.readString(db.resolve("sqlite/varve.lock"));
    replace("sqlite/varve.lock", lock.substring(0, lock.indexOf("snapshot sha256")));
    assertRefused(FileMessage.SNAPSHOT_CHANGED, "varve.lock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage\n",
        "<<<<<<< HEAD\n",
        "20261120070501_start sealed v1:00\n",
        "2026_start sealed v1:00 v1:00\n"
      })
  void lockThatIsNone(String text) throws Exception {
    replace("sqlite/varve.lock", text);
    assertRefused(FileMessage.LOCK_DAMAGED, "varve.lock");
  }

  @Test
  void lostLock() throws Exception {
    Files.delete(db.resolve("sqlite/varve.lock"));
    assertRefused(FileMessage.SCRIPT_UNKNOWN, "start.down.sql");
    assertRefused(FileMessage.SCRIPT_UNKNOWN, "start.sql are not listed");
  }

  @Test
  void scriptThatTheLockDoesNotList() throws Exception {
    replace("sqlite/migrations/20270101000000_mine.sql", "SELECT 1;\n");
    assertRefused(FileMessage.SCRIPT_UNKNOWN, "20270101000000_mine.sql");
  }

  @Test
  void changedSealedScript() throws Exception {
    replace(SEALED, Files.readString(db.resolve(SEALED)) + "DROP TABLE customers;\n");
    assertRefused(FileMessage.SEALED_CHANGED, VERSION + "_start.sql");
  }

  @Test
  void missingSealedScript() throws Exception {
    Files.delete(db.resolve(SEALED));
    assertRefused(FileMessage.SEALED_MISSING, VERSION + "_start.sql");
  }

  @Test
  void checkedOutWithCarriageReturns() throws Exception {
    for (String file : Tree.of(db).texts().keySet()) {
      replace(file, Files.readString(db.resolve(file)).replace("\n", "\r\n"));
    }
    assertEquals(List.of(), notices(db, GENERATE, ONE));
  }

  @Test
  void fileInPlaceOfTheDirectory() throws Exception {
    Path file = Files.writeString(project.resolve("file"), "");
    List<Notice> notices = notices(file, GENERATE, ONE);
    assertEquals(FileMessage.NOT_A_DIRECTORY, notices.get(0).kind());
    assertTrue(notices.get(0).text().contains(file + " is a file"), notices.get(0).text());
    assertEquals("", Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "sqlite/migrations"})
  void fileInPlaceOfADirectoryWithin(String name) throws Exception {
    Path other = Files.createDirectory(project.resolve("other"));
    Path file = other.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    List<Notice> notices = notices(other, GENERATE, ONE);
    assertEquals(List.of(Notice.of(FileMessage.NOT_A_DIRECTORY, file.toString())), notices);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void missingModel(String other) throws Exception {
    Files.delete(db.resolve("model.json"));
    Files.delete(db.resolve(other).resolve("varve.lock"));
    assertRefused(FileMessage.MODEL_MISSING, "model.json");
  }

  @Test
  void byteOrderMarkInModel() throws Exception {
    replace("model.json", "\ufeff" + Files.readString(db.resolve("model.json")));
    assertRefused(FileMessage.JSON_DAMAGED, "byte order mark");
  }

  @Test
  void readOnlyDirectory() throws Exception {
    Path draft = Files.createDirectory(project.resolve("draft"));
    write(draft, GENERATE, ONE);
    assumeTrue(run("chattr", "-R", "+i", draft.toString()), "chattr +i is not permitted here");
    try {
      assertEquals(List.of(), notices(draft, GENERATE, ONE));
      Tree before = Tree.of(draft);
      assertEquals(FileMessage.FILES_UNWRITABLE, notices(draft, GENERATE, TWO).get(0).kind());
      assertEquals(before, Tree.of(draft));
    } finally {
      run("chattr", "-R", "-i", draft.toString());
    }
  }

  @Test
  void fullDisk() throws Exception {
    Path disk = Files.createDirectory(project.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk.toString()),
        "mounting a tmpfs is not permitted here");
    try {
      Path full = disk.resolve("db");
      write(full, GENERATE, ONE);
      Files.write(disk.resolve("filler"), new byte[56 * 1024]);
      Tree before = Tree.of(full);
      String[] many = new String[100];
      for (int i = 0; i < many.length; i++) {
        many[i] = "table_" + i;
      }
      List<Notice> notices = notices(full, GENERATE, schema(many));
      assertEquals(FileMessage.FILES_UNWRITABLE, notices.get(0).kind());
      assertTrue(notices.get(0).text().contains("No space left"), notices.get(0).text());
      assertEquals(before, Tree.of(full));
      Files.delete(disk.resolve("filler"));
      assertEquals(List.of(), notices(full, GENERATE, TWO));
    } finally {
      run("umount", disk.toString());
    }
  }

  private void assertRefused(NoticeKind message, String mentions) throws IOException {
    Tree before = Tree.of(db);
    List<Notice> notices = notices(db, GENERATE, TWO);
    assertEquals(1, notices.size());
    assertEquals(message, notices.get(0).kind(), notices.get(0).text());
    assertTrue(notices.get(0).text().contains(mentions), notices.get(0).text());
    assertEquals(before, Tree.of(db));
  }

  private void replace(String file, String text) throws IOException {
    Files.writeString(db.resolve(file), text);
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
