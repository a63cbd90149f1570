package dev.varve.runtime.format;

import dev.varve.runtime.format.SqlScanner.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An UPDATE or a DELETE of one table that can be run for a range of its rows: {@code UPDATE t SET …
 * [FROM …] [WHERE …]}, {@code DELETE FROM t [USING …] [WHERE …]}. Parts of the statement between
 * its tables and its end must not be about all rows together: no RETURNING, ORDER BY or LIMIT.
 */
public final class BatchedStatement {
  private static final String FORMS =
      "write UPDATE table SET … WHERE …, or DELETE FROM table WHERE …";

  private final SqlStatement statement;
  private final Engine engine;
  private final List<Part> parts = new ArrayList<>();
  private final List<String> table = new ArrayList<>();
  private final List<String> assigned = new ArrayList<>();
  private int at;
  private int tableStart;
  private int tableEnd;
  private int whereEnd = -1;

  /** A token that says something, and how many parentheses and brackets it stands in. */
  private record Part(Kind kind, String text, int start, int end, int depth) {
    boolean is(String word) {
      return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }
  }

  private BatchedStatement(SqlStatement statement, Engine engine) {
    this.statement = statement;
    this.engine = engine;
  }

  /**
   * Understands a statement.
   *
   * @throws FormatException if it is of another form; with its line
   */
  public static BatchedStatement of(SqlStatement statement, Engine engine) {
    BatchedStatement batched = new BatchedStatement(statement, engine);
    batched.scan();
    batched.parse();
    return batched;
  }

  /** The table's name as the statement has it. */
  public String table() {
    return statement.text().substring(tableStart, tableEnd);
  }

  /** The same without quotes, in parts: as it stands in the database, on SQLite in lower case. */
  public List<String> tableName() {
    return List.copyOf(table);
  }

  /** Whether it gives a column another value. */
  public boolean sets(String column) {
    return assigned.contains(folded(column));
  }

  /** A name of the database, so that equal ones are equal: to SQLite case means nothing. */
  private String folded(String name) {
    return switch (engine) {
      case POSTGRESQL -> name;
      case SQLITE -> name.toLowerCase(Locale.ROOT);
    };
  }

  /**
   * Compares it with its directive.
   *
   * @throws FormatException if that names another table, or a key that the statement sets; with its
   *     line
   */
  public void check(Backfill backfill) {
    List<String> named = new ArrayList<>();
    backfill.table().forEach(part -> named.add(folded(part)));
    if (!named.isEmpty() && !named.equals(table)) {
      throw refused(
          "it says table="
              + String.join(".", backfill.table())
              + ", but the statement is about "
              + table());
    }
    for (String column : backfill.key()) {
      if (sets(column)) {
        throw refused(
            "the statement sets "
                + column
                + ", by which it would be run in batches: rows could be met twice; name another"
                + " key=, or remove varve:backfill");
      }
    }
  }

  /** The statement for those of its rows only that meet one more condition. */
  public String within(String range) {
    String text = statement.text();
    return whereEnd < 0
        ? text + "\nWHERE " + range
        : text.substring(0, whereEnd) + " (" + text.substring(whereEnd) + "\n) AND " + range;
  }

  private void scan() {
    SqlScanner scanner = new SqlScanner(statement.text(), SqlScanner.Lexicon.of(engine));
    int depth = 0;
    while (scanner.next()) {
      depth -= scanner.isSymbol(')') || scanner.isSymbol(']') ? 1 : 0;
      switch (scanner.kind()) {
        case SPACE, LINE_COMMENT, BLOCK_COMMENT -> {}
        case QUOTED, WORD, SYMBOL, OPEN ->
            parts.add(
                new Part(scanner.kind(), scanner.token(), scanner.start(), scanner.end(), depth));
      }
      depth += scanner.isSymbol('(') || scanner.isSymbol('[') ? 1 : 0;
    }
  }

  private void parse() {
    boolean update = is("UPDATE");
    if (!update && !(is("DELETE") && parts.size() > 1 && parts.get(1).is("FROM"))) {
      throw refused("the statement begins with " + found() + ", which can't be batched; " + FORMS);
    }
    at += update ? 1 : 2;
    if (engine == Engine.POSTGRESQL && is("ONLY")) {
      at++;
    }
    parseTable();
    if (update && !is("SET")) {
      throw refused(
          "after "
              + table()
              + " comes "
              + found()
              + "; a batched statement has no alias and nothing else there: "
              + FORMS);
    }
    if (!update && at < parts.size() && !is("WHERE") && !is("USING")) {
      throw refused("after " + table() + " comes " + found() + "; " + FORMS);
    }
    parseRest(update);
  }

  private void parseTable() {
    tableStart = at < parts.size() ? parts.get(at).start() : 0;
    while (at < parts.size() && isName(parts.get(at))) {
      table.add(name(parts.get(at)));
      tableEnd = parts.get(at).end();
      at++;
      if (!is(".")) {
        return;
      }
      at++;
    }
    throw refused("instead of a table's name comes " + found() + "; " + FORMS);
  }

  private void parseRest(boolean update) {
    for (; at < parts.size() && whereEnd < 0; at++) {
      Part part = parts.get(at);
      if (part.depth() > 0 || afterDot()) {
        continue;
      }
      if (part.is("WHERE")) {
        whereEnd = part.end();
      } else if (update && (part.is("SET") || part.is(","))) {
        assignment(at + 1);
      }
      refuseWhole(part);
    }
    if (is("CURRENT") && at + 1 < parts.size() && parts.get(at + 1).is("OF")) {
      throw refused("WHERE CURRENT OF is one row; " + FORMS);
    }
    for (; at < parts.size(); at++) {
      if (parts.get(at).depth() == 0 && !afterDot()) {
        refuseWhole(parts.get(at));
      }
    }
  }

  private boolean afterDot() {
    return at > 0 && parts.get(at - 1).is(".");
  }

  /** It would be about a batch instead of all rows. */
  private void refuseWhole(Part part) {
    for (String word : List.of("RETURNING", "ORDER", "LIMIT")) {
      if (part.is(word)) {
        throw refused(word + " is about all rows, and each batch has only some; remove it");
      }
    }
  }

  /** {@code name = …} or {@code (name, name) = …}; else it is a comma in FROM. */
  private void assignment(int from) {
    int i = from;
    List<String> names = new ArrayList<>();
    if (i < parts.size() && parts.get(i).is("(")) {
      for (i++; i < parts.size() && parts.get(i).depth() > 0; i++) {
        names.add(name(parts.get(i)));
      }
    } else if (i < parts.size()) {
      names.add(name(parts.get(i)));
    }
    boolean follows = i + 1 < parts.size();
    if (follows && (parts.get(i + 1).is("=") || parts.get(i + 1).text().matches("\\.|\\[.*"))) {
      assigned.addAll(names);
    }
  }

  private boolean isName(Part part) {
    char first = part.text().charAt(0);
    return part.kind() == Kind.WORD
        || part.kind() == Kind.QUOTED
            && (first == '"' || engine == Engine.SQLITE && (first == '`' || first == '['));
  }

  /** A name as the database has it; for SQLite, to which case means nothing, in lower case. */
  private String name(Part part) {
    String text = part.text();
    if (part.kind() == Kind.WORD) {
      return text.toLowerCase(Locale.ROOT);
    }
    char quote = text.charAt(0) == '[' ? ']' : text.charAt(0);
    String doubled = String.valueOf(quote) + quote;
    String plain =
        text.length() < 2
            ? text
            : text.substring(1, text.length() - 1).replace(doubled, String.valueOf(quote));
    return folded(plain);
  }

  private boolean is(String word) {
    return at < parts.size() && parts.get(at).is(word);
  }

  private String found() {
    return at < parts.size() ? '"' + parts.get(at).text() + '"' : "its end";
  }

  private FormatException refused(String message) {
    return new FormatException(statement.line(), "varve:backfill: " + message);
  }
}
