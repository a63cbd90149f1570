package dev.varve.seed.value;

import dev.varve.seed.value.ValueType.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says for each column which values it can take. They are valid, and the same on every machine and
 * at any time: they follow from the seed, the table, the column and their number.
 */
public final class Inventor {
  private final long seed;

  /** Invents values that follow from {@code seed}. */
  public Inventor(long seed) {
    this.seed = seed;
  }

  /**
   * The canonical values of a column.
   *
   * @param table the table, and
   * @param column the column: what values follow from, and what texts are made of
   * @param java the Java type of its values: a text may have to be a URL
   * @throws ValueException if no value satisfies the domain, or none is known to
   */
  public Choices<Object> choices(
      String table, String column, ValueType type, JavaType java, ValueDomain domain) {
    understood(domain);
    return choices(Keys.of(seed, table, column), column, type, java, domain);
  }

  /**
   * The canonical values at the edges of what a column can hold: the shortest and the longest, the
   * least and the greatest, each word; no two the same. What only one of the engines can store is
   * among them, and what a record's own constructor may refuse.
   *
   * @param table the table, and
   * @param column the column: what values follow from
   * @param java the Java type of its values
   * @return at least one value
   * @throws ValueException if no value satisfies the domain, or none is known to
   */
  public List<Object> edges(
      String table, String column, ValueType type, JavaType java, ValueDomain domain) {
    understood(domain);
    return Edges.of(Keys.of(seed, table, column), column, type, java, domain);
  }

  /**
   * The values that a column would have in real life, by what it is called.
   *
   * @param table the table, and
   * @param column the column: what values follow from, and what they are
   * @param java the Java type of its values
   * @param words texts to take instead of our own; empty: take these
   * @return null if nothing is known of it, or constraints forbid that; there are {@link #choices}
   */
  public @Nullable Realistic realistic(
      String table,
      String column,
      ValueType type,
      JavaType java,
      ValueDomain domain,
      List<String> words) {
    if (!domain.opaque().isEmpty() || !domain.values().isEmpty()) {
      return null;
    }
    return switch (type.kind()) {
      case TEXT ->
          java.raw() == String.class
              ? RealisticTexts.of(seed, table, column, type.size(), domain, stored(words))
              : null;
      case INT16, INT32, INT64, INTEGER, DECIMAL, FLOAT32, FLOAT64 ->
          RealisticNumbers.of(seed, table, column, type, domain);
      case INSTANT, DATE_TIME, DATE -> RealisticTimes.of(seed, table, column, type, domain);
      case BOOLEAN, CHAR, WORDS, UUID, TIME, DURATION, PERIOD, BYTES, INET, JSON, ARRAY -> null;
    };
  }

  /** Those that a database stores, and that are no blank, each once. */
  private static List<String> stored(List<String> words) {
    List<String> stored = new ArrayList<>(words.size());
    for (String word : new LinkedHashSet<>(words)) {
      if (!word.isBlank()) {
        Texts.check(word);
        stored.add(word);
      }
    }
    return stored;
  }

  private static void understood(ValueDomain domain) {
    if (!domain.opaque().isEmpty()) {
      throw new ValueException(
          "its condition is not understood: " + String.join(" AND ", domain.opaque()));
    }
  }

  static Choices<Object> choices(
      long key, String column, ValueType type, JavaType java, ValueDomain domain) {
    if (!domain.values().isEmpty()) {
      return listed(type, domain.values(), domain);
    }
    Choices<Object> choices = unlisted(key, column, type, java, domain);
    return domain.except().isEmpty()
        ? choices
        : choices.without(excluded(type, domain, choices.get(0)));
  }

  /** The values that aren't allowed, as the choices would have them. */
  private static List<Object> excluded(ValueType type, ValueDomain domain, Object sample) {
    List<Object> excluded = new ArrayList<>();
    for (String text : domain.except()) {
      Object value = StoredText.parse(type, text);
      if (value instanceof BigDecimal number && sample instanceof BigDecimal usual) {
        int scale = Math.max(usual.scale(), number.stripTrailingZeros().scale());
        value = number.setScale(scale, RoundingMode.UNNECESSARY);
      }
      if (!excluded.contains(value)) {
        excluded.add(value);
      }
    }
    return excluded;
  }

  private static Choices<Object> unlisted(
      long key, String column, ValueType type, JavaType java, ValueDomain domain) {
    Choices<?> choices =
        switch (type.kind()) {
          case BOOLEAN -> Choices.of(List.of(false, true));
          case WORDS -> listed(type, type.words(), domain);
          case INT16, INT32, INT64, INTEGER, DECIMAL, FLOAT32, FLOAT64 ->
              NumberChoices.of(type, java.raw(), degrees(column, type, domain)).shuffled(key);
          case CHAR, TEXT -> text(key, column, type, java, domain);
          case UUID -> new Choices<>(Choices.PLENTY, Choices.PLENTY, i -> uuid(key, i));
          case INSTANT, DATE_TIME, DATE, TIME, DURATION, PERIOD ->
              TimeChoices.of(type, domain).shuffled(key);
          case BYTES -> bytes(key, domain);
          case INET -> new Choices<>(Choices.PLENTY, 1000, Inventor::address);
          case ARRAY -> array(key, column, type.elementType(), java, domain);
          case JSON -> Choices.of(List.of(SampleJson.smallest(java.declared())));
        };
    return choices.map(value -> value);
  }

  /** What of a domain lies on a globe, if the column is called so; all of it if nothing does. */
  private static ValueDomain degrees(String column, ValueType type, ValueDomain domain) {
    ColumnLabel label = ColumnLabel.of("", column);
    boolean floating = type.kind() == Kind.FLOAT32 || type.kind() == Kind.FLOAT64;
    boolean decimal = type.kind() == Kind.DECIMAL && (type.size() == 0 || type.scale() > 0);
    if (!floating && !decimal || !label.isPlace()) {
      return domain;
    }
    BigDecimal most = BigDecimal.valueOf(label.isLatitude() ? 90 : 180);
    boolean none =
        domain.min() != null && domain.min().compareTo(most) >= 0
            || domain.max() != null && domain.max().compareTo(most.negate()) <= 0;
    return none ? domain : domain.within(most.negate(), most);
  }

  private static Choices<Object> text(
      long key, String column, ValueType type, JavaType java, ValueDomain domain) {
    List<String> known = KnownWords.of(java.raw());
    if (!known.isEmpty()) {
      return listed(type, known, domain);
    }
    int size = type.kind() == Kind.CHAR ? 1 : type.size();
    return TextChoices.of(key, column, size, java.raw(), domain).map(text -> text);
  }

  /** Those of some values that satisfy everything. */
  private static Choices<Object> listed(ValueType type, List<String> words, ValueDomain domain) {
    List<Object> values = new ArrayList<>();
    for (String word : words) {
      Object value = StoredText.parse(type, word);
      boolean fits = !(value instanceof String text) || fits(type, text);
      if (fits && domain.allows(value) && !values.contains(value)) {
        values.add(value);
      }
    }
    return Choices.of(values);
  }

  private static boolean fits(ValueType type, String text) {
    boolean known = type.words().isEmpty() || type.words().contains(text);
    return known && (type.size() == 0 || text.codePointCount(0, text.length()) <= type.size());
  }

  /** Version 4, variant 2: what a random UUID looks like. The lower half is a permutation. */
  private static UUID uuid(long key, long number) {
    long high = Keys.mix(key + number) & 0xffffffffffff0fffL | 0x4000L;
    return new UUID(high, Long.MIN_VALUE | Keys.permute(key, number, Choices.PLENTY));
  }

  private static Choices<byte[]> bytes(long key, ValueDomain domain) {
    int most = domain.maxLength() == 0 ? Integer.MAX_VALUE : domain.maxLength();
    int length = Math.max(domain.minLength(), Math.min(Long.BYTES, most));
    if (length > most) {
      throw new ValueException("at least " + length + " bytes, and at most " + most);
    }
    long count = length < Long.BYTES ? 1L << 8 * length : Choices.PLENTY;
    return new Choices<>(count, count, i -> bytes(Keys.permute(key, i, count), length));
  }

  private static byte[] bytes(long number, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < Math.min(Long.BYTES, length); i++) {
      bytes[i] = (byte) (number >> 8 * i);
    }
    return bytes;
  }

  /** 10.0.0.1 and on, then fd00::: the addresses of private networks. */
  private static Object address(long number) {
    long n = number + 1;
    if (n < 1 << 24) {
      return InetText.parse("10." + (n >> 16) + '.' + (n >> 8 & 255) + '.' + (n & 255));
    }
    StringBuilder text = new StringBuilder("fd00:0:0:0");
    for (int shift = 48; shift >= 0; shift -= 16) {
      text.append(':').append(Long.toHexString(n >> shift & 0xffff));
    }
    return InetText.parse(text.toString());
  }

  /** Nothing where that is enough; else as few elements as can be, all different. */
  private static Choices<List<Object>> array(
      long key, String column, ValueType element, JavaType java, ValueDomain domain) {
    JavaType each = new JavaType(java.element());
    Choices<Object> elements = choices(key, column, element, each, ValueDomain.ALL);
    int least = domain.minLength();
    if (domain.maxLength() > 0 && domain.maxLength() < least || elements.count() < least) {
      throw new ValueException(
          "at least "
              + least
              + " elements, and there are at most "
              + (domain.maxLength() > 0 ? domain.maxLength() : elements.count()));
    }
    return least == 0
        ? new Choices<>(
            elements.count() + 1, 1, i -> i == 0 ? List.of() : List.of(elements.get(i - 1)))
        : new Choices<>(elements.count(), 1, i -> some(elements, i, least));
  }

  private static List<Object> some(Choices<Object> elements, long first, int size) {
    List<Object> some = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      some.add(elements.get((first + i) % elements.count()));
    }
    return some;
  }
}
