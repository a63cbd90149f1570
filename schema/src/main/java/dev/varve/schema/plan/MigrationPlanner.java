package dev.varve.schema.plan;

import dev.varve.schema.Dialect;
import dev.varve.schema.change.Evolution;
import java.util.List;

/** Plans the migrations that lead from one schema to the next. */
public final class MigrationPlanner {
  private MigrationPlanner() {}

  /**
   * The migrations of one dialect, in the order in which they run; empty where nothing of the
   * evolution concerns it.
   */
  public static List<Migration> plan(Evolution evolution, Dialect dialect, Versions versions) {
    return switch (dialect) {
      case POSTGRESQL -> new PostgresPlanner(evolution, versions).plan();
      case SQLITE -> SqlitePlanner.plan(evolution, versions);
    };
  }
}
