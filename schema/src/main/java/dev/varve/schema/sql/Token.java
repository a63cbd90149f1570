package dev.varve.schema.sql;

import java.util.Locale;

/**
 * A word, literal or symbol of SQL.
 *
 * @param kind what it is
 * @param text as it is written, with its quotes
 * @param start where it starts in the fragment, counted in chars from 0
 */
public record Token(Kind kind, String text, int start) {
  /** Kinds of tokens. */
  public enum Kind {
    /** A name without quotes, or a key word. */
    WORD,
    /** A name in double quotes. */
    QUOTED,
    /** A text literal. */
    TEXT,
    /** A number without sign. */
    NUMBER,
    /** An operator or a mark: one or more characters. */
    SYMBOL
  }

  /** Where what follows it starts, at the earliest. */
  int end() {
    return start + text.length();
  }

  /** Whether it is a name, with or without quotes, or a key word. */
  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  /** Whether it is that symbol. */
  public boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether it is that key word, given in small letters. */
  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  /**
   * The name that a word or quoted name stands for: words in small letters, as PostgreSQL reads.
   */
  public String name() {
    return kind == Kind.QUOTED
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text.toLowerCase(Locale.ROOT);
  }

  /** The value of a text literal. */
  public String literal() {
    if (text.charAt(0) == '$') {
      int tag = text.indexOf('$', 1) + 1;
      return text.substring(tag, text.length() - tag);
    }
    return text.substring(text.indexOf('\'') + 1, text.length() - 1).replace("''", "'");
  }
}
