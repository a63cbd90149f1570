package dev.varve.seed;

import java.util.List;

/**
 * Where plans take texts from instead of Varve's own word lists. Those on the class path are found
 * by {@link java.util.ServiceLoader}; the first that knows a column has it.
 *
 * <p>Lengths, uniqueness and patterns stay Varve's part: a text that is too long is cut, one that
 * must differ gets a number. A text that no column can hold, such as a blank one, is left out.
 */
public interface WordSource {
  /**
   * Texts for a column, each once: what follows from the arguments alone, on every machine.
   *
   * @param seed the plan's
   * @param entity the simple name of the record
   * @param column the column's name in the database
   * @return empty if it knows nothing of such a column
   */
  List<String> words(long seed, String entity, String column);
}
