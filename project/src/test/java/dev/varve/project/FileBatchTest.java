package dev.varve.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileBatchTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path directory;
  private Path old;
  private Path gone;
  private FileBatch batch;

  @BeforeEach
  void files() throws IOException {
    batch = new FileBatch(new Layout(directory));
    old = Files.writeString(directory.resolve("old"), "old");
    gone = Files.writeString(directory.resolve("gone"), "gone");
    Files.setLastModifiedTime(old, LONG_AGO);
  }

  @Test
  void replacesCreatesAndRemoves() throws IOException {
    batch.put(old, "nöw");
    batch.put(directory.resolve("a/b/new"), "new");
    batch.remove(gone);
    batch.remove(directory.resolve("never/there"));
    batch.commit();
    assertEquals(Map.of("old", "nöw", "a/b/new", "new"), contents());
  }

  @Test
  void doesNotTouchWhatIsRight() throws IOException {
    batch.put(old, "old");
    assertEquals(List.of(), batch.differing());
    batch.commit();
    assertEquals(LONG_AGO, Files.getLastModifiedTime(old));
  }

  @Test
  void changesNothingIfOneFileCannotBePrepared() throws IOException {
    Map<String, String> before = contents();
    batch.put(old, "new");
    batch.put(directory.resolve("x/y/new"), "new");
    batch.put(gone.resolve("file where a directory should be"), "new");
    batch.remove(gone);
    assertThrows(IOException.class, batch::commit);
    assertEquals(before, contents());
    assertEquals(LONG_AGO, Files.getLastModifiedTime(old));
    assertEquals(List.of("gone", "old"), names());
  }

  /** A file that can be read and prepared but not replaced: only an immutable one is like that. */
  @Test
  void restoresWhatWasReplacedIfALaterFileCannotBe() throws Exception {
    Path blocked = Files.writeString(directory.resolve("blocked"), "blocked");
    assumeTrue(chattr("+i", blocked), "chattr +i is not permitted here");
    try {
      Map<String, String> before = contents();
      batch.put(old, "new");
      batch.put(directory.resolve("a/created"), "new");
      batch.remove(gone);
      batch.put(blocked, "new");
      assertThrows(IOException.class, batch::commit);
      assertEquals(before, contents());
      assertEquals(List.of("blocked", "gone", "old"), names());
    } finally {
      chattr("-i", blocked);
    }
  }

  private static boolean chattr(String flag, Path file) throws Exception {
    try {
      return new ProcessBuilder("chattr", flag, file.toString()).start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  @Test
  void overwritesWhatAKilledCompilerLeft() throws IOException {
    Files.writeString(directory.resolve(".old.varve-tmp"), "half");
    batch.put(old, "new");
    batch.commit();
    assertEquals(Map.of("old", "new", "gone", "gone"), contents());
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (var files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(directory.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
