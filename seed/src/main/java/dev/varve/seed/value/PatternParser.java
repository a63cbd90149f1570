package dev.varve.seed.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads regular expressions: literals, classes, groups, alternatives, quantifiers, anchors.
 * Look-around, boundaries and back references are refused: a text for them can't be built, only
 * searched for.
 */
final class PatternParser {
  private static final String USUAL = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int MOST_OTHERS = 256;

  private final String regex;
  private int at;

  PatternParser(String regex) {
    this.regex = regex;
  }

  /**
   * The whole expression.
   *
   * @throws ValueException if it is beyond what is understood
   */
  PatternShapes parse() {
    PatternShapes all = alternatives();
    if (at < regex.length()) {
      throw unknown();
    }
    return all;
  }

  private PatternShapes alternatives() {
    List<PatternShapes> parts = new ArrayList<>();
    do {
      parts.add(sequence());
    } while (take("|"));
    return parts.size() == 1 ? parts.get(0) : new PatternShapes.Either(parts);
  }

  private PatternShapes sequence() {
    List<PatternShapes> parts = new ArrayList<>();
    while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
      if (take("\\Q")) {
        int end = regex.indexOf("\\E", at) < 0 ? regex.length() : regex.indexOf("\\E", at);
        for (; at < end; at++) {
          parts.add(new PatternShapes.One(regex.substring(at, at + 1)));
        }
        take("\\E");
      } else if (!anchor()) {
        parts.add(quantified(atom()));
      }
    }
    return parts.size() == 1 ? parts.get(0) : new PatternShapes.Sequence(parts);
  }

  private boolean anchor() {
    return take("^") || take("$") || take("\\A") || take("\\z") || take("\\Z");
  }

  private PatternShapes atom() {
    if (take("(")) {
      return group();
    }
    int start = at;
    char c = regex.charAt(at++);
    if (c == '[') {
      set();
    } else if (c == '\\') {
      escape();
    } else if ("*+?{".indexOf(c) >= 0) {
      throw unknown();
    }
    return new PatternShapes.One(characters(regex.substring(start, at)));
  }

  private PatternShapes group() {
    if (take("?")) {
      char mark = take("<") ? '>' : ':';
      at = word();
      if (mark == ':' && take(")")) {
        return new PatternShapes.Sequence(List.of()); // flags: Pattern will see them
      }
      if (!take(String.valueOf(mark))) {
        throw unknown();
      }
    }
    PatternShapes inside = alternatives();
    if (!take(")")) {
      throw unknown();
    }
    return inside;
  }

  /** Where the letters and digits from here on end. */
  private int word() {
    int end = at;
    while (end < regex.length() && Character.isLetterOrDigit(regex.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Passes a class in brackets, with those inside it. */
  private void set() {
    take("^");
    take("]");
    for (int depth = 1; depth > 0; at++) {
      if (at >= regex.length()) {
        throw unknown();
      }
      char c = regex.charAt(at);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      at += c == '\\' ? 1 : 0;
    }
  }

  /** Passes what stands behind a backslash. */
  private void escape() {
    char c = at < regex.length() ? regex.charAt(at++) : 'b';
    if (c == 'p' || c == 'P' || c == 'x') {
      int close = regex.indexOf('}', at);
      boolean braces = take("{") && close >= 0;
      at = braces ? close + 1 : Math.min(regex.length(), at + (c == 'x' ? 2 : 1));
    } else if (c == 'u') {
      at = Math.min(regex.length(), at + 4);
    } else if (c == 'c') {
      at = Math.min(regex.length(), at + 1);
    } else if (Character.isLetterOrDigit(c) && "dDwWsShHtnrfe".indexOf(c) < 0) {
      throw unknown();
    }
  }

  /**
   * The characters that match an expression for one: of ASCII, or if there is none, others. Of a
   * class that excludes, small letters and digits will do.
   */
  private String characters(String atom) {
    if (atom.length() == 1 && atom.charAt(0) != '.') {
      return atom;
    }
    Pattern pattern = Pattern.compile(atom);
    boolean excludes =
        atom.startsWith("[^")
            || ".\\S\\D\\W\\P".contains(atom.substring(0, Math.min(2, atom.length())));
    String usual = excludes ? matching(pattern, USUAL) : "";
    String ascii = usual.isEmpty() ? matching(pattern, ' ', '~') : usual;
    String all = ascii.isEmpty() ? matching(pattern, 1, '\ufffd') : ascii;
    if (all.isEmpty()) {
      throw unknown();
    }
    return all;
  }

  private static String matching(Pattern pattern, String candidates) {
    StringBuilder matching = new StringBuilder();
    for (int i = 0; i < candidates.length(); i++) {
      String candidate = candidates.substring(i, i + 1);
      if (pattern.matcher(candidate).matches()) {
        matching.append(candidate);
      }
    }
    return matching.toString();
  }

  private static String matching(Pattern pattern, int first, int last) {
    StringBuilder matching = new StringBuilder();
    for (int c = first; c <= last && matching.length() < MOST_OTHERS; c++) {
      if (!Character.isSurrogate((char) c) && Character.isDefined(c)) {
        matching.append(matching(pattern, String.valueOf((char) c)));
      }
    }
    return matching.toString();
  }

  private PatternShapes quantified(PatternShapes part) {
    PatternShapes repeated = part;
    if (take("?")) {
      repeated = new PatternShapes.Repeat(part, 0, 1);
    } else if (take("*")) {
      repeated = new PatternShapes.Repeat(part, 0, PatternShapes.ENDLESS);
    } else if (take("+")) {
      repeated = new PatternShapes.Repeat(part, 1, PatternShapes.ENDLESS);
    } else if (take("{")) {
      repeated = counted(part);
    }
    if (repeated != part && !take("?")) {
      take("+");
    }
    return repeated;
  }

  private PatternShapes counted(PatternShapes part) {
    int least = number();
    int most = least;
    if (take(",")) {
      most = regex.startsWith("}", at) ? PatternShapes.ENDLESS : number();
    }
    if (!take("}")) {
      throw unknown();
    }
    return new PatternShapes.Repeat(part, least, most);
  }

  private int number() {
    int number = 0;
    for (; at < regex.length() && Character.isDigit(regex.charAt(at)); at++) {
      number = Math.min(PatternShapes.ENDLESS, number * 10 + regex.charAt(at) - '0');
    }
    return number;
  }

  private boolean take(String text) {
    boolean there = regex.startsWith(text, at);
    at += there ? text.length() : 0;
    return there;
  }

  private ValueException unknown() {
    return new ValueException("no text can be built for the pattern " + regex);
  }
}
