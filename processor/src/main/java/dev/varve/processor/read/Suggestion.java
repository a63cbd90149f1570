package dev.varve.processor.read;

import dev.varve.schema.Names;
import java.util.Collection;
import java.util.Locale;

/** What a person who wrote an unknown name probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * {@code ; did you mean "email"?} for the name nearest to {@code wrong}, else {@code ""}. A name
   * in the wrong case style is nearest of all.
   */
  public static String didYouMean(String wrong, Collection<String> names) {
    String nearest = nearest(wrong, names);
    return nearest.isEmpty() ? "" : "; did you mean \"" + nearest + "\"?";
  }

  /** {@link #didYouMean}, or all names where none is near. */
  static String orList(String wrong, Collection<String> names) {
    String suggestion = didYouMean(wrong, names);
    return suggestion.isEmpty() ? "; it has " + String.join(", ", names) : suggestion;
  }

  /** The name nearest to {@code wrong}; {@code ""} if none is near. */
  static String nearest(String wrong, Collection<String> names) {
    String folded = fold(wrong);
    int limit = Math.max(1, folded.length() / 3);
    String best = "";
    for (String name : names) {
      int distance = distance(folded, fold(name), limit);
      if (distance <= limit && (distance < limit || best.isEmpty())) {
        best = name;
        limit = distance;
      }
    }
    return best;
  }

  private static String fold(String name) {
    return Names.snakeCase(name).toLowerCase(Locale.ROOT);
  }

  /** Insertions, deletions, replacements and swaps of neighbours; over {@code limit}: any more. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = cost(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cost(String a, String b, int i, int j, int[][] cost) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
  }
}
