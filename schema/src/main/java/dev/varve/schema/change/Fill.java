package dev.varve.schema.change;

import dev.varve.schema.Sql;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How rows that exist get their value of a column that is new or changes. */
public sealed interface Fill {
  /** Nobody said: as the column's default or the conversion of its type has it. */
  Fill NONE = new None();

  /** How rows get their former value when the change is taken back. */
  Fill undo();

  /** Nobody said. */
  record None() implements Fill {
    @Override
    public Fill undo() {
      return this;
    }
  }

  /**
   * By an expression that a person wrote.
   *
   * @param expression SQL over the row's columns, those of the table before the change by their new
   *     names
   * @param converts whether all rows get it, as there is no other way from the value that they have
   *     to the column's type; else those that have none
   */
  record Computed(Sql expression, boolean converts) implements Fill {
    /** For rows that have no value. */
    public Computed(Sql expression) {
      this(expression, false);
    }

    /** {@link #NONE}: an expression doesn't tell its inverse. */
    @Override
    public Fill undo() {
      return NONE;
    }
  }

  /**
   * By other words for some of the column's words; all others stay. The values of an array are
   * replaced one by one.
   *
   * @param words the new word for each old one
   * @param back the old word for each new one that is only called otherwise; a word that rows got
   *     instead of one that is gone isn't among them
   * @param missing what rows get that have no value; {@link Sql#NONE}: nobody said
   */
  record Replaced(Map<String, String> words, Map<String, String> back, Sql missing)
      implements Fill {
    /** Where nobody said what rows without a value get. */
    public Replaced(Map<String, String> words, Map<String, String> back) {
      this(words, back, Sql.NONE);
    }

    /** Copies the maps, sorted. */
    public Replaced {
      words = Collections.unmodifiableMap(new TreeMap<>(words));
      back = Collections.unmodifiableMap(new TreeMap<>(back));
    }

    @Override
    public Fill undo() {
      if (back.isEmpty()) {
        return NONE;
      }
      Map<String, String> forth = new TreeMap<>();
      back.forEach((present, former) -> forth.put(former, present));
      return new Replaced(back, forth);
    }
  }
}
