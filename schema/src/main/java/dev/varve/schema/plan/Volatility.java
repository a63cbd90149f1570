package dev.varve.schema.plan;

import dev.varve.schema.sql.SqlTokens;
import dev.varve.schema.sql.Token;
import dev.varve.schema.sql.Token.Kind;
import java.util.List;
import java.util.Set;

/**
 * Whether PostgreSQL computes a default once for all rows that are there: then a column with it is
 * added without a look at them (<a
 * href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER
 * TABLE, Notes</a>).
 */
final class Volatility {
  /**
   * What may stand before a parenthesis: functions that the catalog {@code pg_proc} calls stable or
   * immutable, types with a length, and words of the language.
   */
  private static final Set<String> STEADY =
      Set.of(
          ("abs array_append array_cat array_fill array_length array_prepend array_to_string ascii"
                  + " btrim ceil ceiling char character char_length chr coalesce concat concat_ws"
                  + " current_database current_schema current_setting current_time"
                  + " current_timestamp date_part date_trunc decimal decode div encode exp extract"
                  + " floor format greatest in initcap interval json_build_array json_build_object"
                  + " jsonb_build_array jsonb_build_object least left length ln localtime"
                  + " localtimestamp log lower lpad ltrim make_date make_interval make_time"
                  + " make_timestamp make_timestamptz md5 mod not now nullif numeric or and"
                  + " octet_length pi position power quote_ident quote_literal regexp_replace"
                  + " repeat replace reverse right round rpad rtrim sha256 sign split_part sqrt"
                  + " statement_timestamp strpos substr substring time timestamp timestamptz"
                  + " to_char to_date to_json to_jsonb to_number to_timestamp"
                  + " transaction_timestamp translate trim trunc upper varchar varying")
              .split(" "));

  private Volatility() {}

  /** Whether the expression calls nothing but functions known not to be volatile. */
  static boolean isSteady(String expression) {
    List<Token> tokens = SqlTokens.of(expression).tokens();
    for (int i = 1; i < tokens.size(); i++) {
      Token before = tokens.get(i - 1);
      if (tokens.get(i).isSymbol("(") && mayBeCalled(before) && !isKnown(tokens, i - 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayBeCalled(Token token) {
    return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED;
  }

  private static boolean isKnown(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    boolean qualified = i > 0 && tokens.get(i - 1).isSymbol(".");
    return token.kind() == Kind.WORD && !qualified && STEADY.contains(token.name());
  }
}
