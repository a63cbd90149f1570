package dev.varve.schema.plan;

import dev.varve.schema.Dialect;
import dev.varve.schema.change.Evolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the migrations that lead from one schema to the next. */
public final class MigrationPlanner {
  private MigrationPlanner() {}

  /**
   * The migrations of one dialect, in the order in which they run; empty where nothing of the
   * evolution concerns it.
   */
  public static List<Migration> plan(Evolution evolution, Dialect dialect, Versions versions) {
    List<Migration> planned =
        switch (dialect) {
          case POSTGRESQL -> new PostgresPlanner(evolution, versions).plan();
          case SQLITE -> SqlitePlanner.plan(evolution, versions);
        };
    List<Migration> migrations = new ArrayList<>(planned.size());
    for (Migration one : planned) {
      if (!isEmpty(one.up()) || !isEmpty(one.down())) {
        migrations.add(new Migration(one.phase(), whole(one.up()), whole(one.down())));
      }
    }
    return List.copyOf(migrations);
  }

  private static boolean isEmpty(Script script) {
    return script.statements().isEmpty() && script.irreversible().isEmpty();
  }

  /** The applier takes a script without statements for one that was forgotten. */
  private static Script whole(Script script) {
    return isEmpty(script)
        ? new Script(
            script.transactional(),
            script.foreignKeysOff(),
            script.rebuilt(),
            script.destructive(),
            script.hazards(),
            Optional.empty(),
            List.of(new Statement("Nothing is to be done in this direction.", "SELECT 1")))
        : script;
  }
}
