package dev.varve.processor.binding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The values that a column's constraints allow, beyond what its type does: from {@code
 * jakarta.validation}'s annotations and from those CHECKs whose condition is understood.
 *
 * @param min the least number; of a date the least day since 1970, of a time the least microsecond
 *     since midnight, of other moments the least since 1970
 * @param max the greatest, likewise
 * @param minLength the fewest characters of a text; 0: none
 * @param maxLength the most characters of a text; 0: no limit but the type's
 * @param notBlank whether a text must hold something else than white space
 * @param patterns regular expressions that the whole text must match
 * @param values the only values allowed, as text; empty: no such list
 * @param except values that are not allowed, as text
 * @param tense whether a date or time must lie before or after now
 * @param notUnderstood the conditions on this column for which nobody can invent a value; empty:
 *     none
 */
public record Domain(
    Optional<BigDecimal> min,
    Optional<BigDecimal> max,
    int minLength,
    int maxLength,
    boolean notBlank,
    List<String> patterns,
    List<String> values,
    List<String> except,
    Tense tense,
    List<String> notUnderstood) {
  /** Everything that the type allows. */
  public static final Domain ALL =
      new Domain(
          Optional.empty(),
          Optional.empty(),
          0,
          0,
          false,
          List.of(),
          List.of(),
          List.of(),
          Tense.ANY,
          List.of());

  /** Copies the lists. */
  public Domain {
    patterns = List.copyOf(patterns);
    values = List.copyOf(values);
    except = List.copyOf(except);
    notUnderstood = List.copyOf(notUnderstood);
  }

  /** Where a date or time must lie. */
  public enum Tense {
    /** Anywhere. */
    ANY,
    /** Before now. */
    PAST,
    /** After now. */
    FUTURE
  }
}
