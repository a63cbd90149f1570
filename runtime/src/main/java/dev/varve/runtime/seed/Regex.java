package dev.varve.runtime.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers the texts that match a regular expression: literals, classes, groups, alternatives,
 * quantifiers and anchors at the ends. Look-around, back references, boundaries and the rest are
 * refused: a text for them can't be built, only searched for.
 */
final class Regex {
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** What a quantifier without end adds to its least number of repeats. */
  private static final int MORE = 8;

  private final String text;
  private int at;

  private Regex(String text) {
    this.text = text;
  }

  /** A set of texts, numbered. */
  private interface Part {
    long count();

    String at(long index);
  }

  /**
   * The texts that match.
   *
   * @throws ValueException if the expression is beyond what is understood here
   */
  static Choices choices(Pattern pattern, int least, int most) {
    Regex regex = new Regex(pattern.pattern());
    Part part = regex.alternatives();
    if (regex.at < regex.text.length() || pattern.flags() != 0) {
      throw regex.unknown();
    }
    if (fits(part, 0, least, most, pattern)) {
      return Choices.of(part.count(), i -> checked(part.at(i), least, most, pattern));
    }
    for (long i = 1; i < Math.min(part.count(), 100_000); i++) {
      if (fits(part, i, least, most, pattern)) {
        String found = part.at(i);
        return Choices.of(1, any -> found);
      }
    }
    throw new ValueException(
        "no text of " + least + " to " + most + " characters was found that matches " + pattern);
  }

  private static boolean fits(Part part, long i, int least, int most, Pattern pattern) {
    String text = part.at(i);
    int length = text.codePointCount(0, text.length());
    return length >= least && length <= most && pattern.matcher(text).matches();
  }

  private static String checked(String text, int least, int most, Pattern pattern) {
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most || !pattern.matcher(text).matches()) {
      throw new ValueException("no further text was found that matches " + pattern);
    }
    return text;
  }

  private Part alternatives() {
    List<Part> parts = new ArrayList<>();
    parts.add(sequence());
    while (at < text.length() && text.charAt(at) == '|') {
      at++;
      parts.add(sequence());
    }
    return parts.size() == 1 ? parts.get(0) : either(parts);
  }

  private static Part either(List<Part> parts) {
    long all = 0;
    for (Part part : parts) {
      all = plus(all, part.count());
    }
    long count = all;
    return part(
        count,
        index -> {
          long rest = index;
          int i = 0;
          while (rest >= parts.get(i).count()) {
            rest -= parts.get(i++).count();
          }
          return parts.get(i).at(rest);
        });
  }

  private Part sequence() {
    List<Part> parts = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      Part part = atom();
      parts.add(quantified(part));
    }
    return all(parts);
  }

  private static Part all(List<Part> parts) {
    long product = 1;
    for (Part part : parts) {
      product = times(product, part.count());
    }
    return part(
        product,
        index -> {
          StringBuilder text = new StringBuilder();
          long rest = index;
          for (int i = parts.size() - 1; i >= 0; i--) {
            text.insert(0, parts.get(i).at(rest % parts.get(i).count()));
            rest /= parts.get(i).count();
          }
          return text.toString();
        });
  }

  private Part atom() {
    char c = text.charAt(at++);
    return switch (c) {
      case '^', '$' -> part(1, i -> "");
      case '(' -> group();
      case '[' -> chars(set());
      case '\\' -> escape();
      case '.' -> chars(LETTERS + DIGITS);
      case '*', '+', '?', '{' -> throw unknown();
      default -> chars(String.valueOf(c));
    };
  }

  private Part group() {
    if (text.startsWith("?:", at)) {
      at += 2;
    } else if (text.startsWith("?", at)) {
      throw unknown();
    }
    Part inside = alternatives();
    expect(')');
    return inside;
  }

  private Part escape() {
    if (at >= text.length()) {
      throw unknown();
    }
    char c = text.charAt(at);
    if (c == 'A' || c == 'z' || c == 'Z') {
      at++;
      return part(1, i -> "");
    }
    return chars(escaped());
  }

  /** The characters that an escape stands for. */
  private String escaped() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'd' -> DIGITS;
      case 'w' -> LETTERS + DIGITS + '_';
      case 's' -> " ";
      case 't' -> "\t";
      case 'n' -> "\n";
      case 'S', 'D', 'W' -> c == 'W' ? "-.:" : c == 'D' ? LETTERS : LETTERS + DIGITS;
      case 'p' -> property();
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw unknown();
        }
        yield String.valueOf(c);
      }
    };
  }

  private String property() {
    int end = text.indexOf('}', at);
    if (at >= text.length() || text.charAt(at) != '{' || end < 0) {
      throw unknown();
    }
    String name = text.substring(at + 1, end);
    at = end + 1;
    return switch (name) {
      case "L", "IsLetter", "Alpha", "IsAlphabetic" -> LETTERS;
      case "Lu", "Upper" -> LETTERS.substring(26);
      case "Ll", "Lower" -> LETTERS.substring(0, 26);
      case "N", "Nd", "Digit" -> DIGITS;
      case "Alnum" -> LETTERS + DIGITS;
      default -> throw unknown();
    };
  }

  private String set() {
    boolean not = at < text.length() && text.charAt(at) == '^';
    at += not ? 1 : 0;
    StringBuilder set = new StringBuilder();
    boolean first = true;
    while (at < text.length() && (first || text.charAt(at) != ']')) {
      first = false;
      String chars = member();
      boolean range =
          chars.length() == 1
              && at + 1 < text.length()
              && text.charAt(at) == '-'
              && text.charAt(at + 1) != ']';
      if (range) {
        at++;
        String last = member();
        for (char c = chars.charAt(0); c <= last.charAt(0); c++) {
          set.append(c);
        }
      } else {
        set.append(chars);
      }
    }
    expect(']');
    return not ? without(set.toString()) : set.toString();
  }

  private String member() {
    char c = text.charAt(at++);
    if (c == '\\' && at < text.length()) {
      return escaped();
    }
    if (c == '[' || c == '&' && text.startsWith("&", at)) {
      throw unknown();
    }
    return String.valueOf(c);
  }

  private String without(String excluded) {
    StringBuilder rest = new StringBuilder();
    for (char c : (LETTERS + DIGITS + "-_.:").toCharArray()) {
      if (excluded.indexOf(c) < 0) {
        rest.append(c);
      }
    }
    return rest.toString();
  }

  private Part quantified(Part part) {
    if (at >= text.length()) {
      return part;
    }
    Part repeated =
        switch (text.charAt(at)) {
          case '?' -> repeat(part, 0, 1, 1);
          case '*' -> repeat(part, 0, MORE, 1);
          case '+' -> repeat(part, 1, MORE, 1);
          case '{' -> counted(part);
          default -> part;
        };
    boolean lazy = repeated != part && at < text.length() && "?+".indexOf(text.charAt(at)) >= 0;
    at += lazy ? 1 : 0;
    return repeated;
  }

  private Part counted(Part part) {
    int end = text.indexOf('}', at);
    if (end < 0) {
      throw unknown();
    }
    String[] bounds = text.substring(at + 1, end).split(",", -1);
    int least = Integer.parseInt(bounds[0]);
    int most = least;
    if (bounds.length > 1) {
      most = bounds[1].isEmpty() ? least + MORE : Integer.parseInt(bounds[1]);
    }
    return repeat(part, least, most, end + 1 - at);
  }

  /** Repeats, the fewest first; the quantifier has {@code length} characters. */
  private Part repeat(Part part, int least, int most, int length) {
    at += length;
    List<Part> parts = new ArrayList<>();
    for (int times = least; times <= Math.min(most, least + MORE); times++) {
      List<Part> copies = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        copies.add(part);
      }
      parts.add(all(copies));
    }
    return either(parts);
  }

  private static Part chars(String chars) {
    return part(chars.length(), i -> String.valueOf(chars.charAt((int) i)));
  }

  private static Part part(long count, java.util.function.LongFunction<String> at) {
    return new Part() {
      @Override
      public long count() {
        return count;
      }

      @Override
      public String at(long index) {
        return at.apply(index);
      }
    };
  }

  private static long plus(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  private static long times(long a, long b) {
    return b != 0 && a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }

  private void expect(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      throw unknown();
    }
    at++;
  }

  private ValueException unknown() {
    return new ValueException("no text can be built for the pattern " + text);
  }
}
