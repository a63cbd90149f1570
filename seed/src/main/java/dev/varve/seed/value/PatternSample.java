package dev.varve.seed.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The texts that match regular expressions, numbered.
 *
 * <p>An expression is taken apart into shapes: one set of characters for each place of a text. No
 * two of the shapes that are kept have a text in common, for they differ in length or in the sets
 * of a place. So numbers and texts belong together one to one. Whatever comes out is tried with
 * {@link Pattern} before it is used.
 */
final class PatternSample {
  /** Where texts may have any length, they have this at first, and so much more at most. */
  private static final int USUAL_LENGTH = 8;

  private static final int MORE = 24;
  private static final int MOST_SHAPES = 64;

  /** The longest text is looked for among those that are so much longer than the shortest. */
  private static final int MOST_MORE = 200;

  private static final int TRIES = 20_000;
  private static final int FOUND = 1_000;

  private final long key;
  private final ValueDomain domain;
  private final List<List<String>> shapes = new ArrayList<>();

  private PatternSample(long key, ValueDomain domain) {
    this.key = key;
    this.domain = domain;
  }

  /**
   * The texts of a column.
   *
   * @param domain its patterns, at least one
   * @param least the fewest characters
   * @param most the most characters
   * @throws ValueException if none is found
   */
  static Choices<String> of(long key, ValueDomain domain, int least, int most) {
    PatternSample sample = new PatternSample(key, domain);
    Pattern pattern = domain.patterns().get(0);
    PatternShapes shapes = PatternShapes.of(pattern.pattern());
    int from = Math.max(least, shapes.least());
    int to = Math.min(most, shapes.most());
    int usual = Math.max(from, Math.min(to, USUAL_LENGTH));
    for (int length = usual; length <= Math.min(to, usual + MORE); length++) {
      sample.add(shapes.ofLength(length));
    }
    for (int length = Math.min(to, usual - 1); length >= from; length--) {
      sample.add(shapes.ofLength(length));
    }
    if (sample.shapes.isEmpty()) {
      throw none(pattern, least, most);
    }
    return domain.patterns().size() == 1 ? sample.choices() : sample.matching(least, most);
  }

  /**
   * A shortest and a longest text.
   *
   * @return none where none is found
   */
  static List<String> ends(long key, ValueDomain domain, int least, int most) {
    PatternShapes shapes = PatternShapes.of(domain.patterns().get(0).pattern());
    int from = Math.max(least, shapes.least());
    int to = Math.min(Math.min(most, shapes.most()), from + MOST_MORE);
    List<String> ends = new ArrayList<>();
    for (int length = from; length <= to && ends.isEmpty(); length++) {
      addOfLength(key, domain, length, ends);
    }
    for (int length = to; length > from && ends.size() == 1; length--) {
      addOfLength(key, domain, length, ends);
    }
    return ends;
  }

  private static void addOfLength(long key, ValueDomain domain, int length, List<String> texts) {
    PatternSample sample = new PatternSample(key, domain);
    sample.add(PatternShapes.of(domain.patterns().get(0).pattern()).ofLength(length));
    for (List<String> shape : sample.shapes) {
      String text = text(shape, 0);
      if (domain.allows(text)) {
        texts.add(text);
        return;
      }
    }
  }

  private static ValueException none(Pattern pattern, int least, int most) {
    return new ValueException(
        "no text of " + least + " to " + most + " characters was found that matches " + pattern);
  }

  private void add(List<List<String>> more) {
    for (List<String> shape : more) {
      if (shapes.size() < MOST_SHAPES && isApart(shape) && isValid(shape)) {
        shapes.add(shape);
      }
    }
  }

  private boolean isApart(List<String> shape) {
    for (List<String> other : shapes) {
      if (other.size() == shape.size() && !areApart(shape, other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areApart(List<String> one, List<String> other) {
    for (int i = 0; i < one.size(); i++) {
      String set = other.get(i);
      if (one.get(i).chars().noneMatch(c -> set.indexOf(c) >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** Tries the first and the last text; those of further patterns are tried one by one later. */
  private boolean isValid(List<String> shape) {
    Pattern pattern = domain.patterns().get(0);
    String first = text(shape, 0);
    String last = text(shape, count(shape) - 1);
    boolean blank = domain.notBlank() && (first.isBlank() || last.isBlank());
    return !blank && pattern.matcher(first).matches() && pattern.matcher(last).matches();
  }

  private static long count(List<String> shape) {
    long count = 1;
    for (String set : shape) {
      count = count > Choices.PLENTY / set.length() ? Choices.PLENTY : count * set.length();
    }
    return count;
  }

  private Choices<String> choices() {
    long sum = 0;
    for (List<String> shape : shapes) {
      sum = Math.min(Choices.PLENTY, sum + count(shape));
    }
    // Those of the first length look best: they come first, in an order of their own.
    return new Choices<>(sum, count(shapes.get(0)), this::at).shuffled(key).map(this::checked);
  }

  private String at(long number) {
    long rest = number;
    for (List<String> shape : shapes) {
      if (rest < count(shape)) {
        return text(shape, rest);
      }
      rest -= count(shape);
    }
    throw new IllegalStateException("number " + number);
  }

  private static String text(List<String> shape, long number) {
    char[] text = new char[shape.size()];
    long rest = number;
    for (int i = text.length - 1; i >= 0; i--) {
      String set = shape.get(i);
      text[i] = set.charAt((int) (rest % set.length()));
      rest /= set.length();
    }
    return new String(text);
  }

  private String checked(String text) {
    if (!domain.allows(text)) {
      throw new ValueException("no further text was found that matches " + domain.patterns());
    }
    return text;
  }

  /** Those that match all patterns, among the first. */
  private Choices<String> matching(int least, int most) {
    Choices<String> all =
        new Choices<>(count(shapes.get(0)), Choices.PLENTY, this::at).shuffled(key);
    List<String> found = new ArrayList<>();
    for (long i = 0; i < Math.min(all.count(), TRIES) && found.size() < FOUND; i++) {
      String text = all.get(i);
      if (domain.allows(text)) {
        found.add(text);
      }
    }
    if (found.isEmpty()) {
      throw none(domain.patterns().get(1), least, most);
    }
    return Choices.of(found);
  }
}
