package dev.varve.seed.value;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts at the edges of a column: the shortest, the longest, and what breaks careless code.
 * Lengths are counted in code points, as both databases do. No two differ by case alone, for a
 * column's collation may ignore it.
 */
final class TextEdges {
  /** Of texts without limit; repeated text packs well, so an index has room for it. */
  private static final int LONG = 10_000;

  /** The longest that is ever made, where the limit is higher. */
  private static final int LONGEST = 100_000;

  /** Beyond the Basic Multilingual Plane: two chars in Java, four bytes in UTF-8. */
  private static final String CRAB = "\ud83e\udd80";

  /** Quotes of SQL, JSON and arrays, escapes of COPY, marks and letters beyond ASCII. */
  static final String HARD =
      "o'clock \"quoted\" \\back\\ \t tab \n line \r {a,b} %s $1 ? ; -- \u0001 \u001f \u007f \u0085"
          + " e\u0301 \u00df \u0130 \u05d0\u05d1 \u2028 \ufeff \uffff "
          + CRAB;

  /** What is special as a whole: to COPY, to arrays, to spreadsheets. */
  private static final List<String> WHOLE =
      List.of("\\N", "\\.", "NULL", "{}", " ", " x ", "'", "\"");

  private TextEdges() {}

  /** The texts of a column without patterns. */
  static List<Object> of(ValueType type, ValueDomain domain) {
    boolean one = type.kind() == ValueType.Kind.CHAR;
    int least = Math.max(domain.minLength(), one || domain.notBlank() ? 1 : 0);
    int most = one ? 1 : most(type, domain);
    if (least > most) {
      throw new ValueException("at least " + least + " characters, and at most " + most);
    }
    List<Object> texts = new ArrayList<>();
    texts.add("x".repeat(least));
    texts.add("m".repeat(most));
    if (!one) {
      texts.add(CRAB.repeat(Math.max(least, Math.min(most, LONG))));
    }
    hard(texts, one, least, most);
    for (String whole : WHOLE) {
      if (whole.length() >= least && whole.length() <= most) {
        texts.add(whole);
      }
    }
    return texts;
  }

  static int most(ValueType type, ValueDomain domain) {
    int size = type.size() == 0 ? LONG : type.size();
    int most = domain.maxLength() == 0 ? size : domain.maxLength();
    most = type.size() == 0 ? most : Math.min(most, size);
    return Math.max(domain.minLength(), Math.min(LONGEST, most));
  }

  /** In pieces where it is too long; repeated where it is too short. */
  private static void hard(List<Object> texts, boolean one, int least, int most) {
    int[] points = HARD.codePoints().filter(c -> !one || c < 0x10000).toArray();
    if (most >= points.length) {
      int times = 1 + least / points.length;
      texts.add(cut(HARD.repeat(times), Math.max(least, points.length)));
      return;
    }
    int pieces = Math.min(8, points.length / Math.max(1, most));
    for (int i = 0; i < pieces; i++) {
      texts.add(new String(points, i * most, most));
    }
  }

  private static String cut(String text, int length) {
    return text.substring(0, text.offsetByCodePoints(0, length));
  }

  /** The shortest and the longest text that match the patterns, as far as they are found. */
  static List<String> matching(long key, ValueType type, ValueDomain domain) {
    int least = Math.max(domain.minLength(), 0);
    return PatternSample.ends(key, domain, least, most(type, domain));
  }

  /**
   * Addresses: some, and one that is as long as can be.
   *
   * @param some addresses that the column takes
   */
  static List<Object> addresses(List<Object> some, ValueType type, ValueDomain domain) {
    List<Object> addresses = new ArrayList<>(some);
    String first = some.get(0).toString();
    addresses.add(first + "x".repeat(Math.max(0, most(type, domain) - first.length())));
    return addresses;
  }
}
