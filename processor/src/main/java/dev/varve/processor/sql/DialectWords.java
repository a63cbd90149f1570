package dev.varve.processor.sql;

import dev.varve.schema.Dialect;
import dev.varve.schema.sql.Token;
import dev.varve.schema.sql.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one dialect knows and the other doesn't, as far as people often use it in conditions and
 * defaults (<a href="https://www.postgresql.org/docs/current/functions.html">PostgreSQL's functions
 * and operators</a>, <a href="https://www.sqlite.org/lang_corefunc.html">SQLite's functions</a>).
 */
public final class DialectWords {
  private static final Set<String> POSTGRESQL_FUNCTIONS =
      Set.of(
          "age",
          "array_length",
          "array_position",
          "btrim",
          "cardinality",
          "char_length",
          "character_length",
          "clock_timestamp",
          "date_part",
          "date_trunc",
          "extract",
          "gen_random_uuid",
          "greatest",
          "initcap",
          "isfinite",
          "jsonb_array_length",
          "jsonb_typeof",
          "json_typeof",
          "least",
          "left",
          "lpad",
          "make_date",
          "md5",
          "nextval",
          "now",
          "num_nonnulls",
          "num_nulls",
          "overlay",
          "position",
          "regexp_like",
          "regexp_match",
          "regexp_replace",
          "reverse",
          "right",
          "rpad",
          "split_part",
          "starts_with",
          "statement_timestamp",
          "string_to_array",
          "strpos",
          "to_char",
          "to_date",
          "to_timestamp",
          "to_tsvector",
          "transaction_timestamp",
          "uuidv4",
          "uuidv7");

  private static final Set<String> POSTGRESQL_WORDS =
      Set.of("ilike", "similar", "array", "interval", "overlaps");

  private static final Set<String> POSTGRESQL_SYMBOLS =
      Set.of("::", "~*", "!~", "!~*", "@>", "<@", "&&", "~", "^", "@@", "?|", "?&");

  private static final Set<String> SQLITE_FUNCTIONS =
      Set.of(
          "datetime",
          "glob",
          "hex",
          "ifnull",
          "iif",
          "instr",
          "json_array_length",
          "json_valid",
          "julianday",
          "likely",
          "printf",
          "randomblob",
          "strftime",
          "total_changes",
          "typeof",
          "unhex",
          "unicode",
          "unixepoch",
          "unlikely",
          "zeroblob");

  private static final Set<String> SQLITE_WORDS = Set.of("glob", "regexp", "match");

  private static final Set<String> SQLITE_SYMBOLS = Set.of("==");

  private DialectWords() {}

  /**
   * The first token that {@code dialect} doesn't know; empty: none that is known to be foreign.
   *
   * @param columns the names of columns, which are no key words
   */
  public static Optional<String> foreignTo(
      Dialect dialect, List<Token> tokens, Set<String> columns) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean call = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
      boolean column = token.kind() == Kind.WORD && !call && columns.contains(token.name());
      if (!column && isForeign(dialect, token, call)) {
        return Optional.of(call ? token.text() + "()" : token.text());
      }
    }
    return Optional.empty();
  }

  private static boolean isForeign(Dialect dialect, Token token, boolean call) {
    return switch (dialect) {
      case SQLITE -> isIn(token, call, POSTGRESQL_FUNCTIONS, POSTGRESQL_WORDS, POSTGRESQL_SYMBOLS);
      case POSTGRESQL -> isIn(token, call, SQLITE_FUNCTIONS, SQLITE_WORDS, SQLITE_SYMBOLS);
    };
  }

  private static boolean isIn(
      Token token, boolean call, Set<String> functions, Set<String> words, Set<String> symbols) {
    if (token.kind() == Kind.SYMBOL) {
      return symbols.contains(token.text());
    }
    if (token.kind() != Kind.WORD) {
      return false;
    }
    return call ? functions.contains(token.name()) : words.contains(token.name());
  }
}
