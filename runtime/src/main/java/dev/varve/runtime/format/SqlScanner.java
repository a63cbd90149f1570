package dev.varve.runtime.format;

/**
 * Cuts SQL into tokens, as far as it takes to know what is quoted, what is a comment and where a
 * statement ends. It knows what PostgreSQL (<a
 * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>) and
 * SQLite (<a href="https://www.sqlite.org/lang_comment.html">Comments</a>, <a
 * href="https://www.sqlite.org/lang_keywords.html">quoted names</a>) can write.
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

  /** Whose SQL it is. */
  enum Lexicon {
    /** Block comments nest; there are dollar quotes, and strings with backslash escapes. */
    POSTGRESQL,
    /** Names may stand between backticks or brackets. */
    SQLITE,
    /** Not known: what one of them has is hardly ever written in the other. */
    EITHER;

    static Lexicon of(Engine engine) {
      return switch (engine) {
        case POSTGRESQL -> POSTGRESQL;
        case SQLITE -> SQLITE;
      };
    }
  }

  private final String text;
  private final Lexicon lexicon;
  private Kind kind = Kind.SPACE;
  private int start;
  private int end;

  /**
   * Whether a string with escapes was the last token but spaces and comments: it may go on after a
   * line end, in quotes of their own, and its escapes go on too.
   */
  private boolean escapes;

  /** A scanner before its first token. */
  SqlScanner(String text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  /** Goes to the next token; false at the end of the text. */
  boolean next() {
    start = end;
    if (start >= text.length()) {
      return false;
    }
    boolean before = escapes;
    escapes = false;
    kind = scan(text.charAt(start), before);
    escapes |= before && (kind == Kind.SPACE || isComment());
    return true;
  }

  Kind kind() {
    return kind;
  }

  boolean isComment() {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
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

  private Kind scan(char c, boolean goesOn) {
    if (isSpace(c)) {
      return space();
    }
    if (isWordPart(c)) {
      return word();
    }
    return switch (c) {
      case '-' -> at(1, '-') ? lineComment() : symbol();
      case '/' -> at(1, '*') ? blockComment() : symbol();
      case '\'' -> goesOn ? escaped(start + 1) : quoted(start + 1, c);
      case '"' -> quoted(start + 1, c);
      case '`' -> lexicon == Lexicon.POSTGRESQL ? symbol() : quoted(start + 1, c);
      case '[' -> lexicon == Lexicon.POSTGRESQL ? symbol() : bracketed();
      case '$' -> lexicon == Lexicon.SQLITE ? symbol() : dollar();
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
    boolean e = i - start == 1 && (text.charAt(start) | 0x20) == 'e' && at(1, '\'');
    return e && lexicon != Lexicon.SQLITE ? escaped(i + 1) : Kind.WORD;
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
      } else if (lexicon != Lexicon.SQLITE && text.charAt(i) == '/' && text.charAt(i + 1) == '*') {
        i += 2;
        depth++;
      } else {
        i++;
      }
    }
    return open();
  }

  /** A doubled quote stands for itself. */
  private Kind quoted(int from, char quote) {
    int i = text.indexOf(quote, from);
    while (i >= 0 && i + 1 < text.length() && text.charAt(i + 1) == quote) {
      i = text.indexOf(quote, i + 2);
    }
    if (i < 0) {
      return open();
    }
    end = i + 1;
    return Kind.QUOTED;
  }

  /** The same, where a backslash takes its meaning from the character after it. */
  private Kind escaped(int from) {
    escapes = true;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean doubled = c == '\'' && i + 1 < text.length() && text.charAt(i + 1) == '\'';
      if (c == '\'' && !doubled) {
        end = i + 1;
        return Kind.QUOTED;
      }
      i += doubled || c == '\\' ? 2 : 1;
    }
    return open();
  }

  /** SQLite's {@code [name]}; where it may be a subscript, what a name will hardly hold ends it. */
  private Kind bracketed() {
    int close = text.indexOf(']', start);
    if (lexicon == Lexicon.SQLITE && close < 0) {
      return open();
    }
    if (close < 0 || (lexicon == Lexicon.EITHER && isSubscript(close))) {
      return symbol();
    }
    end = close + 1;
    return Kind.QUOTED;
  }

  private boolean isSubscript(int close) {
    for (int i = start + 1; i < close; i++) {
      char c = text.charAt(i);
      if ("'\"[\n\r$".indexOf(c) >= 0 || (c == '/' && text.charAt(i + 1) == '*')) {
        return true;
      }
    }
    return false;
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
