package dev.varve.seed.value;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts by what their columns are called. */
final class RealisticTexts {
  /** Numbers that make texts unique, and the digits to the base 36 that they have. */
  private static final long NUMBERS = 9_999_999_999L;

  private static final int DIGITS = 7;

  /** So many texts are tried against patterns; what these say of them they say of all. */
  private static final int TRIED = 300;

  private final long own;
  private final long shared;
  private final Wording wording;
  private final int least;
  private final int most;

  private RealisticTexts(long own, long shared, Wording wording, int least, int most) {
    this.own = own;
    this.shared = shared;
    this.wording = wording;
    this.least = least;
    this.most = most;
  }

  /**
   * The texts of a column; null if its name says nothing, or nothing that fits.
   *
   * @param given the texts to take instead of those that suit the name; empty: take these
   */
  static @Nullable Realistic of(
      long seed, String table, String column, int size, ValueDomain domain, List<String> given) {
    int most = size == 0 ? Integer.MAX_VALUE : size;
    most = domain.maxLength() == 0 ? most : Math.min(most, domain.maxLength());
    ColumnLabel label = ColumnLabel.of(table, column);
    Wording wording = given.isEmpty() ? Wordings.of(label, most) : list(given);
    if (wording == null || domain.minLength() > most) {
      return null;
    }
    RealisticTexts texts =
        new RealisticTexts(
            Keys.of(seed, table, column),
            Keys.of(seed, table, label.group()),
            wording,
            domain.minLength(),
            most);
    return texts.realistic(domain);
  }

  private @Nullable Realistic realistic(ValueDomain domain) {
    Choices<String> unique = unique();
    if (!fit(domain, unique)) {
      return null;
    }
    Choices<Object> allowed =
        unique == null ? null : unique.without(domain.except()).map(text -> (Object) text);
    return domain.except().isEmpty() && domain.patterns().isEmpty()
        ? new Realistic(wording.shared(), this::drawn, allowed)
        : new Realistic(wording.shared(), row -> allowed(row, domain), allowed);
  }

  private boolean fit(ValueDomain domain, @Nullable Choices<String> unique) {
    if (wording.text(0, "", most) == null) {
      return false;
    }
    for (int row = 0; row < (domain.patterns().isEmpty() ? 0 : TRIED); row++) {
      if (!domain.allows(drawn(row)) || unique != null && !domain.allows(unique.get(row))) {
        return false;
      }
    }
    return true;
  }

  private Object drawn(long row) {
    long count = wording.count();
    long number =
        wording.shared()
            ? Keys.permute(shared, Long.remainderUnsigned(row, count), count)
            : Keys.number(own, row, count);
    return padded(Objects.requireNonNull(wording.text(number, "", most)));
  }

  private Object allowed(long row, ValueDomain domain) {
    for (long round = 0; round < TRIED; round++) {
      Object text = drawn(row + (round << 40));
      if (domain.allows(text)) {
        return text;
      }
    }
    throw new ValueException("no realistic text satisfies all its constraints");
  }

  private String padded(String text) {
    int missing = least - text.codePointCount(0, text.length());
    return missing > 0 ? text + "~".repeat(missing) : text;
  }

  /** Whole texts while there are new ones, then with a number; with a number where all are cut. */
  private @Nullable Choices<String> unique() {
    Wording each = Objects.requireNonNullElse(wording.alone(), wording);
    long key = wording.shared() && each == wording ? shared : own;
    long count = each.count();
    int digits = each.separator().length() + DIGITS;
    boolean endless = count >= NUMBERS;
    boolean whole = (long) each.longest() + (endless ? 0 : digits) <= most;
    if (!whole && each.text(0, "0".repeat(digits), most) == null) {
      return null;
    }
    return new Choices<>(
        NUMBERS, NUMBERS, i -> unique(each, Keys.permute(key, i % count, count), i, whole));
  }

  private String unique(Wording each, long number, long i, boolean whole) {
    long repeated = whole ? i / each.count() : i + 1;
    String suffix = whole && repeated == 0 ? "" : each.separator() + base36(whole, repeated);
    return padded(Objects.requireNonNull(each.text(number, suffix, most)));
  }

  private static String base36(boolean whole, long number) {
    return whole ? Long.toString(number + 1) : Long.toString(number, 36);
  }

  /** The words of a list, and as many with a number. */
  static Wording list(List<String> words) {
    return Wording.of(words.size(), longest(words), " ", (number, room) -> words.get((int) number));
  }

  static int longest(List<String> words) {
    int longest = 0;
    for (String word : words) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }
}
