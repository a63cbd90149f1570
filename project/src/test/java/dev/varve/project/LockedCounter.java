package dev.varve.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Adds to a number in a file, under the lock of its directory; several processes run it. */
final class LockedCounter {
  private LockedCounter() {}

  public static void main(String[] arguments) throws IOException {
    count(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  @SuppressWarnings("try") // the lock is only held
  static Void count(Path directory, int turns) throws IOException {
    Path counter = directory.resolve("counter");
    for (int i = 0; i < turns; i++) {
      try (DirectoryLock lock =
          DirectoryLock.acquire(directory, Duration.ofMinutes(1)).orElseThrow()) {
        int number = Integer.parseInt(Files.readString(counter));
        Files.writeString(counter, Integer.toString(number + 1));
      }
    }
    return null;
  }
}
