package dev.varve.seed.rich;

/** What each row of a plan's node holds. */
@FunctionalInterface
public interface RowFunction {
  /** Says what {@code row} holds; called once for each. */
  void apply(PlanRow row);
}
