package dev.varve.schema.plan;

import dev.varve.schema.change.Change;
import dev.varve.schema.plan.Migration.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes that are made together in one script.
 *
 * @param phase the script's phase
 * @param kind what makes them one
 * @param changes the changes, in an order in which they could be made one by one
 */
record Step(Phase phase, Kind kind, List<Change> changes) {
  Step {
    changes = List.copyOf(changes);
  }

  /** What changes have in common. */
  enum Kind {
    /** A change by itself. */
    SINGLE,
    /** Columns get other types, with what depends on them, in one statement. */
    TYPES,
    /** A column's words are replaced, and its CHECKs with them. */
    WORDS,
    /** A column that is new becomes a counter. */
    COUNTER,
    /** An index is replaced by one of the same name. */
    INDEX,
    /** A key is replaced. */
    KEY,
    /** A CHECK is replaced by one of the same name. */
    CHECK
  }

  static Step of(Slot slot, Change change) {
    return new Step(slot.phase(), Kind.SINGLE, List.of(change));
  }

  /** The step that takes this one back. */
  Step inverse() {
    List<Change> inverse = new ArrayList<>(changes.size());
    for (int i = changes.size() - 1; i >= 0; i--) {
      inverse.add(changes.get(i).inverse());
    }
    return new Step(phase, kind, inverse);
  }
}
