package dev.varve.runtime.format;

/**
 * Cuts SQL into tokens, as far as it takes to know what is quoted, what is a comment and where a
 * statement ends. It knows what PostgreSQL (<a
 * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>) and
 * SQLite (<a href="https://www.sqlite.org/lang_comment.html">Comments</a>, <a
 * href="https://www.sqlite.org/lang_keywords.html">quoted names</a>) can write; a form that only
 * one of them has is harmless in the other.
 */
final class SqlScanner {
  /** What a token is. */
  enum Kind {
    /** Blanks, tabs and line ends. */
    SPACE,
    /** From {@code --} up to the line's end, which does not belong to it. */
    LINE_COMMENT,
    /** From {@code /*} to its end. */
    BLOCK_COMMENT,
    /** A string, a dollar-quoted string or a quoted name, with its quotes. */
    QUOTED,
    /** A name, a keyword or a number. */
    WORD,
    /** One other character. */
    SYMBOL,
    /** A quote or a comment that does not end: the rest of the text. */
    OPEN
  }

  private final String text;
  private final boolean nests;
  private Kind kind = Kind.SPACE;
  private int start;
  private int end;

  /**
   * A scanner before its first token.
   *
   * @param nests whether block comments nest: they do in PostgreSQL, they do not in SQLite
   */
  SqlScanner(String text, boolean nests) {
    this.text = text;
    this.nests = nests;
  }

  /** Goes to the next token; false at the end of the text. */
  boolean next() {
    start = end;
    if (start >= text.length()) {
      return false;
    }
    kind = scan(text.charAt(start));
    return true;
  }

  Kind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  /** The index after the token's last character. */
  int end() {
    return end;
  }

  String token() {
    return text.substring(start, end);
  }

  boolean isSymbol(char c) {
    return kind == Kind.SYMBOL && text.charAt(start) == c;
  }

  /** Whether the token is this word, without regard to case. */
  boolean isWord(String word) {
    return kind == Kind.WORD
        && end - start == word.length()
        && text.regionMatches(true, start, word, 0, word.length());
  }

  private Kind scan(char c) {
    if (isSpace(c)) {
      return space();
    }
    if (isWordPart(c)) {
      return word();
    }
    return switch (c) {
      case '-' -> at(1, '-') ? lineComment() : symbol();
      case '/' -> at(1, '*') ? blockComment() : symbol();
      case '\'', '"', '`' -> quoted(start + 1, c, false);
      case '[' -> bracketed();
      case '$' -> dollar();
      default -> symbol();
    };
  }

  private boolean at(int offset, char c) {
    return start + offset < text.length() && text.charAt(start + offset) == c;
  }

  private Kind symbol() {
    end = start + 1;
    return Kind.SYMBOL;
  }

  private Kind space() {
    int i = start + 1;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    end = i;
    return Kind.SPACE;
  }

  /** A word, or a string with backslash escapes: {@code E'…'} is one token. */
  private Kind word() {
    int i = start + 1;
    while (i < text.length() && (isWordPart(text.charAt(i)) || text.charAt(i) == '$')) {
      i++;
    }
    end = i;
    boolean escapes = i - start == 1 && (text.charAt(start) | 0x20) == 'e' && at(1, '\'');
    return escapes ? quoted(i + 1, '\'', true) : Kind.WORD;
  }

  private Kind lineComment() {
    int i = start + 2;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    end = i;
    return Kind.LINE_COMMENT;
  }

  private Kind blockComment() {
    int depth = 1;
    int i = start + 2;
    while (i + 1 < text.length()) {
      if (text.charAt(i) == '*' && text.charAt(i + 1) == '/') {
        i += 2;
        depth--;
        if (depth == 0) {
          end = i;
          return Kind.BLOCK_COMMENT;
        }
      } else if (nests && text.charAt(i) == '/' && text.charAt(i + 1) == '*') {
        i += 2;
        depth++;
      } else {
        i++;
      }
    }
    return open();
  }

  /** A doubled quote stands for itself: seen as two quoted parts, which comes to the same. */
  private Kind quoted(int from, char quote, boolean escapes) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (escapes && c == '\\') {
        i++;
      } else if (c == quote) {
        if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
          i++;
        } else {
          end = i + 1;
          return Kind.QUOTED;
        }
      }
    }
    return open();
  }

  /** SQLite's {@code [name]}; in PostgreSQL a subscript, whose quotes are its own. */
  private Kind bracketed() {
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ']') {
        end = i + 1;
        return Kind.QUOTED;
      }
      if ("'\"[\n\r$".indexOf(c) >= 0) {
        break;
      }
    }
    return symbol();
  }

  /** {@code $tag$…$tag$}; the tag may be empty and does not start with a digit. */
  private Kind dollar() {
    int i = start + 1;
    while (i < text.length() && isWordPart(text.charAt(i))) {
      i++;
    }
    boolean tag = i < text.length() && text.charAt(i) == '$' && !isDigit(text.charAt(start + 1));
    if (!tag) {
      return symbol();
    }
    String fence = text.substring(start, i + 1);
    int close = text.indexOf(fence, i + 1);
    if (close < 0) {
      return open();
    }
    end = close + fence.length();
    return Kind.QUOTED;
  }

  private Kind open() {
    end = text.length();
    return Kind.OPEN;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c > 0x7f;
  }
}
