package dev.varve.schema.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How much names are alike. */
final class Likeness {
  private static final int PERCENT = 100;

  private Likeness() {}

  /** From 0, nothing in common, to 100, the same. */
  static int of(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int longest = Math.max(a.length(), b.length());
    return longest == 0 ? PERCENT : PERCENT - PERCENT * distance(a, b) / longest;
  }

  /** The names that are most like {@code name}, the likest first. */
  static List<String> best(String name, Iterable<String> known, int most) {
    List<String> all = new ArrayList<>();
    known.forEach(all::add);
    all.sort(Comparator.<String>comparingInt(one -> -of(name, one)).thenComparing(one -> one));
    return all.subList(0, Math.min(most, all.size()));
  }

  /** The edits that make one of the other (Levenshtein's distance). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
