package dev.varve.project;

import dev.varve.project.Journal.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files that shall be replaced or removed together.
 *
 * <p>{@link #commit} first writes every new content beside its file and makes it durable; what is
 * likely to fail, fails there, with nothing changed. Then it writes a {@link Journal}, and then it
 * renames, which replaces each file at once; if that fails half way, the files already replaced get
 * their former content back. If it is killed, whoever comes next finishes it.
 *
 * <p>Callers hold the {@link DirectoryLock}: temporary names are fixed.
 */
final class FileBatch {
  private final Layout layout;

  /** The wanted content of each file; empty: no such file. */
  private final Map<Path, Optional<byte[]>> wanted = new LinkedHashMap<>();

  private boolean lasting;

  FileBatch(Layout layout) {
    this.layout = layout;
  }

  /**
   * Wants the change to last, whatever happens to the machine right afterwards. That takes some
   * milliseconds: what the next compilation would write again can do without.
   */
  void lasting() {
    lasting = true;
  }

  /** Wants a file with this text, in UTF-8. Files are replaced in the order of these calls. */
  void put(Path file, String text) {
    wanted.put(file, Optional.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Wants no such file. */
  void remove(Path file) {
    wanted.put(file, Optional.empty());
  }

  /** The files that aren't as wanted. */
  List<Path> differing() throws IOException {
    List<Path> differing = new ArrayList<>();
    for (Map.Entry<Path, Optional<byte[]>> file : wanted.entrySet()) {
      if (!same(FileWrites.current(file.getKey()), file.getValue())) {
        differing.add(file.getKey());
      }
    }
    return differing;
  }

  /**
   * Makes all files as wanted and doesn't touch those that are.
   *
   * @throws IOException if that isn't possible; then all files are as they were, unless restoring
   *     them failed too, which a suppressed exception tells
   */
  void commit() throws IOException {
    List<Path> differing = differing();
    Deque<Path> created = new ArrayDeque<>();
    try {
      for (Path file : differing) {
        prepare(file, created);
      }
      replaceAll(differing);
    } catch (IOException failure) {
      cleanUp(created, failure);
      throw failure;
    }
  }

  private void prepare(Path file, Deque<Path> created) throws IOException {
    Optional<byte[]> content = wanted.get(file);
    if (content.isPresent()) {
      createDirectories(file.getParent(), created);
      created.push(FileWrites.temporary(file));
      layout.step();
      FileWrites.prepare(file, content.get());
    }
  }

  private static void createDirectories(Path directory, Deque<Path> created) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null) {
      createDirectories(parent, created);
    }
    Files.createDirectory(directory);
    created.push(directory);
  }

  private void replaceAll(List<Path> differing) throws IOException {
    Map<Path, Optional<byte[]>> former = new LinkedHashMap<>();
    for (Path file : differing) {
      former.put(file, FileWrites.current(file));
    }
    // One file is replaced at once anyway.
    if (differing.size() == 1 && !lasting) {
      replace(differing.get(0), wanted);
    } else if (!differing.isEmpty()) {
      replaceAll(former, journal(former));
    }
  }

  private Journal journal(Map<Path, Optional<byte[]>> former) {
    List<Change> changes = new ArrayList<>(former.size());
    former.forEach(
        (file, content) -> {
          String path = layout.directory().relativize(file).toString().replace('\\', '/');
          changes.add(Change.of(path, content, wanted.get(file)));
        });
    return new Journal(layout, changes);
  }

  private void replaceAll(Map<Path, Optional<byte[]>> former, Journal journal) throws IOException {
    try {
      forceIfLasting(journal);
      journal.write();
      forceIfLasting(journal);
      for (Path file : former.keySet()) {
        replace(file, wanted);
      }
      forceIfLasting(journal);
      journal.delete();
    } catch (IOException failure) {
      restore(former, failure);
      Files.deleteIfExists(Journal.file(layout.directory()));
      throw failure;
    }
  }

  private void forceIfLasting(Journal journal) throws IOException {
    if (lasting) {
      journal.force();
    }
  }

  /** Undoes in the same order: the last file is the one that couldn't be replaced. */
  private void restore(Map<Path, Optional<byte[]>> former, IOException failure) {
    for (Map.Entry<Path, Optional<byte[]>> file : former.entrySet()) {
      try {
        if (!same(FileWrites.current(file.getKey()), file.getValue())) {
          if (file.getValue().isPresent()) {
            FileWrites.prepare(file.getKey(), file.getValue().get());
          }
          replace(file.getKey(), former);
        }
      } catch (IOException second) {
        failure.addSuppressed(second);
      }
    }
  }

  private void replace(Path file, Map<Path, Optional<byte[]>> contents) throws IOException {
    layout.step();
    if (contents.get(file).isPresent()) {
      FileWrites.replace(file);
    } else {
      Files.deleteIfExists(file);
    }
  }

  /** Removes what was created: temporary files, and directories, which by then are empty again. */
  private static void cleanUp(Deque<Path> created, IOException failure) {
    for (Path path : created) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException second) {
        failure.addSuppressed(second);
      }
    }
  }

  private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || Arrays.equals(one.get(), other.get()));
  }
}
