package dev.varve.project;

import static dev.varve.project.Databases.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.project.KilledWriter.Work;
import dev.varve.project.WriteOptions.Mode;
import dev.varve.runtime.format.Bundle;
import dev.varve.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is killed while files are changed together leaves what the next command finishes. */
final class InterruptedTest {
  private static final int AT_ONCE = 4;

  @TempDir Path root;

  /** Before each step there is; then whatever comes next leaves the same as nobody's death. */
  @ParameterizedTest
  @EnumSource
  void allOrNothingIsLeftByTheNextCommand(Work work) throws Exception {
    Path folder = root.resolve("before/db");
    KilledWriter.prepare(work, folder, root);
    Map<String, String> before = Tree.of(folder).texts();
    Path undisturbed = copy(folder, "undisturbed");
    work.on(new Layout(undisturbed));
    Map<String, String> after = Tree.of(undisturbed).texts();
    int step = 0;
    while (step >= 0) {
      List<Killed> killed = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        killed.add(kill(work, folder, "killed", ++step));
      }
      for (Killed one : killed) {
        if (one.process().waitFor() == 0) {
          assertEquals(after, Tree.of(one.db()).texts());
          step = -1;
        } else {
          assertEquals(KilledWriter.KILLED, one.process().waitFor());
          assertHeals(work, one.db(), before, after);
        }
      }
    }
  }

  private record Killed(Path db, Process process) {}

  private Killed kill(Work work, Path folder, String name, int step) throws IOException {
    Path db = copy(folder, name + step);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                db.toString(),
                work.name(),
                Integer.toString(step))
            .inheritIO()
            .start();
    return new Killed(db, process);
  }

  private void assertHeals(
      Work work, Path db, Map<String, String> before, Map<String, String> after) throws Exception {
    String name = db.getParent().getFileName().toString();
    boolean begun = Files.exists(db.resolve(Bundle.UNFINISHED));
    Path compiled = copy(db, name + "-compiled");
    Path repaired = copy(db, name + "-repaired");
    if (work == Work.REPAIRS) {
      assertRefusesOrHeals(work, compiled, begun, after);
    } else {
      work.compile(new Layout(compiled), options(Mode.GENERATE, null, null));
      assertEquals(begun || work == Work.REWRITES_DRAFTS ? after : before, texts(compiled), name);
    }
    work.compile(new Layout(repaired), options(Mode.REPAIR, null, null));
    boolean redone = begun || work == Work.REPAIRS || work == Work.REWRITES_DRAFTS;
    assertEquals(redone ? after : before, texts(repaired), name);
    if (work == Work.CREATES) {
      new ProjectFolder(compiled).create("other", Set.of(), Optional.of("20280101000000"));
    } else {
      work.on(new Layout(db));
      assertEquals(after, texts(db), name);
    }
  }

  private static void assertRefusesOrHeals(
      Work work, Path db, boolean begun, Map<String, String> after) throws Exception {
    if (begun) {
      work.compile(new Layout(db), options(Mode.GENERATE, null, null));
      assertEquals(after, texts(db));
    } else {
      assertThrows(
          FileProblem.class,
          () -> work.compile(new Layout(db), options(Mode.GENERATE, null, null)));
    }
  }

  private static Map<String, String> texts(Path db) throws IOException {
    return Tree.of(db).texts();
  }

  /** Without the file of the lock, which whoever holds it removes in the end. */
  private static Map<String, String> unlocked(Path db) throws IOException {
    Map<String, String> texts = new TreeMap<>(texts(db));
    texts.remove(".varve-writing");
    return texts;
  }

  /** Who finishes it may be killed too. */
  @Test
  void whoHealsMayBeKilled() throws Exception {
    Path folder = begun();
    Path undisturbed = copy(folder, "undisturbed");
    Work.COMMAND_SEALS.on(new Layout(undisturbed));
    int step = 0;
    int exit = KilledWriter.KILLED;
    while (exit == KilledWriter.KILLED) {
      Killed killed = kill(Work.COMMAND_SEALS, folder, "healing", ++step);
      exit = killed.process().waitFor();
      Work.COMMAND_SEALS.on(new Layout(killed.db()));
      assertEquals(texts(undisturbed), texts(killed.db()));
    }
    assertEquals(0, exit);
  }

  @Test
  void whatAPersonChangedMeanwhileIsNotOverwritten() throws Exception {
    Path db = begun();
    Files.writeString(db.resolve("sqlite/varve.lock"), "mine");
    Map<String, String> before = unlocked(db);
    for (Mode mode : List.of(Mode.GENERATE, Mode.REPAIR)) {
      assertRefused(FileMessage.UNFINISHED, db, options(mode, null, null));
    }
    FileProblem sealing =
        assertThrows(FileProblem.class, () -> Work.COMMAND_SEALS.on(new Layout(db)));
    assertEquals(FileMessage.UNFINISHED, sealing.notice().kind());
    assertTrue(sealing.notice().text().contains("sqlite/varve.lock was changed meanwhile"));
    assertEquals(before, unlocked(db));
  }

  @Test
  void aCheckChangesNothing() throws Exception {
    Path db = begun();
    Map<String, String> before = unlocked(db);
    assertRefused(FileMessage.UNSETTLED, db, Databases.CHECK);
    assertEquals(before, unlocked(db));
  }

  private static void assertRefused(FileMessage message, Path db, WriteOptions options) {
    FileProblem problem =
        assertThrows(FileProblem.class, () -> Work.COMPILER_SEALS.compile(new Layout(db), options));
    assertEquals(message, problem.notice().kind(), problem.notice().text());
  }

  /** A folder in which a seal was begun: the snapshot is renamed, the rest isn't. */
  private Path begun() throws Exception {
    Path folder = root.resolve("before/db");
    KilledWriter.prepare(Work.COMMAND_SEALS, folder, root);
    for (int step = 1; ; step++) {
      Killed killed = kill(Work.COMMAND_SEALS, folder, "begun", step);
      assertEquals(KilledWriter.KILLED, killed.process().waitFor());
      String snapshot = Files.readString(killed.db().resolve("snapshot.json"));
      if (snapshot.contains("orders")) {
        return killed.db();
      }
    }
  }

  /** What nobody can tell from a merge is not taken for one. */
  @Test
  void aSnapshotThatNoLockFileNamesIsNotRepaired() throws Exception {
    Path db = root.resolve("of/db");
    KilledWriter.prepare(Work.COMMAND_SEALS, db, root);
    Files.copy(
        db.resolve("model.json"), db.resolve("snapshot.json"), StandardCopyOption.REPLACE_EXISTING);
    Map<String, String> before = unlocked(db);
    assertRefused(FileMessage.SNAPSHOT_OF_NONE, db, options(Mode.REPAIR, null, null));
    assertEquals(before, unlocked(db));
  }

  private Path copy(Path from, String name) throws IOException {
    Path to = Files.createDirectories(root.resolve(name)).resolve("db");
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }
}
