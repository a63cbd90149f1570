package dev.varve.schema.plan;

import dev.varve.schema.ColumnName;
import java.util.List;
import java.util.Optional;

/**
 * The up or the down script of a migration.
 *
 * @param transactional whether all statements run in one transaction; else each stands alone and
 *     can run twice
 * @param foreignKeysOff whether SQLite's foreign keys have to be off while it runs
 * @param rebuilt SQLite tables that are built anew, by the names that they have in the end; renames
 *     come before
 * @param destructive what it takes away for good: columns, or whole tables with an empty column; by
 *     their names when the script starts
 * @param hazards what may go wrong
 * @param irreversible why it must never run; then there are no statements
 * @param statements what it does, in order
 */
public record Script(
    boolean transactional,
    boolean foreignKeysOff,
    List<String> rebuilt,
    List<ColumnName> destructive,
    List<Hazard> hazards,
    Optional<String> irreversible,
    List<Statement> statements) {
  /** Copies the lists. */
  public Script {
    rebuilt = List.copyOf(rebuilt);
    destructive = List.copyOf(destructive);
    hazards = List.copyOf(hazards);
    statements = List.copyOf(statements);
  }
}
