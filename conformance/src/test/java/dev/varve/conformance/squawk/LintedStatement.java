package dev.varve.conformance.squawk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that squawk looks at.
 *
 * @param sql without its semicolon
 * @param guarded whether it stands in a DO block that first looks whether it is needed
 */
record LintedStatement(String sql, boolean guarded) {
  private static final Pattern INNER =
      Pattern.compile("(?ms)^\\s*((?:ALTER|CREATE|DROP|UPDATE) .*?);\\s*$");

  /** A statement as the server gets it, and those of a DO block, which for squawk is only text. */
  static List<LintedStatement> of(String sql) {
    List<LintedStatement> all = new ArrayList<>();
    all.add(new LintedStatement(sql, false));
    if (sql.startsWith("DO ")) {
      Matcher inner = INNER.matcher(sql);
      while (inner.find()) {
        all.add(new LintedStatement(inner.group(1), sql.contains("\n  IF ")));
      }
    }
    return all;
  }
}
