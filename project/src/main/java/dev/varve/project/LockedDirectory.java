package dev.varve.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Changes a directory while no other compiler does. */
final class LockedDirectory {
  /** Others hold the lock for less than a second. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private LockedDirectory() {}

  /** What is done there. */
  interface Action<T> {
    T run() throws FileProblem, IOException;
  }

  /**
   * Does something under the directory's lock, when what somebody began who was killed is finished.
   * The directory is created, and removed again if the action fails and has put nothing into it.
   *
   * @throws FileProblem if the action does, or others don't let go of the directory
   * @throws IOException if the action does, or the directory can't be written to
   */
  static <T> T in(Layout layout, Action<T> action) throws FileProblem, IOException {
    Path directory = layout.directory();
    boolean existed = Files.exists(directory);
    Files.createDirectories(directory);
    boolean done = false;
    try {
      T result = locked(layout, action);
      done = true;
      return result;
    } finally {
      if (!existed && !done && isEmpty(directory)) {
        Files.delete(directory);
      }
    }
  }

  @SuppressWarnings("try") // the lock is only held
  private static <T> T locked(Layout layout, Action<T> action) throws FileProblem, IOException {
    Path directory = layout.directory();
    try (DirectoryLock lock =
        DirectoryLock.acquire(directory, PATIENCE).orElseThrow(() -> busy(directory))) {
      Journal.finish(layout);
      return action.run();
    }
  }

  /**
   * Finishes what somebody began who was killed, if somebody was.
   *
   * @throws FileProblem if that isn't possible
   */
  static void settle(Layout layout) throws FileProblem {
    if (Files.exists(Journal.file(layout.directory()))) {
      try {
        in(layout, () -> "");
      } catch (IOException e) {
        throw unwritable(layout.directory(), e);
      }
    } else if (DirectoryLock.exists(layout.directory())) {
      sweep(layout);
    }
  }

  /** Who has the lock may be at work or dead; what a dead one has left is in nobody's way. */
  @SuppressWarnings("try") // the lock is only held
  private static void sweep(Layout layout) throws FileProblem {
    Optional<DirectoryLock> free = Optional.empty();
    try {
      free = DirectoryLock.acquire(layout.directory(), Duration.ZERO);
      if (free.isPresent()) {
        try (DirectoryLock lock = free.get()) {
          Journal.finish(layout);
        }
      }
    } catch (IOException e) {
      if (free.isPresent()) {
        throw unwritable(layout.directory(), e);
      }
    }
  }

  /** What it means for a person that an action there failed. */
  static FileProblem unwritable(Path directory, IOException e) {
    String consequence = "nothing was changed";
    for (Throwable second : e.getSuppressed()) {
      consequence = "undoing it failed too (" + second + "), restore it from version control";
    }
    return new FileProblem(
        FileMessage.FILES_UNWRITABLE, directory.toString(), DirectoryReader.reason(e), consequence);
  }

  private static FileProblem busy(Path directory) {
    return new FileProblem(
        FileMessage.DIRECTORY_BUSY, directory.toString(), Long.toString(PATIENCE.toSeconds()));
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (var files = Files.newDirectoryStream(directory)) {
      return !files.iterator().hasNext();
    }
  }
}
