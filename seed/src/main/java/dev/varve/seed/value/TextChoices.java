package dev.varve.seed.value;

import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.function.LongFunction;

/** The texts of a column: words that suit its name where there is room, else codes. */
final class TextChoices {
  private static final String CODE = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String HOST = "@example.com";
  private static final String SITE = "https://example.com/";

  /** A name that is longer is cut. */
  private static final int LONGEST_LABEL = 40;

  /** The digits of the greatest number that texts end with. */
  private static final int DIGITS = 10;

  private static final long NUMBERS = 9_999_999_999L;

  private static final long ORDINARY = 1000;
  private static final int PHONE_DIGITS = 7;

  private final long key;
  private final String label;
  private final int least;
  private final int most;
  private final ValueDomain domain;

  private TextChoices(long key, String label, int least, int most, ValueDomain domain) {
    this.key = key;
    this.label = label;
    this.least = least;
    this.most = most;
    this.domain = domain;
  }

  /**
   * The texts of a column.
   *
   * @param column its name
   * @param size the most characters that its type takes; 0: no limit
   * @param java its Java type: {@code String}, {@code URI}, or {@code URL}
   */
  static Choices<String> of(long key, String column, int size, Class<?> java, ValueDomain domain) {
    int most = size == 0 ? Integer.MAX_VALUE : size;
    most = domain.maxLength() == 0 ? most : Math.min(most, domain.maxLength());
    int least = Math.max(domain.minLength(), domain.notBlank() ? 1 : 0);
    if (least > most) {
      throw new ValueException("at least " + least + " characters, and at most " + most);
    }
    TextChoices texts = new TextChoices(key, label(column), least, most, domain);
    boolean address = java == URL.class || java == URI.class;
    return address ? texts.address(java) : texts.choices();
  }

  /** The column's name in small letters, its words parted by hyphens. */
  static String label(String column) {
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < column.length() && label.length() < LONGEST_LABEL; i++) {
      char c = column.charAt(i);
      boolean upper = c >= 'A' && c <= 'Z';
      boolean plain = upper || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      boolean start = i > 0 && upper && Character.isLowerCase(column.charAt(i - 1));
      if ((start || !plain) && label.length() > 0 && label.charAt(label.length() - 1) != '-') {
        label.append('-');
      }
      if (plain) {
        label.append(upper ? (char) (c + 32) : c);
      }
    }
    return label.length() == 0 ? "value" : label.toString();
  }

  private Choices<String> address(Class<?> java) {
    if (!domain.patterns().isEmpty() || hasRoomForUrl()) {
      return domain.patterns().isEmpty() ? url() : choices();
    }
    if (java == URL.class) {
      throw new ValueException(most + " characters are too few for a URL");
    }
    return codes();
  }

  private boolean hasRoomForUrl() {
    return most > SITE.length() + DIGITS;
  }

  private Choices<String> url() {
    return numbered(SITE + cut(most - SITE.length() - DIGITS - 1) + '/', "");
  }

  private Choices<String> choices() {
    Choices<String> readable = most > DIGITS + 1 ? readable() : codes();
    if (domain.patterns().isEmpty()) {
      return readable;
    }
    if (matches(readable)) {
      return readable;
    }
    boolean mail = hasRoomForMail() && matches(mail());
    return mail ? mail() : PatternSample.of(key, domain, Math.max(1, least), most);
  }

  private boolean hasRoomForMail() {
    return most > HOST.length() + DIGITS + 1;
  }

  private Choices<String> mail() {
    return numbered(cut(most - HOST.length() - DIGITS - 1) + '-', HOST);
  }

  /** Whether texts with numbers of one digit, two and so on match; then all of them do. */
  private boolean matches(Choices<String> texts) {
    if (most <= DIGITS + 1) {
      return false;
    }
    for (long number = 1; number < texts.count(); number *= 10) {
      if (!domain.allows(texts.get(number)) || !domain.allows(texts.get(number - 1))) {
        return false;
      }
    }
    return domain.allows(texts.get(0)) && domain.allows(texts.get(texts.count() - 1));
  }

  private Choices<String> readable() {
    String word = label.substring(label.lastIndexOf('-') + 1);
    if ((word.endsWith("mail") || label.endsWith("mail-address")) && hasRoomForMail()) {
      return mail();
    }
    if (word.equals("phone") || word.equals("mobile") || word.equals("fax")) {
      return phones();
    }
    if (word.matches("url|uri|link|website|homepage") && hasRoomForUrl()) {
      return url();
    }
    return named(word);
  }

  private Choices<String> phones() {
    String start = "+1 555 ";
    if (most < start.length() + DIGITS || least > start.length() + PHONE_DIGITS) {
      return plain();
    }
    return new Choices<>(
        NUMBERS,
        ORDINARY,
        i -> {
          String digits = String.valueOf(NUMBERS + 1 + i + 1).substring(1);
          int zeros = DIGITS - PHONE_DIGITS;
          return start + (digits.startsWith("0".repeat(zeros)) ? digits.substring(zeros) : digits);
        });
  }

  private Choices<String> named(String word) {
    return switch (label.matches("(first|last|full)-name") ? label : word) {
      case "first-name", "firstname" -> among(KnownWords.FIRST_NAMES, List.of(""));
      case "last-name", "lastname", "surname" -> among(KnownWords.LAST_NAMES, List.of(""));
      case "name", "title" -> among(KnownWords.ADJECTIVES, KnownWords.NOUNS);
      case "full-name", "fullname" -> among(KnownWords.FIRST_NAMES, KnownWords.LAST_NAMES);
      case "city", "town" -> among(KnownWords.CITIES, List.of(""));
      case "country" -> among(KnownWords.COUNTRIES, List.of(""));
      default -> plain();
    };
  }

  /** The column's name and a number. */
  private Choices<String> plain() {
    return numbered(cut(most - DIGITS - 1).replace('-', ' ') + ' ', "");
  }

  /** Pairs of words; when there are no more, a number behind them. */
  private Choices<String> among(List<String> first, List<String> second) {
    int longest = longest(first) + 1 + longest(second) + 1 + DIGITS;
    if (longest > most) {
      return plain();
    }
    long pairs = (long) first.size() * second.size();
    Choices<String> words =
        new Choices<>(
            NUMBERS,
            pairs,
            i -> {
              String one = first.get((int) (i % first.size()));
              String other = second.get((int) (i / first.size() % second.size()));
              String both = other.isEmpty() ? one : one + ' ' + other;
              return padded(i < pairs ? both : both + ' ' + (i / pairs + 1), "");
            });
    return words.shuffled(key);
  }

  private static int longest(List<String> words) {
    int longest = 0;
    for (String word : words) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }

  private Choices<String> numbered(String start, String end) {
    LongFunction<String> at = i -> padded(start + (i + 1), end);
    return new Choices<>(NUMBERS, ORDINARY, at);
  }

  private String cut(int room) {
    return label.substring(0, Math.max(0, Math.min(room, label.length())));
  }

  private String padded(String text, String end) {
    int missing = least - text.length() - end.length();
    return missing > 0 ? text + ".".repeat(missing) + end : text + end;
  }

  /** Texts of letters and digits, as long as they may be where that is short. */
  private Choices<String> codes() {
    int length = Math.min(most, Math.max(least, DIGITS + 1));
    long count = 1;
    for (int i = 0; i < Math.min(length, DIGITS + 1); i++) {
      count *= CODE.length();
    }
    return new Choices<>(count, count, i -> code(i, length)).shuffled(key);
  }

  private static String code(long number, int length) {
    char[] code = new char[length];
    long rest = number;
    for (int i = length - 1; i >= 0; i--) {
      code[i] = CODE.charAt((int) (rest % CODE.length()));
      rest /= CODE.length();
    }
    return new String(code);
  }
}
