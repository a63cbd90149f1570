package dev.varve.processor.read;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** SQL's ways to say what texts look like, as Java's regular expressions for the whole text. */
final class TextPatterns {
  private TextPatterns() {}

  /**
   * {@code LIKE}'s pattern. SQLite ignores the case of ASCII letters, PostgreSQL doesn't: a text
   * that has the case of the pattern suits both.
   *
   * @return null if it has an escape, which only PostgreSQL knows
   */
  static @Nullable String like(String pattern, boolean ignoreCase) {
    StringBuilder regex = new StringBuilder(ignoreCase ? "(?is)" : "(?s)");
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        return null;
      }
      if (c == '%' || c == '_') {
        regex.append(c == '%' ? ".*" : ".");
      } else {
        literal(c, regex);
      }
    }
    return regex.toString();
  }

  /** SQLite's {@code GLOB}; null if a class of characters isn't closed. */
  static @Nullable String glob(String pattern) {
    StringBuilder regex = new StringBuilder("(?s)");
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' || c == '?') {
        regex.append(c == '*' ? ".*" : ".");
      } else if (c == '[') {
        int end = pattern.indexOf(']', pattern.startsWith("^", i + 1) ? i + 3 : i + 2);
        String inside = end < 0 ? "\\" : pattern.substring(i + 1, end);
        if (inside.indexOf('\\') >= 0 || inside.indexOf('[') >= 0 || inside.contains("&&")) {
          return null;
        }
        regex.append('[').append(inside.replace("]", "\\]")).append(']');
        i = end;
      } else {
        literal(c, regex);
      }
    }
    return compiles(regex.toString());
  }

  /**
   * PostgreSQL's regular expression, if all of it means the same in Java.
   *
   * @param ignoreCase whether the operator is {@code ~*}
   */
  static @Nullable String posix(String pattern, boolean ignoreCase) {
    boolean start = pattern.startsWith("^");
    boolean end = pattern.endsWith("$") && !pattern.endsWith("\\$");
    String inner = pattern.substring(start ? 1 : 0, pattern.length() - (end ? 1 : 0));
    if (pattern.length() < 2 && end || !isPlain(inner)) {
      return null;
    }
    String flags = ignoreCase ? "(?is)" : "(?s)";
    if (start && end && inner.indexOf('|') < 0) {
      return compiles(flags + inner);
    }
    boolean alternatives = inner.indexOf('|') >= 0 && (start || end);
    return alternatives
        ? null
        : compiles(flags + (start ? "" : ".*") + "(?:" + inner + ')' + (end ? "" : ".*"));
  }

  /** No names of classes, no look-around, no anchors inside, no escapes but those of classes. */
  private static boolean isPlain(String pattern) {
    if (pattern.contains("[:") || pattern.contains("(?") || pattern.contains("&&")) {
      return false;
    }
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
        char escaped = i < pattern.length() ? pattern.charAt(i) : 'Q';
        if (Character.isLetterOrDigit(escaped) && "dws".indexOf(escaped) < 0) {
          return false;
        }
      } else if (c == '$' || c == '^' && (i == 0 || pattern.charAt(i - 1) != '[')) {
        return false;
      }
    }
    return true;
  }

  private static void literal(char c, StringBuilder regex) {
    if ("\\^$.|?*+()[]{}".indexOf(c) >= 0) {
      regex.append('\\');
    }
    regex.append(c);
  }

  private static @Nullable String compiles(String regex) {
    try {
      Pattern.compile(regex);
      return regex;
    } catch (PatternSyntaxException e) {
      return null;
    }
  }
}
