package dev.varve.schema;

/** A named rule that all rows of a table keep. */
public sealed interface Constraint permits PrimaryKey, UniqueKey, Check, ForeignKey {
  /** The constraint's name, unique in its table. */
  String name();
}
