package dev.varve.schema.sql;

import dev.varve.schema.sql.Token.Kind;
import java.util.List;

/** What a name stands for in an expression. */
enum NameRole {
  /** A column, or a key word. */
  COLUMN,
  /** What stands before a point: a table, or a schema. */
  QUALIFIER,
  /** A type that a value is cast to. */
  TYPE,
  /** A function, a collation, a field, or no name at all. */
  OTHER;

  /** The role of each token. */
  static NameRole[] of(List<Token> tokens) {
    NameRole[] roles = new NameRole[tokens.size()];
    for (int i = 0; i < roles.length; i++) {
      roles[i] = of(tokens, roles, i);
    }
    return roles;
  }

  private static NameRole of(List<Token> tokens, NameRole[] roles, int i) {
    Token token = tokens.get(i);
    if (!token.isName()) {
      return OTHER;
    }
    if (isSymbol(tokens, i - 1, ".")) {
      return afterPoint(tokens, roles, i);
    }
    if (isSymbol(tokens, i - 1, "::") || isWord(tokens, i - 1, "as")) {
      return TYPE;
    }
    if (i > 0 && roles[i - 1] == TYPE && (token.isWord("precision") || token.isWord("varying"))) {
      return TYPE;
    }
    if (isSymbol(tokens, i + 1, ".")) {
      return QUALIFIER;
    }
    boolean literal =
        token.kind() == Kind.WORD && i + 1 < tokens.size() && tokens.get(i + 1).kind() == Kind.TEXT;
    boolean field = isSymbol(tokens, i - 1, "(") && isWord(tokens, i - 2, "extract");
    boolean other = isWord(tokens, i - 1, "collate") || isSymbol(tokens, i + 1, "(");
    return literal || field || other ? OTHER : COLUMN;
  }

  private static NameRole afterPoint(List<Token> tokens, NameRole[] roles, int i) {
    NameRole before = i < 2 ? OTHER : roles[i - 2];
    if (before == QUALIFIER) {
      return isSymbol(tokens, i + 1, ".")
          ? QUALIFIER
          : isSymbol(tokens, i + 1, "(") ? OTHER : COLUMN;
    }
    return before == TYPE ? TYPE : OTHER;
  }

  private static boolean isSymbol(List<Token> tokens, int i, String symbol) {
    return i >= 0 && i < tokens.size() && tokens.get(i).isSymbol(symbol);
  }

  private static boolean isWord(List<Token> tokens, int i, String word) {
    return i >= 0 && tokens.get(i).isWord(word);
  }
}
