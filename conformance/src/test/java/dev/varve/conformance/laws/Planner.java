package dev.varve.conformance.laws;

import dev.varve.schema.Dialect;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.plan.Migration;
import dev.varve.schema.plan.Versions;
import java.util.List;

/** What plans migrations: the real one, or one with a planted bug. */
interface Planner {
  List<Migration> plan(Evolution evolution, Dialect dialect, Versions versions);
}
