package dev.varve.processor.evolution;

import dev.varve.processor.Message;
import dev.varve.processor.Problem;
import dev.varve.processor.read.Clause;
import dev.varve.processor.read.Past;
import dev.varve.schema.change.Agreements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds annotations about the past that have done their work. */
final class SpentClauses {
  private SpentClauses() {}

  /** A note for each annotation of which nothing has an effect. */
  static List<Problem> notes(Past past, Agreements spent) {
    Map<Problem, Boolean> notes = new LinkedHashMap<>();
    for (Clause clause : past.clauses()) {
      Agreements says = clause.says();
      if (saysSomething(says)) {
        Problem note = Problem.of(Message.AGREEMENT_SPENT, clause.place(), clause.display());
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
