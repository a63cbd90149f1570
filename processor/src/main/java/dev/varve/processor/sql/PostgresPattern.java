package dev.varve.processor.sql;

import java.util.Optional;

/**
 * Java's regular expressions as PostgreSQL's (<a
 * href="https://www.postgresql.org/docs/current/functions-matching.html#POSIX-SYNTAX-DETAILS">Regular
 * Expression Details</a>), where these have the same.
 */
public final class PostgresPattern {
  private final String regex;
  private final StringBuilder result = new StringBuilder("^(?:");
  private boolean inClass;
  private boolean possible = true;
  private int at;

  private PostgresPattern(String regex) {
    this.regex = regex;
  }

  /** A pattern that the same whole texts match; empty: there is none that is surely the same. */
  public static Optional<String> of(String regex) {
    PostgresPattern pattern = new PostgresPattern(regex);
    while (pattern.at < regex.length() && pattern.possible) {
      pattern.next();
    }
    return pattern.possible
        ? Optional.of(pattern.result.append(")$").toString())
        : Optional.empty();
  }

  private void next() {
    char c = regex.charAt(at);
    if (c < ' ') {
      possible = false;
    } else if (c == '\\') {
      escape();
    } else if (inClass) {
      inClass(c);
    } else {
      outside(c);
    }
    at++;
  }

  /** {@code \b} is a word's end in Java and a backspace in PostgreSQL. */
  private void escape() {
    at++;
    char c = at < regex.length() ? regex.charAt(at) : 'Q';
    if (c == 'b' && !inClass) {
      result.append("\\y");
    } else if (c == 'B' && !inClass) {
      result.append("\\Y");
    } else if ("dDwWsSnrtfu".indexOf(c) >= 0
        || !Character.isLetterOrDigit(c)
        || isBackReference(c)) {
      result.append('\\').append(c);
    } else {
      possible = false;
    }
  }

  private boolean isBackReference(char c) {
    return !inClass && c >= '1' && c <= '9';
  }

  /** Java's classes nest and intersect, PostgreSQL's don't; there {@code [:} starts a name. */
  private void inClass(char c) {
    if (c == '[' || regex.startsWith("&&", at)) {
      possible = false;
    }
    inClass = c != ']';
    result.append(c);
  }

  private void outside(char c) {
    boolean quantifier = c == '*' || c == '+' || c == '?' || c == '}';
    if (quantifier && at + 1 < regex.length() && regex.charAt(at + 1) == '+') {
      possible = false; // a possessive quantifier
    }
    if (regex.startsWith("(?", at)) {
      possible = isGroup();
    }
    if (c == '[') {
      inClass = true;
    }
    result.append(c);
  }

  /** Groups without name or flags, looking ahead and behind. */
  private boolean isGroup() {
    String rest = regex.substring(at + 2);
    return rest.startsWith(":")
        || rest.startsWith("=")
        || rest.startsWith("!")
        || rest.startsWith("<=")
        || rest.startsWith("<!");
  }
}
