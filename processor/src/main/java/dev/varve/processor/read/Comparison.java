package dev.varve.processor.read;

import dev.varve.schema.sql.Token;
import dev.varve.schema.sql.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a column with literals.
 *
 * @param column the column's name
 * @param function the function that is applied to it, in small letters; empty: none
 * @param operator {@code =}, {@code <} …, {@code between}, {@code in}, {@code not in}, {@code
 *     like}, {@code glob}, {@code is not null}; empty: the column itself is the condition
 * @param literals what it is compared with; negative numbers with their sign
 */
record Comparison(Token column, String function, String operator, List<Token> literals) {
  /** Reads one; null if it is none. */
  static @Nullable Comparison of(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return null;
    }
    if (tokens.size() == 2 && tokens.get(0).isWord("not")) {
      return new Comparison(tokens.get(1), "", "not", List.of());
    }
    Comparison straight = columnFirst(tokens);
    return straight == null ? literalFirst(tokens) : straight;
  }

  private static @Nullable Comparison columnFirst(List<Token> tokens) {
    boolean call = tokens.size() > 3 && tokens.get(1).isSymbol("(") && tokens.get(3).isSymbol(")");
    int next = call ? 4 : 1;
    Token column = tokens.get(call ? 2 : 0);
    String function = call ? tokens.get(0).name() : "";
    if (!isName(column)) {
      return null;
    }
    if (tokens.size() == next) {
      return new Comparison(column, function, "", List.of());
    }
    Token operator = tokens.get(next);
    List<Token> rest = tokens.subList(next + 1, tokens.size());
    if (operator.isWord("is")) {
      boolean notNull = rest.size() == 2 && rest.get(0).isWord("not") && rest.get(1).isWord("null");
      return notNull ? new Comparison(column, function, "is not null", List.of()) : null;
    }
    if (operator.isWord("not") && rest.size() > 3 && rest.get(0).isWord("in")) {
      return of(column, function, "not in", literals(rest.subList(2, rest.size() - 1), ","));
    }
    if (operator.isWord("like") || operator.isWord("glob")) {
      return of(column, function, operator.name(), literals(rest, ","));
    }
    if (operator.isWord("in") && rest.size() > 2) {
      return of(column, function, "in", literals(rest.subList(1, rest.size() - 1), ","));
    }
    if (operator.isWord("between")) {
      return of(column, function, "between", literals(rest, "and"));
    }
    return operator.kind() == Kind.SYMBOL
        ? of(column, function, operator.text(), literals(rest, ","))
        : null;
  }

  private static @Nullable Comparison literalFirst(List<Token> tokens) {
    int last = tokens.size() - 1;
    if (last < 2 || !isName(tokens.get(last))) {
      return null;
    }
    List<Token> literal = literals(tokens.subList(0, last - 1), ",");
    String turned = turned(tokens.get(last - 1).text());
    return turned.isEmpty() ? null : of(tokens.get(last), "", turned, literal);
  }

  private static String turned(String operator) {
    return switch (operator) {
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      case "=", "<>", "!=" -> operator;
      default -> "";
    };
  }

  private static @Nullable Comparison of(
      Token column, String function, String operator, @Nullable List<Token> literals) {
    return literals == null ? null : new Comparison(column, function, operator, literals);
  }

  /** Literals between separators; null if there is anything else. */
  private static @Nullable List<Token> literals(List<Token> tokens, String separator) {
    List<Token> literals = new ArrayList<>();
    String sign = "";
    boolean expected = true;
    for (Token token : tokens) {
      if (expected && sign.isEmpty() && (token.isSymbol("-") || token.isSymbol("+"))) {
        sign = token.text();
      } else if (expected && isLiteral(token)) {
        String text = sign.equals("-") ? '-' + token.text() : token.text();
        literals.add(new Token(token.kind(), text, token.start()));
        sign = "";
        expected = false;
      } else if (!expected && (token.isSymbol(separator) || token.isWord(separator))) {
        expected = true;
      } else {
        return null;
      }
    }
    return expected ? null : literals;
  }

  private static boolean isLiteral(Token token) {
    return token.kind() == Kind.NUMBER
        || token.kind() == Kind.TEXT
        || token.isWord("true")
        || token.isWord("false");
  }

  private static boolean isName(Token token) {
    return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED;
  }

  boolean isNotNull() {
    return operator.equals("is not null");
  }

  boolean isEquality() {
    return operator.equals("=") || operator.equals("in");
  }

  /** Whether it says which values the column hasn't. */
  boolean isInequality() {
    return operator.equals("<>") || operator.equals("!=") || operator.equals("not in");
  }

  /** Whether the column is compared with {@code ''} by that operator. */
  boolean isEmptyText(String by) {
    return operator.equals(by) && literals.size() == 1 && literals.get(0).text().equals("''");
  }

  /** The values of the literals if all are texts; else nothing. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(literals.size());
    for (Token literal : literals) {
      if (literal.kind() != Kind.TEXT) {
        return List.of();
      }
      texts.add(literal.literal());
    }
    return texts;
  }

  /** The values of the literals if all are numbers; else nothing. */
  List<BigDecimal> numbers() {
    List<BigDecimal> numbers = new ArrayList<>(literals.size());
    for (Token literal : literals) {
      BigDecimal number = literal.kind() == Kind.NUMBER ? NumberText.read(literal.text()) : null;
      if (number == null) {
        return List.of();
      }
      numbers.add(number);
    }
    return numbers;
  }

  /** The only value that a truth value may have; empty: it isn't said. */
  String truth() {
    if (operator.isEmpty()) {
      return "true";
    }
    if (operator.equals("not")) {
      return "false";
    }
    boolean one = operator.equals("=") && literals.size() == 1;
    return one && literals.get(0).kind() == Kind.WORD ? literals.get(0).name() : "";
  }
}
