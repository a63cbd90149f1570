package dev.varve.runtime.seed;

import java.util.regex.Pattern;

/** The texts of a column: its name and a number where there is room, else codes. */
final class TextChoices {
  private static final String CODE = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String MAIL = "@example.test";

  /** A name that is longer is cut. */
  private static final int LONGEST_LABEL = 40;

  /** The digits of the greatest number, and the blank before it. */
  private static final int NUMBER = 11;

  private final String label;
  private final int least;
  private final int most;

  private TextChoices(String label, int least, int most) {
    this.label = label;
    this.least = least;
    this.most = most;
  }

  /**
   * The choices of a column.
   *
   * @param label what the column is called
   * @param length the most characters that its type takes; 0: no limit
   */
  static Choices of(String label, int length, Domain domain) {
    int most = length == 0 ? Integer.MAX_VALUE : length;
    most = domain.maxLength() == 0 ? most : Math.min(most, domain.maxLength());
    if (!domain.patterns().isEmpty()) {
      return pattern(domain, most);
    }
    int least = Math.max(domain.minLength(), domain.notBlank() ? 1 : 0);
    if (least > most) {
      throw new ValueException(
          "must have " + least + " characters at least and " + most + " at most");
    }
    return new TextChoices(label, least, most).choices();
  }

  private static Choices pattern(Domain domain, int most) {
    Pattern first = domain.patterns().get(0);
    Choices texts = Regex.choices(first, domain.minLength(), most);
    if (domain.patterns().size() == 1) {
      return texts;
    }
    for (long i = 0; i < Math.min(texts.count(), 10_000); i++) {
      Object text = texts.at().apply(i);
      if (domain.allows(text)) {
        return Choices.of(1, any -> text);
      }
    }
    throw new ValueException("no text was found that matches all its patterns");
  }

  private Choices choices() {
    if (label.toLowerCase(java.util.Locale.ROOT).endsWith("mail") && most >= 40) {
      return Choices.of(Choices.PLENTY, i -> padded(label(20) + (i + 1), MAIL));
    }
    if (most > NUMBER) {
      return Choices.of(Choices.PLENTY, i -> padded(label(most - NUMBER) + ' ' + (i + 1), ""));
    }
    return Choices.of(power(CODE.length(), most), this::code);
  }

  private String label(int room) {
    int length = Math.min(Math.min(room, LONGEST_LABEL), label.codePointCount(0, label.length()));
    return label.substring(0, label.offsetByCodePoints(0, length));
  }

  private String padded(String text, String end) {
    int missing = least - text.codePointCount(0, text.length()) - end.length();
    return missing > 0 ? text + ".".repeat(missing) + end : text + end;
  }

  private static long power(int base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent && power < Choices.PLENTY; i++) {
      power *= base;
    }
    return power;
  }

  /** The number in base 36, in all {@link #most} characters. */
  private Object code(long number) {
    char[] code = new char[most];
    long rest = number;
    for (int i = most - 1; i >= 0; i--) {
      code[i] = CODE.charAt((int) (rest % CODE.length()));
      rest /= CODE.length();
    }
    return new String(code);
  }
}
