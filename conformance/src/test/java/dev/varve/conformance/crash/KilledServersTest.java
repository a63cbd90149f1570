package dev.varve.conformance.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.MigrationException;
import dev.varve.runtime.format.Engine;
import dev.varve.testing.CrashingServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while an applier is at work, and started again. */
class KilledServersTest {
  private static final int LAST = Program.PHASES - 1;

  private final int kills = Integer.getInteger("varve.kills", 20) / 5;
  private final long seed = Long.getLong("varve.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir private Path directory;

  @Test
  void areNoReasonToDoAnythingTwiceOrNever() throws Exception {
    Program.LOGGER.setLevel(Level.WARNING);
    try (CrashingServer server = CrashingServer.start()) {
      Store start = PostgresqlStore.create(server.port());
      Scripts scripts = new PostgresqlScripts();
      start.execute(scripts.start());
      Path db = Folder.write(directory.resolve("db"), Engine.POSTGRESQL, scripts.after());
      Program program = new Program(db, db, Scripts.kept());
      Store alone = start.copy();
      long began = System.nanoTime();
      program.run(alone.url, LAST, phase -> {});
      long took = System.nanoTime() - began;
      List<String> expected = alone.dump();
      int ended = 0;
      while (ended < kills) {
        Store store = start.copy();
        CompletableFuture<Boolean> applier =
            CompletableFuture.supplyAsync(() -> isDone(program, store));
        Thread.sleep((long) (random.nextDouble() * took / 1_000_000));
        server.kill();
        boolean done = applier.join();
        server.restart();
        ended += done ? 0 : 1;
        program.run(store.url, LAST, phase -> {});
        assertEquals("", Store.difference(expected, store.dump()), "seed " + seed);
        Store.requireClean(store, "seed " + seed);
      }
    }
  }

  /** Whether it came to its end, before its server was lost. */
  private static boolean isDone(Program program, Store store) {
    try {
      program.run(store.url, LAST, phase -> {});
      return true;
    } catch (MigrationException | SQLException e) {
      return false;
    }
  }
}
