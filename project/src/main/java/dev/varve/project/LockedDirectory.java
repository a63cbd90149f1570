package dev.varve.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

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
   * Does something under the directory's lock. The directory is created, and removed again if the
   * action fails and has put nothing into it.
   *
   * @throws FileProblem if the action does, or others don't let go of the directory
   * @throws IOException if the action does, or the directory can't be written to
   */
  static <T> T in(Path directory, Action<T> action) throws FileProblem, IOException {
    boolean existed = Files.exists(directory);
    Files.createDirectories(directory);
    boolean done = false;
    try {
      T result = locked(directory, action);
      done = true;
      return result;
    } finally {
      if (!existed && !done && isEmpty(directory)) {
        Files.delete(directory);
      }
    }
  }

  @SuppressWarnings("try") // the lock is only held
  private static <T> T locked(Path directory, Action<T> action) throws FileProblem, IOException {
    try (DirectoryLock lock =
        DirectoryLock.acquire(directory, PATIENCE).orElseThrow(() -> busy(directory))) {
      return action.run();
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
