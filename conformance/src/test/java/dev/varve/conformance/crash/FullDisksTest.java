package dev.varve.conformance.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.MigrationException;
import dev.varve.testing.CrashingServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The disk is full: a small one in memory, which only root can mount. When there is space again,
 * somebody runs the same.
 */
class FullDisksTest {
  private static final int LAST = Program.PHASES - 1;
  private static final int KILOBYTE = 1024;

  @TempDir private Path directory;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    Program.LOGGER.setLevel(Level.WARNING);
    disk = Files.createDirectory(directory.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()) == 0,
        "a small disk can't be mounted: that needs root");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", disk.toString());
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leavesNothingHalfDoneOnSqlite(boolean wal) throws Exception {
    Store start = SqliteStore.create(disk, wal);
    survive(start, new SqliteScripts(), Store::copy);
  }

  /** On a server of its own: others should not have a disk that is full. */
  @Test
  void leavesNothingHalfDoneOnPostgresql() throws Exception {
    try (CrashingServer server = CrashingServer.start()) {
      Store start = PostgresqlStore.create(server.port());
      start.execute(List.of("CREATE TABLESPACE small LOCATION '" + disk + "'"));
      survive(start, new PostgresqlScripts(), store -> ((PostgresqlStore) store).copyTo("small"));
    }
  }

  /** Makes a database on the disk that will be full. */
  private interface Copy {
    Store of(Store start) throws Exception;
  }

  private void survive(Store start, Scripts scripts, Copy copy) throws Exception {
    start.execute(scripts.start());
    Path db = Folder.write(directory.resolve("db"), start.engine(), scripts.after());
    Program program = new Program(db, db, Scripts.kept());
    Store alone = copy.of(start);
    program.run(alone.url, LAST, phase -> {});
    List<String> expected = alone.dump();
    alone.remove();
    int full = 0;
    for (int free = 40; free < 2_000; free += 300) {
      Store store = copy.of(start);
      store.rows("SELECT 1"); // The first connection to a database writes a file.
      Path eater = fillBut(free);
      Optional<MigrationException> failure = up(program, store);
      Files.delete(eater);
      if (failure.isPresent()) {
        full++;
        assertTrue(isAboutSpace(failure.get()), failure.get().toString());
        program.run(store.url, LAST, phase -> {});
      }
      assertEquals("", Store.difference(expected, store.dump()), free + " KB");
      Store.requireClean(store, free + " KB");
      store.remove();
    }
    assertTrue(full > 1, "it was full " + full + " times");
  }

  private static Optional<MigrationException> up(Program program, Store store) throws Exception {
    try {
      program.run(store.url, LAST, phase -> {});
      return Optional.empty();
    } catch (MigrationException e) {
      return Optional.of(e);
    }
  }

  private static boolean isAboutSpace(MigrationException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("full")
        || message.contains("disk space")
        || message.contains("No space");
  }

  private Path fillBut(int kilobytes) throws IOException {
    Path eater = disk.resolve("eater");
    long size = disk.toFile().getUsableSpace() - (long) kilobytes * KILOBYTE;
    try (var out = Files.newOutputStream(eater)) {
      byte[] block = new byte[KILOBYTE];
      for (long written = 0; written < size; written += block.length) {
        out.write(block);
      }
    }
    return eater;
  }
}
