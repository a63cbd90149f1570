package dev.varve.conformance.laws;

import dev.varve.schema.Dialect;
import dev.varve.schema.plan.Migration;
import dev.varve.schema.plan.MigrationPlanner;
import java.util.List;

/** Migrations between random schemas, for who wants to look at them. */
public final class RandomMigrations {
  private RandomMigrations() {}

  /** The migrations of a seed's pair; empty where nothing differs in that dialect. */
  public static List<Migration> of(long seed, Dialect dialect) {
    try {
      return new Plans(dialect, MigrationPlanner::plan).of(Pair.of(seed));
    } catch (LawBroken e) {
      throw new IllegalStateException("seed " + seed, e);
    }
  }
}
