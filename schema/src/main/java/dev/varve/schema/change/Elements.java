package dev.varve.schema.change;

import dev.varve.schema.Check;
import dev.varve.schema.Constraint;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.Sql;
import dev.varve.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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

  /** The same index with other SQL in its expressions and condition. */
  static Index rewritten(Index index, UnaryOperator<Sql> change) {
    List<Index.Part> parts = new ArrayList<>(index.parts());
    parts.replaceAll(
        part ->
            part instanceof ExpressionPart expression
                ? new ExpressionPart(change.apply(expression.sql()), expression.descending())
                : part);
    return new Index(
        index.name(),
        parts,
        index.unique(),
        index.method(),
        index.include(),
        change.apply(index.where()));
  }
}
