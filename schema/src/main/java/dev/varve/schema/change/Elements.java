package dev.varve.schema.change;

import dev.varve.schema.Check;
import dev.varve.schema.Constraint;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.UniqueKey;

/** Constraints and indexes that differ in one point from others. */
final class Elements {
  private Elements() {}

  /** The same by another name. */
  static Constraint renamed(Constraint constraint, String name) {
    if (constraint instanceof PrimaryKey key) {
      return new PrimaryKey(name, key.columns());
    }
    if (constraint instanceof UniqueKey key) {
      return new UniqueKey(name, key.columns());
    }
    if (constraint instanceof Check check) {
      return new Check(name, check.condition());
    }
    ForeignKey key = (ForeignKey) constraint;
    return new ForeignKey(
        name,
        key.columns(),
        key.target(),
        key.targetColumns(),
        key.onDelete(),
        key.onUpdate(),
        key.deferrable());
  }

  /** The same index by another name. */
  static Index renamed(Index index, String name) {
    return new Index(
        name, index.parts(), index.unique(), index.method(), index.include(), index.where());
  }
}
