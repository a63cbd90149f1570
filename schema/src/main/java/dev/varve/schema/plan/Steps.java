package dev.varve.schema.plan;

import dev.varve.schema.change.Change;
import dev.varve.schema.plan.Migration.Phase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Steps at their places. */
final class Steps {
  private final Map<Slot, List<Step>> bySlot = new EnumMap<>(Slot.class);

  void add(Slot slot, Change change) {
    add(slot, Step.of(slot, change));
  }

  void add(Slot slot, Step.Kind kind, List<Change> changes) {
    add(slot, new Step(slot.phase(), kind, changes));
  }

  private void add(Slot slot, Step step) {
    bySlot.computeIfAbsent(slot, place -> new ArrayList<>()).add(step);
  }

  /** The steps of a phase in order. */
  List<Step> of(Phase phase) {
    List<Step> steps = new ArrayList<>();
    for (Map.Entry<Slot, List<Step>> slot : bySlot.entrySet()) {
      if (slot.getKey().phase() == phase) {
        steps.addAll(slot.getValue());
      }
    }
    return steps;
  }
}
