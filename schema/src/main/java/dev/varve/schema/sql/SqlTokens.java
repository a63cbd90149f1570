package dev.varve.schema.sql;

import dev.varve.schema.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Splits a fragment of SQL into tokens. */
public final class SqlTokens {
  /** What makes a text no fragment of SQL at all. */
  public enum Flaw {
    /** A literal or quoted name that doesn't end. */
    OPEN_QUOTE("a quote that isn't closed"),
    /** More parentheses opened than closed. */
    OPEN_PARENTHESIS("a \"(\" that isn't closed"),
    /** A parenthesis closed that wasn't opened. */
    CLOSING_PARENTHESIS("a \")\" that was never opened"),
    /** The end of a statement. */
    SEMICOLON("a \";\""),
    /** A comment, which would hide what follows. */
    COMMENT("a comment"),
    /** An operator that lacks what it works on. */
    LONELY_OPERATOR("an operator without anything on one of its sides"),
    /** NUL or another control character that isn't white space. */
    CONTROL_CHARACTER("a control character");

    private final String display;

    Flaw(String display) {
      this.display = display;
    }

    /** What was found, as part of a sentence. */
    public String display() {
      return display;
    }
  }

  private static final String OPERATORS = "+-*/<>=~!@#%^&|`?:";

  /** Operators that may stand before their only operand. */
  private static final Set<String> PREFIXES = Set.of("+", "-", "~", "@", "|/", "||/", "!!", "#");

  private static final Set<String> WORD_OPERATORS =
      Set.of("and", "or", "in", "like", "ilike", "between", "is");

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private Optional<Flaw> flaw = Optional.empty();
  private int at;
  private int depth;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  /** Reads {@code sql}. */
  public static SqlTokens of(String sql) {
    SqlTokens tokens = new SqlTokens(sql);
    while (tokens.at < sql.length()) {
      tokens.next();
    }
    if (tokens.depth > 0) {
      tokens.found(Flaw.OPEN_PARENTHESIS);
    }
    if (tokens.flaw.isEmpty() && tokens.hasLonelyOperator()) {
      tokens.found(Flaw.LONELY_OPERATOR);
    }
    return tokens;
  }

  private void found(Flaw found) {
    if (flaw.isEmpty()) {
      flaw = Optional.of(found);
    }
  }

  private boolean hasLonelyOperator() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean first = i == 0 || tokens.get(i - 1).isSymbol("(");
      boolean last = i == tokens.size() - 1 || tokens.get(i + 1).isSymbol(")");
      // count(*) is no product.
      if (isOperator(token)
          && !(first && last && token.isSymbol("*") && i > 0)
          && (last || first && !PREFIXES.contains(token.text()))) {
        return true;
      }
    }
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).isWord("not");
  }

  private static boolean isOperator(Token token) {
    return switch (token.kind()) {
      case SYMBOL -> OPERATORS.indexOf(token.text().charAt(0)) >= 0;
      case WORD -> WORD_OPERATORS.contains(token.name());
      case QUOTED, TEXT, NUMBER -> false;
    };
  }

  /** The tokens without comments; up to a quote that isn't closed. */
  public List<Token> tokens() {
    return tokens;
  }

  /** What is wrong with the text, the first of it; empty: nothing. */
  public Optional<Flaw> flaw() {
    return flaw;
  }

  private void next() {
    char c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c < ' ' || c == 0x7f) {
      found(Flaw.CONTROL_CHARACTER);
      at++;
    } else if (c == ';') {
      found(Flaw.SEMICOLON);
      add(Kind.SYMBOL, at + 1);
    } else if (sql.startsWith("--", at) || sql.startsWith("/*", at)) {
      found(Flaw.COMMENT);
      at = SqlComments.end(sql, at);
    } else if (c == '\'') {
      quoted(c, Kind.TEXT);
    } else if ((c == 'E' || c == 'e') && sql.startsWith("'", at + 1)) {
      escaped();
    } else if (c == '"') {
      quoted(c, Kind.QUOTED);
    } else if (isDigit(c) || c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1))) {
      number();
    } else if (c == '$') {
      dollar();
    } else if (isWordStart(c)) {
      word();
    } else {
      symbol(c);
    }
  }

  private void quoted(char quote, Kind kind) {
    int end = at + 1;
    while (end < sql.length()) {
      if (sql.charAt(end) != quote) {
        end++;
      } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
        end += 2;
      } else {
        add(kind, end + 1);
        return;
      }
    }
    openQuote();
  }

  private void openQuote() {
    found(Flaw.OPEN_QUOTE);
    at = sql.length();
  }

  /** PostgreSQL's {@code E'it\'s'}, in which a backslash takes the next character with it. */
  private void escaped() {
    int end = at + 2;
    while (end < sql.length() && (sql.charAt(end) != '\'' || sql.startsWith("''", end))) {
      end += sql.charAt(end) == '\\' || sql.charAt(end) == '\'' ? 2 : 1;
    }
    if (end >= sql.length()) {
      openQuote();
    } else {
      add(Kind.TEXT, end + 1);
    }
  }

  /** PostgreSQL's {@code $tag$it's$tag$}; a lone dollar is a symbol. */
  private void dollar() {
    int tagEnd = at + 1;
    while (tagEnd < sql.length() && isWordPart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
      tagEnd++;
    }
    if (!sql.startsWith("$", tagEnd) || isDigit(sql.charAt(at + 1))) {
      add(Kind.SYMBOL, at + 1);
      return;
    }
    String tag = sql.substring(at, tagEnd + 1);
    int close = sql.indexOf(tag, tagEnd + 1);
    if (close < 0) {
      openQuote();
    } else {
      add(Kind.TEXT, close + tag.length());
    }
  }

  private void number() {
    int end = at;
    while (end < sql.length() && (isDigit(sql.charAt(end)) || sql.charAt(end) == '.')) {
      end++;
    }
    if (end < sql.length() && (sql.charAt(end) == 'e' || sql.charAt(end) == 'E')) {
      int digits = end + 1;
      if (digits < sql.length() && (sql.charAt(digits) == '+' || sql.charAt(digits) == '-')) {
        digits++;
      }
      if (digits < sql.length() && isDigit(sql.charAt(digits))) {
        end = digits;
        while (end < sql.length() && isDigit(sql.charAt(end))) {
          end++;
        }
      }
    }
    add(Kind.NUMBER, end);
  }

  private void word() {
    int end = at + 1;
    while (end < sql.length() && isWordPart(sql.charAt(end))) {
      end++;
    }
    add(Kind.WORD, end);
  }

  private void symbol(char c) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth < 0) {
      found(Flaw.CLOSING_PARENTHESIS);
    }
    int end = at + 1;
    if (OPERATORS.indexOf(c) >= 0) {
      while (end < sql.length()
          && OPERATORS.indexOf(sql.charAt(end)) >= 0
          && !endsBeforeSign(end)
          && !sql.startsWith("--", end)) {
        end++;
      }
    }
    add(Kind.SYMBOL, end);
  }

  /** In {@code a>-1} the sign belongs to the number. */
  private boolean endsBeforeSign(int end) {
    char c = sql.charAt(end);
    return (c == '-' || c == '+')
        && "<>=*/+-%".indexOf(sql.charAt(end - 1)) >= 0
        && !sql.startsWith("->", end);
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, sql.substring(at, end), at));
    at = end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 0x7f;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c) || c == '$';
  }
}
