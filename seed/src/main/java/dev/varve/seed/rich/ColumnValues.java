package dev.varve.seed.rich;

import dev.varve.seed.value.Choices;
import dev.varve.seed.value.Keys;
import dev.varve.seed.value.Realistic;
import dev.varve.seed.value.ValueType.Kind;
import org.jspecify.annotations.Nullable;

/** The values that are invented for a column. */
final class ColumnValues {
  /** Of so many values each is made once and kept. */
  private static final int KEPT = 1 << 16;

  /** So many words are weighed one by one. */
  private static final int WORDS = 64;

  final Choices<Object> choices;
  private final @Nullable Realistic realistic;
  private final @Nullable Choices<Object> different;
  private final long key;
  private final long bound;
  private final @Nullable Object @Nullable [] kept;
  private final long @Nullable [] words;

  ColumnValues(PlanColumn column, long seed, long key) {
    this.choices = column.choices().get();
    realistic = column.choices().realistic(seed);
    different = realistic == null ? null : realistic.unique();
    this.key = key;
    // a column whose first value will do for everybody in a fixture takes all of them here
    bound = choices.ordinary() == 1 ? Math.min(choices.count(), KEPT) : choices.ordinary();
    kept = bound <= KEPT ? new Object[(int) bound] : null;
    words = column.type().kind() == Kind.WORDS && bound <= WORDS ? words(column) : null;
  }

  private long[] words(PlanColumn column) {
    long[] keys = new long[(int) bound];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Keys.of(key, column.name(), String.valueOf(choices.get(i)));
    }
    return keys;
  }

  /**
   * A value for a row that need not differ from those of other rows.
   *
   * @param row what the row is known by, whatever comes before it
   * @param number the row's number in its table
   */
  Object drawn(long row, long number) {
    return realistic == null
        ? drawn(Keys.mix(row) ^ key)
        : realistic.drawn().apply(realistic.together() ? number : row);
  }

  private Object drawn(long row) {
    if (bound == 1) {
      return kept(0);
    }
    if (words != null) {
      return kept(word(row, words));
    }
    long number = Keys.number(key, row, bound);
    return kept == null ? choices.get(number) : kept((int) number);
  }

  /**
   * The word whose key and the row's give the greatest number: so a further word takes its share of
   * the rows, and all others keep theirs (Thaler and Ravishankar, "A Name-Based Mapping Scheme for
   * Rendezvous", 1996).
   */
  private static int word(long row, long[] words) {
    int best = 0;
    long greatest = Long.MIN_VALUE;
    for (int i = 0; i < words.length; i++) {
      long weight = Keys.mix(words[i] ^ row);
      if (weight > greatest) {
        best = i;
        greatest = weight;
      }
    }
    return best;
  }

  private Object kept(int number) {
    @Nullable Object[] values = kept;
    if (values == null) {
      return choices.get(number);
    }
    Object value = values[number];
    if (value == null) {
      value = choices.get(number);
      values[number] = value;
    }
    return value;
  }

  /** How many different values there are. */
  long count() {
    return different == null ? choices.count() : different.count();
  }

  /** How many of the first values that differ look ordinary: dates of these years, not of any. */
  long ordinary() {
    return different == null ? bound : different.count();
  }

  /**
   * A value that no other number gives. The ordinary ones come first, in an order of the seed's.
   *
   * @param number from 0 to {@link #count()}, exclusive
   */
  Object unique(long number) {
    if (different != null) {
      return different.get(number);
    }
    long ordinary = choices.ordinary();
    return choices.get(number < ordinary ? Keys.permute(key, number, ordinary) : number);
  }
}
