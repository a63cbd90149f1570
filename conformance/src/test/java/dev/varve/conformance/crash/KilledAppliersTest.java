package dev.varve.conformance.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Appliers are killed at any moment. Whoever comes next ends with the same catalog, history and
 * rows as somebody who was never disturbed. {@code -Dvarve.kills=…} says how many are killed in
 * all, {@code -Dvarve.seed=…} repeats the delays of a run, as far as a machine can.
 */
class KilledAppliersTest {
  /** What was done in an undisturbed run, and how long a JVM of its own took for it. */
  private record Undisturbed(Store start, Program program, List<String> dump, long nanos) {}

  private final int kills = Integer.getInteger("varve.kills", 20);
  private final long seed = Long.getLong("varve.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir private Path directory;

  @Test
  void endWhereTheyWouldHaveOnPostgresql() throws Exception {
    survive(PostgresqlStore.create(), new PostgresqlScripts(), kills);
  }

  @Test
  void endWhereTheyWouldHaveOnSqlite() throws Exception {
    survive(SqliteStore.create(directory, false), new SqliteScripts(), kills - kills / 2);
    survive(SqliteStore.create(directory, true), new SqliteScripts(), kills / 2);
  }

  private void survive(Store start, Scripts scripts, int count) throws Exception {
    Program.LOGGER.setLevel(Level.WARNING);
    start.execute(scripts.start());
    Undisturbed undisturbed = undisturbed(start, scripts);
    int killed = 0;
    while (killed < count) {
      killed += round(undisturbed, Math.min(count - killed, 1 + random.nextInt(3)));
    }
    start.remove();
    System.out.println(
        start.engine()
            + ": "
            + killed
            + " appliers killed, seed "
            + seed
            + ", each within "
            + undisturbed.nanos / 1_000_000
            + " ms");
  }

  private Undisturbed undisturbed(Store start, Scripts scripts) throws Exception {
    Program program =
        new Program(
            Folder.write(directory.resolve("before"), start.engine(), scripts.before()),
            Folder.write(directory.resolve("after"), start.engine(), scripts.after()),
            Scripts.kept());
    Store store = start.copy();
    Child child = Child.start(program, store.url, 0);
    long began = System.nanoTime();
    child.begin();
    int reached = child.reached(0);
    assertEquals(0, child.end(), child::said);
    assertEquals(Program.PHASES, reached);
    long took = System.nanoTime() - began;
    List<String> dump = store.dump();
    assertEquals(List.of(), store.leftovers());
    store.remove();
    return new Undisturbed(start, program, dump, took);
  }

  /** Kills some appliers in a row, lets the next one come to the end, and looks. */
  private int round(Undisturbed undisturbed, int count) throws Exception {
    Store store = undisturbed.start.copy();
    int phase = 0;
    int killed = 0;
    StringBuilder story = new StringBuilder("seed " + seed + ":");
    for (; killed < count && phase < Program.PHASES; killed++) {
      Child child = Child.start(undisturbed.program, store.url, phase);
      long rest = undisturbed.nanos / Program.PHASES * (Program.PHASES - phase);
      long delay = (long) (random.nextDouble() * rest);
      child.begin();
      Thread.sleep(delay / 1_000_000, (int) (delay % 1_000_000));
      child.kill();
      phase = child.reached(phase);
      assertEquals("", child.said(), story.toString());
      story
          .append(" killed after ")
          .append(delay / 1_000_000)
          .append(" ms in phase ")
          .append(phase);
    }
    undisturbed.program.run(store.url, phase, done -> {});
    assertEquals("", Store.difference(undisturbed.dump, store.dump()), story::toString);
    Store.requireClean(store, story.toString());
    store.remove();
    return killed;
  }
}
