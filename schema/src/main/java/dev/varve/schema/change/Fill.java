package dev.varve.schema.change;

import dev.varve.schema.Sql;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How rows that exist get their value of a column that is new or changes. */
public sealed interface Fill {
  /** Nobody said: as the column's default or the conversion of its type has it. */
  Fill NONE = new None();

  /** Nobody said. */
  record None() implements Fill {}

  /**
   * By an expression that a person wrote.
   *
   * @param expression SQL over the row's columns, those of the table before the change by their new
   *     names
   */
  record Computed(Sql expression) implements Fill {}

  /**
   * By other words for some of the column's words; all others stay. The values of an array are
   * replaced one by one.
   *
   * @param words the new word for each old one
   */
  record Replaced(Map<String, String> words) implements Fill {
    /** Copies the map, with its order. */
    public Replaced {
      words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }
  }
}
