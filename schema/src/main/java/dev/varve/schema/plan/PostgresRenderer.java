package dev.varve.schema.plan;

import dev.varve.schema.change.Change;
import dev.varve.schema.plan.Migration.Phase;
import java.util.List;

/** Writes steps as statements. */
final class PostgresRenderer {
  private final TransactionalStatements inTransaction;
  private final OnlineStatements online;

  PostgresRenderer(TransactionalStatements inTransaction, OnlineStatements online) {
    this.inTransaction = inTransaction;
    this.online = online;
  }

  List<Statement> render(Step step) {
    Change first = step.changes().get(0);
    return switch (step.kind()) {
      case SINGLE -> first.accept(step.phase() == Phase.ONLINE ? online : inTransaction);
      case TYPES -> online.types(step.changes());
      case WORDS -> online.words(step.changes());
      case COUNTER -> online.counter((Change.AlterColumn) first);
      case INDEX ->
          online.replaceIndex((Change.DropIndex) first, (Change.AddIndex) step.changes().get(1));
      case KEY ->
          online.replaceKey(
              (Change.DropConstraint) first, (Change.AddConstraint) step.changes().get(1));
      case CHECK ->
          online.replaceCheck(
              (Change.DropConstraint) first, (Change.AddConstraint) step.changes().get(1));
    };
  }
}
