package dev.varve.schema.sql;

import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import java.util.Locale;
import java.util.Set;

/**
 * How names are read and written in a fragment of SQL for some dialects.
 *
 * <p>PostgreSQL makes names without quotes small (<a
 * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers
 * and Key Words</a>); SQLite doesn't tell capitals of ASCII from small letters, quoted or not. What
 * is written for both is read as PostgreSQL does.
 */
final class FragmentNames {
  /**
   * Words of expressions that SQLite or PostgreSQL would let be columns, but not without quotes.
   */
  private static final Set<String> SYNTAX =
      Set.of(
          "and",
          "as",
          "at",
          "between",
          "case",
          "cast",
          "collate",
          "current_date",
          "current_time",
          "current_timestamp",
          "distinct",
          "else",
          "end",
          "escape",
          "exists",
          "false",
          "filter",
          "from",
          "glob",
          "in",
          "is",
          "isnull",
          "like",
          "match",
          "not",
          "notnull",
          "null",
          "or",
          "over",
          "raise",
          "regexp",
          "select",
          "then",
          "true",
          "when",
          "where",
          "zone");

  private final Set<Dialect> dialects;
  private final boolean folds;

  FragmentNames(Set<Dialect> dialects) {
    this.dialects = dialects;
    folds = dialects.contains(Dialect.POSTGRESQL);
  }

  /** A name in quotes if any of the dialects wants them. */
  String quoted(String name) {
    for (Dialect dialect : dialects) {
      String quoted = Identifiers.of(dialect).quoted(name);
      if (!quoted.equals(name)) {
        return quoted;
      }
    }
    return name;
  }

  /** A name in the place of another: quotes that weren't needed stay. */
  String inPlaceOf(Token token, String old, String name) {
    boolean needless = token.kind() == Token.Kind.QUOTED && quoted(old).equals(old);
    return needless ? '"' + name.replace("\"", "\"\"") + '"' : quoted(name);
  }

  /** Whether a token means {@code name}. */
  boolean matches(Token token, String name) {
    return switch (token.kind()) {
      case QUOTED -> folds ? token.name().equals(name) : token.name().equalsIgnoreCase(name);
      case WORD -> isWordFor(token.text(), name);
      case TEXT, NUMBER, SYMBOL -> false;
    };
  }

  private boolean isWordFor(String word, String name) {
    if (!word.equalsIgnoreCase(name)) {
      return false;
    }
    String small = word.toLowerCase(Locale.ROOT);
    return folds
        ? small.equals(name) && !SYNTAX.contains(small) && !Keywords.POSTGRESQL.contains(small)
        : !SYNTAX.contains(small);
  }

  /** The name of a table as it stands before the point of a column. */
  String table(QualifiedName name) {
    return folds ? name.name() : Identifiers.flat(name);
  }
}
