package dev.varve.catalog;

import dev.varve.catalog.SqliteToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQLite's SQL into tokens, without white space and comments (<a
 * href="https://www.sqlite.org/c3ref/complete.html">tokenize.c</a> and <a
 * href="https://www.sqlite.org/lang_keywords.html">SQLite Keywords</a>).
 */
final class SqliteLexer {
  private final String sql;
  private final List<SqliteToken> tokens = new ArrayList<>();
  private int at;

  private SqliteLexer(String sql) {
    this.sql = sql;
  }

  static List<SqliteToken> tokens(String sql) {
    SqliteLexer lexer = new SqliteLexer(sql);
    while (lexer.skipBlanks()) {
      lexer.read();
    }
    return lexer.tokens;
  }

  /**
   * The text by which two fragments are compared: one blank between tokens, names without quotes,
   * words in small letters. After a renaming SQLite itself puts quotes around names.
   */
  static String comparable(String sql) {
    StringBuilder text = new StringBuilder(sql.length());
    for (SqliteToken token : tokens(sql)) {
      text.append(text.isEmpty() ? "" : " ");
      text.append(
          token.kind() == Kind.LITERAL && token.text().charAt(0) == '\''
              ? token.text()
              : lowerCase(token.text()));
    }
    return text.toString();
  }

  /** SQLite knows the capitals of ASCII only. */
  static String lowerCase(String name) {
    StringBuilder lower = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return lower.toString();
  }

  private boolean skipBlanks() {
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at))) {
        at++;
      } else if (sql.startsWith("--", at)) {
        at = orEnd(sql.indexOf('\n', at));
      } else if (sql.startsWith("/*", at)) {
        int close = sql.indexOf("*/", at + 2);
        at = close < 0 ? sql.length() : close + 2;
      } else {
        return true;
      }
    }
    return false;
  }

  private int orEnd(int position) {
    return position < 0 ? sql.length() : position;
  }

  private void read() {
    char c = sql.charAt(at);
    switch (c) {
      case '"', '`' -> quoted(c);
      case '[' -> bracketed();
      case '\'' -> add(Kind.LITERAL, closing('\'', at));
      default -> {
        if ((c == 'x' || c == 'X') && sql.startsWith("'", at + 1)) {
          add(Kind.LITERAL, closing('\'', at + 1));
        } else if (isDigit(at) || c == '.' && isDigit(at + 1)) {
          add(Kind.LITERAL, numberEnd());
        } else if (isWordPart(c)) {
          add(Kind.WORD, wordEnd());
        } else {
          add(Kind.SIGN, signEnd());
        }
      }
    }
  }

  private void add(Kind kind, int end) {
    tokens.add(new SqliteToken(kind, sql.substring(at, end), at, end));
    at = end;
  }

  private void quoted(char quote) {
    int end = closing(quote, at);
    String mark = String.valueOf(quote);
    String name = sql.substring(at + 1, Math.max(at + 1, end - 1)).replace(mark + mark, mark);
    tokens.add(new SqliteToken(Kind.QUOTED, name, at, end));
    at = end;
  }

  private void bracketed() {
    int close = sql.indexOf(']', at);
    int end = close < 0 ? sql.length() : close + 1;
    tokens.add(new SqliteToken(Kind.QUOTED, sql.substring(at + 1, end - 1), at, end));
    at = end;
  }

  /** The end of what the quote at {@code open} opens; a doubled quote stands for itself. */
  private int closing(char quote, int open) {
    int i = open + 1;
    while (i < sql.length()) {
      if (sql.charAt(i) == quote) {
        if (i + 1 == sql.length() || sql.charAt(i + 1) != quote) {
          return i + 1;
        }
        i++;
      }
      i++;
    }
    return sql.length();
  }

  private int numberEnd() {
    int i = at;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      boolean signOfExponent =
          (c == '+' || c == '-')
              && (sql.charAt(i - 1) == 'e' || sql.charAt(i - 1) == 'E')
              && !sql.startsWith("0x", at);
      if (!isWordPart(c) && c != '.' && !signOfExponent) {
        break;
      }
      i++;
    }
    return i;
  }

  private int wordEnd() {
    int i = at;
    while (i < sql.length() && isWordPart(sql.charAt(i))) {
      i++;
    }
    return i;
  }

  private int signEnd() {
    for (String sign : new String[] {"->>", "->", "||", "<<", ">>", "<=", ">=", "<>", "!=", "=="}) {
      if (sql.startsWith(sign, at)) {
        return at + sign.length();
      }
    }
    return at + 1;
  }

  private boolean isDigit(int i) {
    return i < sql.length() && sql.charAt(i) >= '0' && sql.charAt(i) <= '9';
  }

  private static boolean isWordPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '$'
        || c > 0x7f;
  }
}
