package dev.varve.project;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Checksum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file that says which files are being replaced and removed together. It is there from when all
 * new contents lie beside their files until all are in place, so that whoever finds it, after its
 * writer was killed, finishes what that one began.
 *
 * @param layout where the files lie
 * @param changes in the order in which they are made
 */
record Journal(Layout layout, List<Change> changes) {
  private static final String HEADER =
      "# Varve was interrupted while it changed these files. Compile or run varve seal once, which"
          + " finishes it. Don't commit this file.";
  private static final String END = "end";

  /** Stands for the checksum of a file that isn't there. */
  private static final String NONE = "-";

  /**
   * What happens to one file.
   *
   * @param path the file, from the directory on
   * @param before its checksum, or {@value NONE}
   * @param after its checksum, or {@value NONE}
   */
  record Change(String path, String before, String after) {
    static Change of(String path, Optional<byte[]> before, Optional<byte[]> after) {
      return new Change(path, checksum(before), checksum(after));
    }

    private static String checksum(Optional<byte[]> content) {
      return content.map(Checksum::ofBytes).orElse(NONE);
    }

    boolean removes() {
      return after.equals(NONE);
    }

    private boolean isDone(Path file) throws IOException {
      return checksum(FileWrites.current(file)).equals(after);
    }

    private boolean canBeDone(Path file) throws IOException {
      boolean prepared =
          removes() || checksum(FileWrites.current(FileWrites.temporary(file))).equals(after);
      return prepared && checksum(FileWrites.current(file)).equals(before);
    }
  }

  static Path file(Path directory) {
    return directory.resolve(Bundle.UNFINISHED);
  }

  /** Writes it, at once. */
  void write() throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (Change change : changes) {
      text.append(change.before()).append(' ').append(change.after()).append(' ');
      text.append(change.path()).append('\n');
    }
    Path file = file(layout.directory());
    layout.step();
    FileWrites.prepare(
        file, text.append(END).append('\n').toString().getBytes(StandardCharsets.UTF_8));
    layout.step();
    FileWrites.replace(file);
  }

  /** Removes it: all is done, or undone. */
  void delete() throws IOException {
    layout.step();
    Files.deleteIfExists(file(layout.directory()));
  }

  /** Makes the names of all files last, those that are gone too. */
  void force() throws IOException {
    Set<Path> directories = new LinkedHashSet<>();
    directories.add(layout.directory());
    for (Change change : changes) {
      directories.add(file(change).getParent());
    }
    for (Path directory : directories) {
      FileWrites.force(directory);
    }
  }

  private Path file(Change change) {
    return layout.directory().resolve(change.path());
  }

  /**
   * Finishes what somebody began who was killed, and removes what others have left; called by
   * somebody who has the directory's lock.
   *
   * @throws FileProblem if a file was changed meanwhile; then nothing is done
   */
  static void finish(Layout layout) throws FileProblem, IOException {
    Path file = file(layout.directory());
    if (Files.exists(file)) {
      Journal journal = read(layout, file);
      List<Change> open = journal.open();
      for (Change change : open) {
        layout.step();
        journal.make(change);
      }
      journal.force();
      journal.delete();
    }
    for (Path directory : layout.directories()) {
      FileWrites.sweep(directory);
    }
  }

  private static Journal read(Layout layout, Path file) throws FileProblem, IOException {
    List<String> lines = Files.readAllLines(file);
    boolean whole = !lines.isEmpty() && lines.get(lines.size() - 1).equals(END);
    List<Change> changes = new ArrayList<>();
    for (int i = 1; whole && i < lines.size() - 1; i++) {
      String[] words = lines.get(i).split(" ", 3);
      whole = words.length == 3;
      if (whole) {
        changes.add(new Change(words[2], words[0], words[1]));
      }
    }
    if (!whole) {
      throw unfinished(layout, file + " is damaged");
    }
    return new Journal(layout, changes);
  }

  private List<Change> open() throws FileProblem, IOException {
    List<Change> open = new ArrayList<>();
    for (Change change : changes) {
      Path file = file(change);
      if (!change.isDone(file)) {
        if (!change.canBeDone(file)) {
          throw unfinished(layout, file + " was changed meanwhile");
        }
        open.add(change);
      }
    }
    return open;
  }

  private void make(Change change) throws IOException {
    if (change.removes()) {
      Files.deleteIfExists(file(change));
    } else {
      FileWrites.replace(file(change));
    }
  }

  private static FileProblem unfinished(Layout layout, String reason) {
    return new FileProblem(
        FileMessage.UNFINISHED,
        layout.directory().toString(),
        reason,
        file(layout.directory()).toString());
  }
}
