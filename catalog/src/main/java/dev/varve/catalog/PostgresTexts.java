package dev.varve.catalog;

import dev.varve.schema.sql.SqlTokens;
import dev.varve.schema.sql.Token;
import dev.varve.schema.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Expressions as PostgreSQL writes them.
 *
 * <p>When a column's type changes, the server reads its own text of the expressions over it anew,
 * and constants keep traces of the former type: {@code kind IN ('a')} over a varchar is {@code
 * ARRAY['a'::character varying]}, but {@code ARRAY[('a'::character varying)::text]} once the column
 * was made longer (measured with 18). So casts of constants between types of text, or between
 * integers, count for nothing; those with a length do.
 */
final class PostgresTexts {
  private static final Set<String> TYPES = Set.of("text", "smallint", "integer", "bigint");

  private final String text;
  private final List<Token> tokens;

  private PostgresTexts(String text) {
    this.text = text;
    tokens = new ArrayList<>(SqlTokens.of(text).tokens());
  }

  /** The text by which two of a server's expressions are compared. */
  static String comparable(String text) {
    if (!text.contains("::")) {
      return text;
    }
    PostgresTexts texts = new PostgresTexts(text);
    boolean changed = true;
    while (changed) {
      changed = texts.dropCasts() | texts.dropParentheses();
    }
    return texts.joined();
  }

  /** What is left, with a blank where one was beside it. */
  private String joined() {
    StringBuilder joined = new StringBuilder(text.length());
    int end = 0;
    for (Token token : tokens) {
      boolean apart = isBlank(end) || token.start() > 0 && isBlank(token.start() - 1);
      joined.append(apart && joined.length() > 0 ? " " : "").append(token.text());
      end = token.start() + token.text().length();
    }
    return joined.toString();
  }

  private boolean isBlank(int position) {
    return position < text.length() && Character.isWhitespace(text.charAt(position));
  }

  private boolean dropCasts() {
    boolean changed = false;
    for (int i = tokens.size() - 2; i > 0; i--) {
      if (is(i, "::") && endsConstant(i - 1)) {
        int end = typeEnd(i + 1);
        if (end > 0) {
          tokens.subList(i, end).clear();
          changed = true;
        }
      }
    }
    return changed;
  }

  /** Where a type ends that counts for nothing; 0: it's another. */
  private int typeEnd(int start) {
    int end;
    if (start < tokens.size() && TYPES.contains(tokens.get(start).text())) {
      end = start + 1;
    } else if (is(start, "character") && is(start + 1, "varying")) {
      end = start + 2;
    } else {
      return 0;
    }
    if (is(end, "[") && is(end + 1, "]")) {
      end += 2;
    }
    return is(end, "(") ? 0 : end;
  }

  /** Parentheses around a constant, unless they're those of a call. */
  private boolean dropParentheses() {
    boolean changed = false;
    for (int i = tokens.size() - 1; i > 0; i--) {
      if (is(i, ")") && endsConstant(i - 1)) {
        int open = constantStart(i - 1) - 1;
        if (is(open, "(") && !isCall(open)) {
          tokens.remove(i);
          tokens.remove(open);
          changed = true;
        }
      }
    }
    return changed;
  }

  private boolean isCall(int open) {
    Kind before = open > 0 ? tokens.get(open - 1).kind() : Kind.SYMBOL;
    return before == Kind.WORD || before == Kind.QUOTED;
  }

  private boolean endsConstant(int position) {
    return constantStart(position) >= 0;
  }

  /** Where the constant starts that ends here, a literal or an array of such; -1: there is none. */
  private int constantStart(int end) {
    if (isLiteral(end)) {
      return end;
    }
    if (is(end, ")")) {
      int start = constantStart(end - 1);
      return start > 0 && is(start - 1, "(") && !isCall(start - 1) ? start - 1 : -1;
    }
    if (!is(end, "]")) {
      return -1;
    }
    int i = end - 1;
    while (i > 0 && (isLiteral(i) || is(i, ","))) {
      i--;
    }
    return is(i, "[") && is(i - 1, "ARRAY") ? i - 1 : -1;
  }

  private boolean isLiteral(int position) {
    if (position < 0) {
      return false;
    }
    Token token = tokens.get(position);
    return token.kind() == Kind.TEXT || token.kind() == Kind.NUMBER || token.isWord("null");
  }

  private boolean is(int position, String token) {
    return position >= 0 && position < tokens.size() && tokens.get(position).text().equals(token);
  }
}
