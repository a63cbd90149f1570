package dev.varve.seed.value;

import org.jspecify.annotations.Nullable;

/**
 * Texts of one kind, numbered.
 *
 * @param count how many there are
 * @param longest the most characters that one has, its end included; {@link Integer#MAX_VALUE}:
 *     they fill the room that there is
 * @param shared whether a row's number is that of its other columns of the kind: a person's, a
 *     place's
 * @param start what may be cut
 * @param end what may not: {@code @example.com}
 * @param separator what stands before a number that makes a text unique
 * @param alone the same where texts must differ from row to row: each once, whoever the row is;
 *     null: these do
 */
record Wording(
    long count,
    int longest,
    boolean shared,
    Start start,
    End end,
    String separator,
    @Nullable Wording alone) {
  /** The beginnings of texts. */
  interface Start {
    /**
     * The beginning of a text.
     *
     * @param number from 0 to {@link #count()}, exclusive
     * @param room how many characters it may have; one that has more is cut
     */
    String of(long number, int room);
  }

  /** The ends of texts. */
  interface End {
    /** The end of a text; of all of them as long. */
    String of(long number);
  }

  static Wording of(long count, int longest, String separator, Start start) {
    return new Wording(count, longest, false, start, number -> "", separator, null);
  }

  /** A text in so much room; null if that isn't enough to recognize anything. */
  @Nullable String text(long number, String suffix, int room) {
    String tail = end.of(number);
    int left = room - tail.length() - suffix.length();
    return left < 1 ? null : cut(start.of(number, left), left) + suffix + tail;
  }

  /** The beginning of a text, counted in code points, without white space at its end. */
  static String cut(String text, int room) {
    if (text.length() <= room || text.codePointCount(0, text.length()) <= room) {
      return text;
    }
    String cut = text.substring(0, text.offsetByCodePoints(0, room)).stripTrailing();
    return cut.isEmpty() ? "x" : cut;
  }
}
