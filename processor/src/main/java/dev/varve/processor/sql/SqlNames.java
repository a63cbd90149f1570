package dev.varve.processor.sql;

import dev.varve.schema.sql.Token;
import dev.varve.schema.sql.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the names of columns among the tokens of an expression. */
public final class SqlNames {
  private static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "or",
          "not",
          "is",
          "null",
          "true",
          "false",
          "in",
          "between",
          "like",
          "ilike",
          "similar",
          "to",
          "escape",
          "case",
          "when",
          "then",
          "else",
          "end",
          "cast",
          "as",
          "any",
          "all",
          "some",
          "array",
          "row",
          "collate",
          "at",
          "time",
          "zone",
          "distinct",
          "from",
          "for",
          "both",
          "leading",
          "trailing",
          "isnull",
          "notnull",
          "unknown",
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "current_user",
          "session_user",
          "user",
          "current_role",
          "current_schema",
          "glob",
          "regexp",
          "match",
          "exists",
          "select",
          "where",
          "asc",
          "desc",
          "nulls",
          "first",
          "last",
          "symmetric",
          "overlaps",
          "with",
          "without",
          "over",
          "by",
          "order",
          "group",
          "limit",
          "values",
          "default",
          "document",
          "json",
          "normalized",
          "operator",
          "placing",
          "asymmetric",
          "e");

  private static final Set<String> TYPE_WORDS =
      Set.of("precision", "varying", "with", "without", "time", "zone");

  private final List<Token> tokens;
  private final Set<String> columns;
  private final Set<String> qualifiers;
  private final Set<String> used = new LinkedHashSet<>();
  private final List<String> unknown = new ArrayList<>();

  private SqlNames(List<Token> tokens, Set<String> columns, Set<String> qualifiers) {
    this.tokens = tokens;
    this.columns = columns;
    this.qualifiers = qualifiers;
  }

  /**
   * Reads an expression.
   *
   * @param columns the names of the columns that it may use
   * @param qualifiers what may stand before a column, followed by a point: the table's name
   */
  public static SqlNames of(List<Token> tokens, Set<String> columns, Set<String> qualifiers) {
    SqlNames names = new SqlNames(tokens, columns, qualifiers);
    int i = 0;
    while (i < tokens.size()) {
      i = names.read(i);
    }
    return names;
  }

  /** The columns that it uses, in the order of their first use. */
  public Set<String> used() {
    return used;
  }

  /** The names that are neither columns nor anything else known, as they are written. */
  public List<String> unknown() {
    return unknown;
  }

  /** Reads what starts at {@code i} and returns where the next starts. */
  private int read(int i) {
    Token token = tokens.get(i);
    if (token.isSymbol("::")) {
      return afterType(i + 1);
    }
    if (token.kind() == Kind.QUOTED) {
      return name(i, token);
    }
    if (token.kind() != Kind.WORD) {
      return i + 1;
    }
    if (token.isWord("collate")) {
      return i + 2;
    }
    if (token.isWord("as")) {
      return afterCastType(i + 1);
    }
    boolean call = isSymbol(i + 1, "(") && !columns.contains(token.name());
    if (call) {
      return token.isWord("extract") ? i + 3 : i + 2;
    }
    return isKind(i + 1, Kind.TEXT) ? i + 2 : name(i, token);
  }

  private int name(int i, Token token) {
    if (isSymbol(i + 1, ".")) {
      if (!qualifiers.contains(token.name())) {
        unknown.add(token.text());
        return i + 3;
      }
      return i + 2;
    }
    if (columns.contains(token.name())) {
      used.add(token.name());
    } else if (token.kind() == Kind.QUOTED || !isKeyword(token)) {
      unknown.add(token.text());
    }
    return i + 1;
  }

  private static boolean isKeyword(Token token) {
    return KEYWORDS.contains(token.text().toLowerCase(Locale.ROOT));
  }

  private int afterType(int i) {
    int end = i + 1;
    while (end < tokens.size()
        && (tokens.get(end).kind() == Kind.WORD && TYPE_WORDS.contains(tokens.get(end).name())
            || isSymbol(end, "."))) {
      end += isSymbol(end, ".") ? 2 : 1;
    }
    return end;
  }

  private int afterCastType(int i) {
    int depth = 0;
    int end = i;
    while (end < tokens.size() && (depth > 0 || !isSymbol(end, ")"))) {
      depth += isSymbol(end, "(") ? 1 : isSymbol(end, ")") ? -1 : 0;
      end++;
    }
    return end;
  }

  private boolean isSymbol(int i, String symbol) {
    return i < tokens.size() && tokens.get(i).isSymbol(symbol);
  }

  private boolean isKind(int i, Kind kind) {
    return i < tokens.size() && tokens.get(i).kind() == kind;
  }
}
