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

  /** In how many pairs of a hundred a third schema follows. */
  private static final int CHAINS = 20;

  private static final int TRIES = 3_000;

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
      hold(laws, Integer.getInteger("varve.laws.postgresql", 150));
    }
  }

  private static void hold(Laws laws, int pairs) {
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
