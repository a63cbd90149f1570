package dev.varve.processor.evolution;

import dev.varve.processor.Problem;
import dev.varve.processor.read.Model;
import dev.varve.project.PendingWrite;
import dev.varve.schema.change.Comparison;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.plan.Hazard;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that a person must know of the way from what is sealed to what the records say. */
public final class EvolutionProblems {
  private EvolutionProblems() {}

  /** The questions; without any, what may go wrong and what may be removed. */
  public static List<Problem> of(Model model, PendingWrite pending) {
    Optional<Comparison> comparison = pending.comparison();
    if (comparison.isEmpty()) {
      return List.of();
    }
    if (!comparison.get().questions().isEmpty()) {
      return new Questions(model).problems(comparison.get().questions());
    }
    List<Problem> problems = new ArrayList<>();
    problems.addAll(SpentClauses.notes(model.past(), comparison.get()));
    Evolution evolution = comparison.get().evolution();
    if (!evolution.changes().isEmpty()) {
      Set<Hazard> hazards = new LinkedHashSet<>(pending.hazards());
      hazards.addAll(NewSchemaHazards.of(evolution, model.dialects()));
      problems.addAll(new Hazards(model, evolution).warnings(hazards));
    }
    return problems;
  }
}
