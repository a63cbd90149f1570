package dev.varve.processor.read;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers that people write. */
final class NumberText {
  /** No database has numbers with more digits to one side of the point that anybody bounds. */
  private static final int MOST_DIGITS = 1000;

  private NumberText() {}

  /** The number that {@code text} is; null if it is none, or longer than any that is meant. */
  static @Nullable BigDecimal read(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      boolean usual =
          Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
      return usual ? number : null;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
