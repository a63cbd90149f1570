package dev.varve.schema.plan;

import dev.varve.schema.change.Evolution;
import java.util.List;
import java.util.Optional;

/** Plans SQLite's migrations: one transaction for all, up and down by the same rules. */
final class SqlitePlanner {
  private SqlitePlanner() {}

  static List<Migration> plan(Evolution evolution, Versions versions) {
    SqliteWay up = SqliteWay.of(evolution, versions, false);
    Script there = up.script();
    Optional<String> reason = up.irreversible();
    Script back =
        reason.isPresent()
            ? irreversible(reason.get())
            : SqliteWay.of(evolution.inverse(), versions, true).script();
    return there.statements().isEmpty() && back.statements().isEmpty()
        ? List.of()
        : List.of(new Migration(Migration.Phase.MAIN, there, back));
  }

  private static Script irreversible(String reason) {
    return new Script(true, false, List.of(), List.of(), List.of(), Optional.of(reason), List.of());
  }
}
