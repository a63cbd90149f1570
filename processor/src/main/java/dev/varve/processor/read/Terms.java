package dev.varve.processor.read;

import dev.varve.schema.sql.Token;
import java.util.ArrayList;
import java.util.List;

/** Takes conditions apart. */
final class Terms {
  private Terms() {}

  /** The parts between {@code word}s that stand in no parentheses, BETWEEN or CASE. */
  static List<List<Token>> split(List<Token> tokens, String word) {
    List<List<Token>> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    boolean between = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += opens(token) ? 1 : closes(token) ? -1 : 0;
      if (depth == 0 && token.isWord("between")) {
        between = true;
      } else if (depth == 0 && token.isWord("and") && between) {
        between = false;
      } else if (depth == 0 && token.isWord(word)) {
        parts.add(tokens.subList(from, i));
        from = i + 1;
      }
    }
    parts.add(tokens.subList(from, tokens.size()));
    return parts;
  }

  /** What stands between parentheses around all of it; else all of it. */
  static List<Token> withoutParentheses(List<Token> tokens) {
    int last = tokens.size() - 1;
    if (last < 1 || !tokens.get(0).isSymbol("(")) {
      return tokens;
    }
    int depth = 0;
    for (int i = 0; i < last; i++) {
      depth += opens(tokens.get(i)) ? 1 : closes(tokens.get(i)) ? -1 : 0;
      if (depth == 0) {
        return tokens;
      }
    }
    return tokens.subList(1, last);
  }

  private static boolean opens(Token token) {
    return token.isSymbol("(") || token.isWord("case");
  }

  private static boolean closes(Token token) {
    return token.isSymbol(")") || token.isWord("end");
  }
}
