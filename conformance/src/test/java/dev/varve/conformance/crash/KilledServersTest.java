package dev.varve.conformance.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
      for (int i = 0; i < kills; i++) {
        Store store = start.copy();
        CompletableFuture<String> applier = CompletableFuture.supplyAsync(() -> up(program, store));
        Thread.sleep((long) (random.nextDouble() * took / 1_000_000));
        server.kill();
        String end = applier.join();
        server.restart();
        assertNotEquals("", end, "seed " + seed);
        program.run(store.url, LAST, phase -> {});
        assertEquals("", Store.difference(expected, store.dump()), "seed " + seed);
        Store.requireClean(store, "seed " + seed);
      }
    }
  }

  /** How it ended: by the loss of its server, or because it was done before. */
  private static String up(Program program, Store store) {
    try {
      program.run(store.url, LAST, phase -> {});
      return "done";
    } catch (MigrationException | SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
