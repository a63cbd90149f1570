package dev.varve.seed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a generated row builder knows of its table: the engine reads it when the builder is used for
 * the first time. Not for code that people write. Classes stand here by name: javac would take its
 * time for each literal.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SeedTable {
  /** The table's descriptor, in parts that are read as one. */
  String[] value();

  /** The binary name of the entity's record. */
  String record();

  /** The binary names of the classes that the descriptor refers to as {@code #0}, {@code #1}. */
  String[] types() default {};

  /**
   * For each relation that leads to this table the builder of its rows, a blank, and the name of
   * the foreign key, encoded as words of a descriptor are.
   */
  String[] children() default {};

  /** The setters of values that can't be invented, in the order of parameters that ask for them. */
  String[] needs() default {};

  /** For each relation, then for each many-to-many relation, the builder of the other end. */
  String[] targets() default {};
}
