package dev.varve.schema.plan;

import dev.varve.schema.sql.SqlTokens;
import dev.varve.schema.sql.Token;
import java.util.List;
import java.util.Set;

/** Whether an expression may have no value for some row. */
final class Nullness {
  /** Key words that have a value by themselves; all are reserved, so no column is called so. */
  private static final Set<String> VALUES =
      Set.of(
          "true",
          "false",
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "current_user",
          "session_user");

  /** Types that may stand before a literal; columns may be called so, too. */
  private static final Set<String> TYPES =
      Set.of("interval", "date", "time", "timestamp", "timestamptz");

  /** Functions that have a value where all that they're given has one. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "clock_timestamp",
          "coalesce",
          "concat",
          "gen_random_uuid",
          "length",
          "lower",
          "md5",
          "nextval",
          "now",
          "random",
          "repeat",
          "round",
          "statement_timestamp",
          "transaction_timestamp",
          "upper",
          "uuidv4",
          "uuidv7");

  private Nullness() {}

  /** False only where it is sure: it reads no column, and calls nothing that isn't known. */
  static boolean mayBeNull(String expression) {
    List<Token> tokens = SqlTokens.of(expression).tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean isName = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED;
      if (isName && !hasValue(tokens, i) && !isCast(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasValue(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (token.kind() == Token.Kind.QUOTED) {
      return false;
    }
    String name = token.name();
    if (i + 1 == tokens.size()) {
      return VALUES.contains(name);
    }
    Token next = tokens.get(i + 1);
    return VALUES.contains(name)
        || next.isSymbol("(") && FUNCTIONS.contains(name)
        || next.isSymbol("[") && name.equals("array")
        || next.kind() == Token.Kind.TEXT && TYPES.contains(name);
  }

  /** {@code ::mood}, {@code ::kind.mood}. */
  private static boolean isCast(List<Token> tokens, int i) {
    boolean qualifies = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol(".");
    boolean qualified = i > 1 && tokens.get(i - 1).isSymbol(".");
    int before = qualified && !qualifies ? i - 3 : i - 1;
    return before >= 0 && tokens.get(before).isSymbol("::");
  }
}
