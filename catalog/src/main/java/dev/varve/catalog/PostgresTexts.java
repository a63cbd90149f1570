package dev.varve.catalog;

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

  private final List<String> tokens;

  private PostgresTexts(List<String> tokens) {
    this.tokens = tokens;
  }

  /** The text by which two of a server's expressions are compared. */
  static String comparable(String text) {
    if (!text.contains("::")) {
      return text;
    }
    PostgresTexts texts = new PostgresTexts(tokens(text));
    boolean changed = true;
    while (changed) {
      changed = texts.dropCasts() | texts.dropParentheses();
    }
    return String.join("", texts.tokens);
  }

  private boolean dropCasts() {
    boolean changed = false;
    for (int i = tokens.size() - 2; i > 0; i--) {
      if (tokens.get(i).equals("::") && endsConstant(i - 1)) {
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
    if (TYPES.contains(tokens.get(start))) {
      end = start + 1;
    } else if (is(start, "character") && is(start + 1, " ") && is(start + 2, "varying")) {
      end = start + 3;
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
    int before = is(open - 1, " ") ? open - 2 : open - 1;
    return before >= 0 && (isWord(tokens.get(before)) || tokens.get(before).startsWith("\""));
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
    while (i > 0 && (isLiteral(i) || is(i, ",") || is(i, " "))) {
      i--;
    }
    return is(i, "[") && is(i - 1, "ARRAY") ? i - 1 : -1;
  }

  private boolean isLiteral(int position) {
    if (position < 0) {
      return false;
    }
    String token = tokens.get(position);
    char first = token.charAt(0);
    return first == '\''
        || token.startsWith("E'")
        || first >= '0' && first <= '9'
        || token.equals("NULL");
  }

  private boolean is(int position, String token) {
    return position >= 0 && position < tokens.size() && tokens.get(position).equals(token);
  }

  private static boolean isWord(String token) {
    return isWordPart(token.charAt(0)) && !token.startsWith("E'");
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = tokenEnd(text, start);
      tokens.add(text.substring(start, end));
      start = end;
    }
    return tokens;
  }

  private static int tokenEnd(String text, int start) {
    char first = text.charAt(start);
    if (first == '\'' || first == '"') {
      return closing(text, start, first, false);
    }
    if (text.startsWith("E'", start)) {
      return closing(text, start + 1, '\'', true);
    }
    if (text.startsWith("::", start)) {
      return start + 2;
    }
    int end = start + 1;
    while (isWordPart(first) && end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The end of what a quote opens. */
  private static int closing(String text, int open, char quote, boolean escapes) {
    int i = open + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == quote) {
        if (i + 1 == text.length() || text.charAt(i + 1) != quote) {
          return i + 1;
        }
        i++;
      } else if (c == '\\' && escapes) {
        i++;
      }
      i++;
    }
    return text.length();
  }

  private static boolean isWordPart(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '$'
        || c == '.'
        || c > 0x7f;
  }
}
