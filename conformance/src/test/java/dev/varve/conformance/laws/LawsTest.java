package dev.varve.conformance.laws;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.conformance.laws.Laws.Outcome;
import dev.varve.schema.plan.MigrationPlanner;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tries the laws on pairs that nobody has seen before. A pair that breaks one is made small and
 * shown; {@code -Dvarve.seed=…} tries that one alone.
 */
class LawsTest {
  /** What may be refused on the way back, of a hundred. */
  private static final int MOST_REFUSED = 15;

  /**
   * Of a hundred to which rows came on the other side, how many of whose ways back may be refused.
   */
  private static final int MOST_REFUSED_MORE = 40;

  /** In how many pairs of a hundred a third schema follows. */
  private static final int CHAINS = 20;

  private static final int TRIES = 3_000;

  /** How many pairs must have had values in batches, which few of a hundred have. */
  private static final int BATCHED = 3;

  /** Among how many pairs those are looked for, after the others. */
  private static final int CANDIDATES = 5_000;

  @TempDir private Path directory;

  @Test
  void holdOnSqlite() throws SQLException {
    try (Laws laws =
        new Laws(SqliteEngine.open(), SqliteEngine.open(), MigrationPlanner::plan, directory)) {
      hold(laws, Integer.getInteger("varve.laws.sqlite", 400));
    }
  }

  @Test
  void holdOnPostgresql() throws SQLException {
    try (Laws laws =
        new Laws(PostgresEngine.open(), PostgresEngine.open(), MigrationPlanner::plan, directory)) {
      long next = hold(laws, Integer.getInteger("varve.laws.postgresql", 150));
      if (Long.getLong("varve.seed") == null) {
        holdInBatches(laws, next);
      }
    }
  }

  /** However few of the pairs before had batches: some have been tried. */
  private static void holdInBatches(Laws laws, long first) {
    for (long seed = first; laws.batches() < BATCHED && seed < first + CANDIDATES; seed++) {
      Pair pair = Pair.of(seed);
      if (laws.isBatched(pair)) {
        check(laws, pair);
      }
    }
    assertTrue(laws.batches() >= BATCHED, "in batches: " + laws.batches() + ", from " + first);
  }

  /** Says the seed after the last. */
  private static long hold(Laws laws, int pairs) {
    Long given = Long.getLong("varve.seed");
    long first = given == null ? System.nanoTime() : given;
    int count = given == null ? pairs : 1;
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (long seed = first; seed < first + count; seed++) {
      outcomes.merge(check(laws, Pair.of(seed)), 1, Integer::sum);
    }
    System.out.println(
        "laws from seed " + first + ": " + outcomes + ", in batches: " + laws.batches());
    int refused = outcomes.getOrDefault(Outcome.REFUSED, 0);
    assertTrue(count == 1 || refused * 100 <= count * MOST_REFUSED, outcomes.toString());
    int refusedMore = outcomes.getOrDefault(Outcome.REFUSED_MORE, 0);
    int more = refusedMore + outcomes.getOrDefault(Outcome.KEPT_MORE, 0);
    assertTrue(
        count == 1 || refusedMore * 100 <= more * MOST_REFUSED_MORE && more > 0,
        outcomes.toString());
    return first + count;
  }

  private static Outcome check(Laws laws, Pair pair) {
    Outcome outcome;
    try {
      outcome = laws.check(pair);
    } catch (LawBroken broken) {
      throw new AssertionError(Small.report(laws, pair, broken, TRIES), broken);
    }
    try {
      if (pair.seed() % 100 < CHAINS) {
        laws.checkChain(pair);
      }
      return outcome;
    } catch (LawBroken broken) {
      throw new AssertionError("-Dvarve.seed=" + pair.seed(), broken);
    }
  }
}
