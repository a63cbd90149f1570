package dev.varve.conformance.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Schema;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Changes;
import dev.varve.schema.change.Differ;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The laws of changes that need no database. */
class ChangesLawsTest {
  private static final int PAIRS = 500;

  @Test
  void changesLeadThereAndBack() {
    long given = Long.getLong("varve.seed", System.nanoTime());
    for (long seed = given; seed < given + PAIRS; seed++) {
      try {
        check(Pair.of(seed));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("-Dvarve.seed=" + seed, e);
      }
    }
  }

  private static void check(Pair pair) {
    Schema from = pair.from().schema();
    Schema to = pair.to().schema();
    List<Change> changes =
        Differ.changes(from, to, RenamesOf.of(pair.from(), pair.to()), Map.of(), Map.of());
    assertEquals(Ordered.columns(to), Ordered.columns(Changes.apply(from, changes)));
    List<Change> back = new ArrayList<>();
    changes.forEach(change -> back.add(0, change.inverse()));
    assertEquals(Ordered.columns(from), Ordered.columns(Changes.apply(to, back)));
    assertEquals(
        List.of(), Differ.changes(from, from, RenamesOf.of(pair.from(), pair.from()), Map.of()));
  }
}
