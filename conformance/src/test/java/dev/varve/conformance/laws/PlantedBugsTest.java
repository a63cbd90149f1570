package dev.varve.conformance.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.conformance.laws.LawBroken.Law;
import dev.varve.schema.plan.Migration;
import dev.varve.schema.plan.MigrationPlanner;
import dev.varve.schema.plan.Script;
import dev.varve.schema.plan.Statement;
import dev.varve.schema.sql.Identifiers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws are no decoration: a planner with a bug breaks one soon, and the pair is made small. */
class PlantedBugsTest {
  private static final int PAIRS = 200;

  /** A bug of a planner. */
  enum Bug {
    /** The last statement on the way there is forgotten. */
    FORGETS_A_STATEMENT(Law.UP_LEADS_THERE),
    /** Rows are deleted. */
    LOSES_ROWS(Law.ROWS_SURVIVE_UP),
    /** The way back does nothing. */
    STAYS_THERE(Law.DOWN_LEADS_BACK),
    /** A statement is none. */
    WRITES_NONSENSE(Law.UP_RUNS);

    private final Law broken;

    Bug(Law broken) {
      this.broken = broken;
    }

    private Planner planner() {
      return (evolution, dialect, versions) -> {
        List<Migration> migrations =
            new ArrayList<>(MigrationPlanner.plan(evolution, dialect, versions));
        if (!migrations.isEmpty()) {
          Migration last = migrations.remove(migrations.size() - 1);
          String table = Identifiers.of(dialect).quoted(evolution.to().tables().get(0).name());
          migrations.add(planted(last, table));
        }
        return migrations;
      };
    }

    private Migration planted(Migration last, String table) {
      List<Statement> up = new ArrayList<>(last.up().statements());
      List<Statement> down = new ArrayList<>(last.down().statements());
      switch (this) {
        case FORGETS_A_STATEMENT -> up.remove(up.size() - 1);
        case LOSES_ROWS -> up.add(Statement.of("DELETE FROM " + table));
        case STAYS_THERE -> down.clear();
        case WRITES_NONSENSE -> up.add(Statement.of("ALTER TABLE " + table + " SIDEWAYS"));
      }
      return new Migration(last.phase(), with(last.up(), up), with(last.down(), down));
    }

    private static Script with(Script script, List<Statement> statements) {
      return new Script(
          script.transactional(),
          script.foreignKeysOff(),
          script.rebuilt(),
          script.destructive(),
          script.hazards(),
          Optional.empty(),
          statements);
    }
  }

  @ParameterizedTest
  @EnumSource
  void areFound(Bug bug, @TempDir Path directory) throws Exception {
    try (Laws laws = new Laws(SqliteEngine.open(), SqliteEngine.open(), bug.planner(), directory)) {
      long first = System.nanoTime();
      for (long seed = first; seed < first + PAIRS; seed++) {
        Pair pair = Pair.of(seed);
        try {
          laws.check(pair);
        } catch (LawBroken broken) {
          if (broken.law() == bug.broken) {
            assertSmall(laws, pair, broken);
            return;
          }
        }
      }
      throw new AssertionError("nothing was found in " + PAIRS + " pairs from " + first);
    }
  }

  private static void assertSmall(Laws laws, Pair pair, LawBroken broken) {
    Pair small = Small.of(laws, pair, broken, 500);
    assertTrue(small.to().tables.size() <= 2, () -> small.to().schema().toString());
    assertEquals(pair.seed(), small.seed());
    assertTrue(Small.report(laws, pair, broken, 0).contains("-Dvarve.seed=" + pair.seed()));
  }
}
