package dev.varve.processor.evolution;

import dev.varve.processor.Message;
import dev.varve.processor.Problem;
import dev.varve.processor.read.Clause;
import dev.varve.processor.read.Past;
import dev.varve.schema.ColumnName;
import dev.varve.schema.change.Agreements;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Comparison;
import dev.varve.schema.change.Evolution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds annotations about the past that have done their work. */
final class SpentClauses {
  private static final String SEALED = " any more, since it is sealed";

  private static final String KEPT =
      ": the values that rows have can stay, and do; what shall change them is an UPDATE in a"
          + " migration of its own";

  private SpentClauses() {}

  /** A note for each annotation of which nothing has an effect. */
  static List<Problem> notes(Past past, Comparison comparison) {
    Agreements spent = comparison.spent();
    Set<ColumnName> changed = changed(comparison.evolution());
    Map<Problem, Boolean> notes = new LinkedHashMap<>();
    for (Clause clause : past.clauses()) {
      Agreements says = clause.says();
      if (saysSomething(says)) {
        String reason = Collections.disjoint(says.backfills().keySet(), changed) ? SEALED : KEPT;
        Problem note =
            Problem.of(Message.AGREEMENT_SPENT, clause.place(), clause.display(), reason);
        notes.merge(note, isSpent(says, spent), Boolean::logicalAnd);
      }
    }
    List<Problem> found = new ArrayList<>();
    notes.forEach(
        (note, isSpent) -> {
          if (isSpent) {
            found.add(note);
          }
        });
    return found;
  }

  private static Set<ColumnName> changed(Evolution evolution) {
    Set<ColumnName> changed = new HashSet<>();
    for (Change change : evolution.changes()) {
      if (change instanceof AlterColumn alter) {
        changed.add(new ColumnName(alter.table(), alter.to().name()));
      }
    }
    return changed;
  }

  /** A warning against undoing is no work that gets done. */
  private static boolean saysSomething(Agreements says) {
    return !says.renamedTables().isEmpty()
        || !says.renamedColumns().isEmpty()
        || !says.renamedValues().isEmpty()
        || !says.removedTables().isEmpty()
        || !says.removedColumns().isEmpty()
        || !says.removedValues().isEmpty()
        || !says.backfills().isEmpty();
  }

  private static boolean isSpent(Agreements says, Agreements spent) {
    return spent.renamedTables().keySet().containsAll(says.renamedTables().keySet())
        && spent.renamedColumns().keySet().containsAll(says.renamedColumns().keySet())
        && valuesAreSpent(says.renamedValues(), spent.renamedValues())
        && spent.removedTables().containsAll(says.removedTables())
        && spent.removedColumns().containsAll(says.removedColumns())
        && valuesAreSpent(says.removedValues(), spent.removedValues())
        && spent.backfills().keySet().containsAll(says.backfills().keySet());
  }

  private static boolean valuesAreSpent(
      Map<String, Map<String, String>> says, Map<String, Map<String, String>> spent) {
    for (Map.Entry<String, Map<String, String>> one : says.entrySet()) {
      Set<String> gone = spent.getOrDefault(one.getKey(), Map.of()).keySet();
      if (!gone.containsAll(one.getValue().keySet())) {
        return false;
      }
    }
    return true;
  }
}
