package dev.varve.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryLockTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path directory;

  @Test
  @SuppressWarnings("try") // the lock is only held
  void isRefusedToASecondHolderAfterTheLimit() throws IOException {
    try (DirectoryLock first = DirectoryLock.acquire(directory, LONG).orElseThrow()) {
      assertEquals(Optional.empty(), DirectoryLock.acquire(directory, Duration.ofMillis(1)));
    }
    DirectoryLock.acquire(directory, Duration.ZERO).orElseThrow().close();
  }

  @Test
  void leavesNoFile() throws IOException {
    DirectoryLock.acquire(directory, LONG).orElseThrow().close();
    try (var files = Files.list(directory)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void isFreeAfterItsHolderWasKilled() throws IOException {
    Files.write(directory.resolve(".varve-writing"), new byte[] {1});
    DirectoryLock.acquire(directory, Duration.ZERO).orElseThrow().close();
  }

  @Test
  void failsWhereNoFileCanBeWritten() throws IOException {
    Files.createDirectory(directory.resolve(".varve-writing"));
    assertThrows(IOException.class, () -> DirectoryLock.acquire(directory, LONG));
    assertThrows(
        IOException.class, () -> DirectoryLock.acquire(directory.resolve("missing"), LONG));
  }

  /** Each turn reads a number and writes its successor: two holders at once would lose one. */
  @Test
  void excludesThreadsAndProcesses() throws Exception {
    int turns = 50;
    Path counter = Files.writeString(directory.resolve("counter"), "0");
    List<Process> processes = List.of(otherProcess(turns), otherProcess(turns));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<?>> results = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      results.add(threads.submit(() -> LockedCounter.count(directory, turns)));
    }
    for (Future<?> result : results) {
      result.get();
    }
    threads.shutdown();
    for (Process process : processes) {
      assertEquals(0, process.waitFor());
    }
    assertEquals(Integer.toString(4 * turns), Files.readString(counter));
    assertTrue(Files.notExists(directory.resolve(".varve-writing")));
  }

  private Process otherProcess(int turns) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            LockedCounter.class.getName(),
            directory.toString(),
            Integer.toString(turns))
        .inheritIO()
        .start();
  }
}
