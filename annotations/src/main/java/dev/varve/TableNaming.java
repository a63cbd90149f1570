package dev.varve;

/** How the name of a record becomes the name of a table. */
public enum TableNaming {
  /**
   * Snake case and plural: {@code OrderLine} is stored in {@code order_lines}.
   *
   * <p>Four rules and no dictionary: only the last word changes; a consonant followed by {@code y}
   * becomes {@code ies}; after {@code s}, {@code x}, {@code z}, {@code ch} and {@code sh} comes
   * {@code es}; else {@code s}. Where English disagrees, name the table: {@code @Entity(table =
   * "people")}.
   */
  PLURAL,

  /** Snake case: {@code OrderLine} is stored in {@code order_line}. */
  SINGULAR
}
