package dev.varve.catalog;

/**
 * A token of SQLite's SQL.
 *
 * @param kind what it is
 * @param text a name without its quotes, all else as it stands
 * @param start where it starts
 * @param end where it ends
 */
record SqliteToken(Kind kind, String text, int start, int end) {
  /** What a token is. */
  enum Kind {
    /** A key word, or a name without quotes. */
    WORD,
    /** A name in quotes of any kind. */
    QUOTED,
    /** A number, a text or bytes. */
    LITERAL,
    /** An operator or other sign. */
    SIGN
  }

  /** Whether it's a key word, in any letters. */
  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  /** Whether it's a sign. */
  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Whether it can be the name of something. */
  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }
}
