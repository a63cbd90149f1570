package dev.varve.runtime.format;

import java.time.Duration;

/** How directives write a length of time: {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h}. */
final class DurationText {
  private DurationText() {}

  /**
   * Reads one.
   *
   * @throws FormatException if it is none
   */
  static Duration parse(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == 0 || digits > 9) {
      throw wrong(text);
    }
    long count = Long.parseLong(text.substring(0, digits));
    return switch (text.substring(digits)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> {
        if (count != 0 || digits < text.length()) {
          throw wrong(text);
        }
        yield Duration.ZERO;
      }
    };
  }

  private static FormatException wrong(String text) {
    return new FormatException(
        "found \"" + text + "\"; expected a length of time, as in 500ms, 5s, 2m, 1h, or 0");
  }

  static String of(Duration time) {
    long millis = time.toMillis();
    return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
  }
}
