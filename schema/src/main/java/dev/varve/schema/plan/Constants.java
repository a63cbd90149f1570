package dev.varve.schema.plan;

import dev.varve.schema.sql.SqlTokens;
import dev.varve.schema.sql.Token;
import dev.varve.schema.sql.Token.Kind;
import java.util.List;
import java.util.Set;

/**
 * Whether an expression is a literal, with casts at most. PostgreSQL notes such a default of a new
 * column once for all rows that are there, NOT NULL or not, without a look at them (<a
 * href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER
 * TABLE, Notes</a>).
 */
final class Constants {
  /** Words of types that have several. */
  private static final Set<String> LATER = Set.of("precision", "varying", "with", "without");

  private static final Set<String> ZONE = Set.of("time", "zone");

  private final List<Token> tokens;
  private int at;

  private Constants(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Whether it is sure that the expression is constant. */
  static boolean isConstant(String expression) {
    SqlTokens sql = SqlTokens.of(expression);
    Constants constants = new Constants(sql.tokens());
    return sql.flaw().isEmpty()
        && constants.literal()
        && constants.casts()
        && constants.at == sql.tokens().size();
  }

  private boolean literal() {
    if (symbol("(")) {
      return literal() && casts() && symbol(")");
    }
    if (word("cast")) {
      return symbol("(") && literal() && casts() && word("as") && type() && symbol(")");
    }
    boolean signed = symbol("-") || symbol("+");
    if (kind(Kind.NUMBER)) {
      return true;
    }
    return !signed && (kind(Kind.TEXT) || word("true") || word("false"));
  }

  private boolean casts() {
    while (symbol("::")) {
      if (!type()) {
        return false;
      }
    }
    return true;
  }

  /** {@code kinds.tier}, {@code numeric(12, 2)}, {@code timestamp with time zone}. */
  private boolean type() {
    if (!kind(Kind.WORD) && !kind(Kind.QUOTED)) {
      return false;
    }
    if (symbol(".") && !kind(Kind.WORD) && !kind(Kind.QUOTED)) {
      return false;
    }
    boolean later = false;
    while (oneOf(LATER) || later && oneOf(ZONE)) {
      later = true;
    }
    if (symbol("(")) {
      boolean more = kind(Kind.NUMBER);
      while (more && symbol(",")) {
        more = kind(Kind.NUMBER);
      }
      if (!more || !symbol(")")) {
        return false;
      }
    }
    return !symbol("[") || symbol("]");
  }

  private boolean symbol(String symbol) {
    return taken(at < tokens.size() && tokens.get(at).isSymbol(symbol));
  }

  private boolean word(String word) {
    return taken(at < tokens.size() && tokens.get(at).isWord(word));
  }

  private boolean kind(Kind kind) {
    return taken(at < tokens.size() && tokens.get(at).kind() == kind);
  }

  private boolean oneOf(Set<String> words) {
    boolean is = at < tokens.size() && tokens.get(at).kind() == Kind.WORD;
    return taken(is && words.contains(tokens.get(at).name()));
  }

  private boolean taken(boolean matches) {
    at += matches ? 1 : 0;
    return matches;
  }
}
