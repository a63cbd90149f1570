package dev.varve.conformance.squawk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that squawk reports.
 *
 * @param script where
 * @param line in which line of its text, from 0
 * @param rule the rule's name
 * @param message what is wrong
 */
record Finding(LintedScript script, int line, String rule, String message) {
  private static final String NAME = "(?:\"[^\"]+\"|\\w+)";
  private static final Pattern TABLE = pattern("ALTER TABLE (%1$s(?:\\.%1$s)?)");
  private static final Pattern COLUMN =
      pattern("(?:ALTER|DROP|ADD) COLUMN (?:IF (?:NOT )?EXISTS )?(%1$s)");

  private static Pattern pattern(String form) {
    return Pattern.compile(form.formatted(NAME), Pattern.UNICODE_CHARACTER_CLASS);
  }

  LintedStatement statement() {
    return script.at(line);
  }

  String sql() {
    return statement().sql();
  }

  /** The one line that is reported. */
  String text() {
    return script.text().lines().skip(line).findFirst().orElseThrow();
  }

  /** The altered column as hazards call it. */
  String column() {
    return find(TABLE, sql()) + '.' + find(COLUMN, text());
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1).replace("\"", "") : "";
  }

  boolean says(String regex) {
    return Pattern.compile(regex).matcher(text()).find();
  }

  boolean begins(String start) {
    return sql().startsWith(start);
  }

  @Override
  public String toString() {
    return "%s line %d: %s: %s%n  %s".formatted(script.name(), line + 1, rule, message, sql());
  }
}
