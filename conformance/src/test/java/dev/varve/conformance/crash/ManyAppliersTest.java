package dev.varve.conformance.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many appliers begin at once on one database, in threads and in JVMs of their own. All come to the
 * end, and it is as if one had been alone. {@code -Dvarve.rounds=…} says how often.
 */
class ManyAppliersTest {
  private static final int THREADS = 14;
  private static final int CHILDREN = 2;

  /** Of a program only its last phase: to apply all. */
  private static final int ONLY_UP = Program.PHASES - 1;

  private final int rounds = Integer.getInteger("varve.rounds", 5);

  @TempDir private Path directory;

  @Test
  void applyEachMigrationOnceOnPostgresql() throws Exception {
    contend(PostgresqlStore.create(), new PostgresqlScripts(), rounds);
  }

  @Test
  void applyEachMigrationOnceOnSqlite() throws Exception {
    contend(SqliteStore.create(directory, false), new SqliteScripts(), rounds - rounds / 2);
    contend(SqliteStore.create(directory, true), new SqliteScripts(), rounds / 2);
  }

  private void contend(Store start, Scripts scripts, int count) throws Exception {
    Program.LOGGER.setLevel(Level.WARNING);
    start.execute(scripts.start());
    Path db = Folder.write(directory.resolve("db"), start.engine(), scripts.after());
    Program program = new Program(db, db, Scripts.kept());
    Store alone = start.copy();
    program.run(alone.url, ONLY_UP, phase -> {});
    List<String> expected = alone.dump();
    alone.remove();
    long longest = 0;
    for (int round = 0; round < count; round++) {
      Store store = start.copy();
      longest = Math.max(longest, longestOf(program, store));
      assertEquals(expected, store.dump());
      Store.requireClean(store, "round " + round);
      store.remove();
    }
    start.remove();
    assertTrue(longest < Program.LIMIT.toNanos(), Duration.ofNanos(longest).toString());
    System.out.println(
        start.engine()
            + ": "
            + count
            + " rounds, the slowest applier took "
            + Duration.ofNanos(longest).toMillis()
            + " ms");
  }

  /** Lets all run, and says how long the one took that had to wait longest, in nanoseconds. */
  private static long longestOf(Program program, Store store) throws Exception {
    List<Child> children = new ArrayList<>();
    for (int i = 0; i < CHILDREN; i++) {
      children.add(Child.start(program, store.url, ONLY_UP));
    }
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch begin = new CountDownLatch(1);
      List<Future<Long>> appliers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Callable<Long> applier =
            () -> {
              begin.await();
              long start = System.nanoTime();
              program.run(store.url, ONLY_UP, phase -> {});
              return System.nanoTime() - start;
            };
        appliers.add(pool.submit(applier));
      }
      for (Child child : children) {
        child.begin();
      }
      begin.countDown();
      long longest = 0;
      for (Future<Long> applier : appliers) {
        longest = Math.max(longest, applier.get());
      }
      for (Child child : children) {
        assertEquals(Program.PHASES, child.reached(ONLY_UP), child::said);
        assertEquals(0, child.end(), child::said);
      }
      return longest;
    } finally {
      pool.shutdownNow();
    }
  }
}
