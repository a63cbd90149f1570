package dev.varve.seed.value;

import dev.varve.seed.value.ValueType.Kind;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The canonical values at the edges of what a column can hold: the shortest and the longest, the
 * least and the greatest, each word, and what breaks careless code. All that one engine can store
 * and the other can't is among them.
 */
final class Edges {
  /** The most words of a list. */
  private static final int MOST_WORDS = 100;

  /** The longest array and the longest bytes. */
  private static final int LONGEST = 10_000;

  private final long key;
  private final String column;
  private final ValueType type;
  private final JavaType java;
  private final ValueDomain domain;

  private Edges(long key, String column, ValueType type, JavaType java, ValueDomain domain) {
    this.key = key;
    this.column = column;
    this.type = type;
    this.java = java;
    this.domain = domain;
  }

  /**
   * The values, at least one, no two the same.
   *
   * @throws ValueException if no value satisfies the domain, or none is known to
   */
  static List<Object> of(
      long key, String column, ValueType type, JavaType java, ValueDomain domain) {
    Edges edges = new Edges(key, column, type, java, domain);
    List<Object> values = edges.different(edges.values());
    return values.isEmpty() ? edges.some(2) : values;
  }

  private List<? extends Object> values() {
    if (!domain.values().isEmpty()) {
      return some(MOST_WORDS);
    }
    return switch (type.kind()) {
      case BOOLEAN, WORDS -> some(MOST_WORDS);
      case INT16, INT32, INT64, INTEGER, DECIMAL -> NumberEdges.exact(type, java.raw(), domain);
      case FLOAT32, FLOAT64 -> NumberEdges.floating(type, domain);
      case CHAR, TEXT -> texts();
      case UUID -> List.of(new UUID(0, 0), new UUID(-1, -1), some(1).get(0));
      case INSTANT, DATE_TIME, DATE, TIME, DURATION, PERIOD -> TimeEdges.of(type, domain);
      case BYTES -> bytes();
      case INET -> addresses();
      case ARRAY -> arrays();
      case JSON -> List.of(SampleJson.smallest(java.declared()), SampleJson.rich(java.declared()));
    };
  }

  /** The first values that would be invented. */
  private List<Object> some(int most) {
    Choices<Object> choices = Inventor.choices(key, column, type, java, domain);
    List<Object> some = new ArrayList<>();
    for (long i = 0; i < Math.min(most, choices.count()); i++) {
      some.add(choices.get(i));
    }
    return some;
  }

  /** Those that are allowed, each once. */
  private List<Object> different(List<? extends Object> values) {
    Set<Object> seen = new HashSet<>();
    List<Object> different = new ArrayList<>();
    for (Object value : values) {
      if (isAllowed(value) && seen.add(type.kind() == Kind.BYTES ? hex(value) : value)) {
        different.add(value);
      }
    }
    return different;
  }

  private boolean isAllowed(Object value) {
    return domain.allows(value) && !domain.except().contains(PostgresEncoder.text(type, value));
  }

  private String hex(Object bytes) {
    return PostgresEncoder.text(type, bytes);
  }

  private List<? extends Object> texts() {
    if (!domain.patterns().isEmpty() || !KnownWords.of(java.raw()).isEmpty()) {
      List<Object> some = some(MOST_WORDS);
      List<Object> ends = new ArrayList<>(some.subList(0, Math.min(2, some.size())));
      ends.addAll(
          domain.patterns().isEmpty()
              ? List.of(some.get(some.size() - 1))
              : TextEdges.matching(key, type, domain));
      return ends;
    }
    return java.raw() == java.net.URI.class || java.raw() == java.net.URL.class
        ? TextEdges.addresses(some(2), type, domain)
        : TextEdges.of(type, domain);
  }

  private int most() {
    return Math.min(LONGEST, domain.maxLength() == 0 ? 256 : domain.maxLength());
  }

  /** All bytes that there are, and none. */
  private List<byte[]> bytes() {
    List<byte[]> values = new ArrayList<>();
    for (int length : new int[] {domain.minLength(), 1, Math.max(most(), domain.minLength())}) {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) (length == 1 ? 0 : i);
      }
      values.add(bytes);
    }
    return values;
  }

  private static List<InetAddress> addresses() {
    return List.of(
        InetText.parse("0.0.0.0"),
        InetText.parse("255.255.255.255"),
        InetText.parse("::"),
        InetText.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"));
  }

  /** As few elements as can be, and as many, of the edges of what elements can be. */
  private List<List<Object>> arrays() {
    ValueType element = type.elementType();
    JavaType each = new JavaType(java.element());
    List<Object> elements = new ArrayList<>(of(key, column, element, each, ValueDomain.ALL));
    boolean set = Set.class.isAssignableFrom(java.raw());
    int most = domain.maxLength() == 0 ? elements.size() : Math.min(LONGEST, domain.maxLength());
    Choices<Object> more = Inventor.choices(key, column, element, each, ValueDomain.ALL);
    for (long i = 0; elements.size() < most && i < Math.min(more.count(), 2L * most); i++) {
      if (!elements.contains(more.get(i))) {
        elements.add(more.get(i));
      }
    }
    while (!set && elements.size() < Math.max(most, domain.minLength())) {
      elements.add(elements.get(0));
    }
    int least = Math.min(domain.minLength(), elements.size());
    return List.of(
        List.copyOf(elements.subList(0, least)),
        List.copyOf(elements.subList(0, Math.max(least, Math.min(most, elements.size())))));
  }
}
