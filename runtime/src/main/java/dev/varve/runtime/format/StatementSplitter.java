package dev.varve.runtime.format;

import dev.varve.runtime.format.SqlScanner.Kind;
import dev.varve.runtime.format.SqlScanner.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a script into its statements. */
public final class StatementSplitter {
  private final String text;
  private final SqlScanner scanner;
  private final SqlScanner hashed;
  private final StatementBody body;
  private final Engine engine;
  private final List<SqlStatement> statements = new ArrayList<>();
  private int start = -1;
  private int end;
  private int line = 1;
  private int counted;
  private boolean copies;
  private Optional<Backfill> backfill = Optional.empty();
  private int backfillLine;

  private StatementSplitter(String text, Engine engine) {
    this.text = text;
    this.engine = engine;
    this.scanner = new SqlScanner(text, Lexicon.of(engine));
    this.hashed = new SqlScanner(text, Lexicon.EITHER);
    this.body = engine == Engine.POSTGRESQL ? new PostgresqlBody() : new SqliteBody();
  }

  /**
   * The statements of a script, in order. Semicolons between quotes, in comments, in PostgreSQL's
   * {@code BEGIN ATOMIC} bodies and rules, and in the bodies of SQLite's triggers end none.
   *
   * @throws FormatException if a quote or comment does not end, if one of SQLite's block comments
   *     holds another one's beginning, or for what only a shell understands: {@code COPY … FROM
   *     STDIN}, psql's commands, which start with a backslash, and sqlite3's, with a dot; or if
   *     {@code varve:backfill} is not of its form or stands before no statement; with the line
   */
  public static List<SqlStatement> split(String script, Engine engine) {
    return new StatementSplitter(Text.plain(script), engine).split();
  }

  private List<SqlStatement> split() {
    while (scanner.next()) {
      switch (scanner.kind()) {
        case SPACE -> {}
        case LINE_COMMENT -> {
          requireHashedAsComment();
          takeDirective();
        }
        case BLOCK_COMMENT -> {
          refuseNested();
          requireHashedAsComment();
        }
        case OPEN -> throw unclosed();
        case QUOTED, WORD, SYMBOL -> take();
      }
    }
    finish();
    if (nextHashedComment()) {
      throw hashedOtherwise(hashed.start());
    }
    if (backfill.isPresent()) {
      throw new FormatException(
          backfillLine, "no statement follows varve:backfill; write it directly before one");
    }
    return List.copyOf(statements);
  }

  /** A batched statement is announced by the comment before it. */
  private void takeDirective() {
    Optional<String> value = Directives.value("backfill", scanner.token());
    if (value.isEmpty()) {
      return;
    }
    int at = line + newLines(counted, scanner.start());
    if (start >= 0 || backfill.isPresent()) {
      throw new FormatException(
          at,
          start >= 0
              ? "varve:backfill stands in the middle of a statement; write it before the first word"
              : "varve:backfill stands twice before one statement; remove one");
    }
    backfillLine = at;
    try {
      backfill = Optional.of(Backfill.parse(value.get()));
    } catch (FormatException e) {
      throw new FormatException(at, "varve:backfill: " + e.getMessage());
    }
  }

  /**
   * A checksum does not know the engine. What it takes for a comment, and does not count, must be
   * one for the engine too.
   */
  private void requireHashedAsComment() {
    if (!nextHashedComment()
        || hashed.start() != scanner.start()
        || hashed.end() != scanner.end()) {
      throw hashedOtherwise(Math.min(hashed.start(), scanner.start()));
    }
  }

  private boolean nextHashedComment() {
    while (hashed.next()) {
      if (hashed.isComment()) {
        return true;
      }
    }
    return false;
  }

  private FormatException hashedOtherwise(int at) {
    return new FormatException(
        line + newLines(counted, at),
        "quotes stand here before a comment that PostgreSQL and SQLite read in different ways, so"
            + " that its checksum would miss changes; write the comment on lines before the"
            + " statement, without quotes");
  }

  /**
   * Where comments do not nest, as in SQLite, the first end ends the comment: the rest, which a
   * checksum takes for a comment, would be run.
   */
  private void refuseNested() {
    if (engine == Engine.SQLITE && scanner.token().indexOf("/*", 2) >= 0) {
      throw new FormatException(
          line + newLines(counted, scanner.start()),
          "a block comment holds another /*; SQLite's comments do not nest, so what follows the"
              + " first */ would run; remove the inner one, or write -- comments");
    }
  }

  private void take() {
    if (scanner.isSymbol(';') && body.semicolonEnds()) {
      finish();
      return;
    }
    if (start < 0) {
      begin();
    }
    refuseCopy();
    body.take(scanner);
    end = scanner.end();
  }

  private void begin() {
    start = scanner.start();
    line += newLines(counted, start);
    counted = start;
    if (scanner.isSymbol('\\')) {
      throw new FormatException(
          line, "a command for psql begins here (\\); only SQL can be applied");
    }
    if (engine == Engine.SQLITE && scanner.isSymbol('.')) {
      throw new FormatException(
          line, "a command for the sqlite3 shell begins here (.); only SQL can be applied");
    }
    copies = engine == Engine.POSTGRESQL && scanner.isWord("COPY");
  }

  private void refuseCopy() {
    if (copies && (scanner.isWord("STDIN") || scanner.isWord("STDOUT"))) {
      throw new FormatException(
          line,
          scanner.isWord("STDIN")
              ? "COPY … FROM STDIN reads rows that no statement can hold; write INSERT instead"
              : "COPY … TO STDOUT gives rows to nobody; remove it");
    }
  }

  private void finish() {
    if (start >= 0) {
      statements.add(new SqlStatement(text.substring(start, end), line, backfill));
      backfill = Optional.empty();
    }
    start = -1;
    copies = false;
    body.reset();
  }

  private FormatException unclosed() {
    int at = line + newLines(counted, scanner.start());
    return new FormatException(at, "what opens here is never closed: " + opener());
  }

  private String opener() {
    int last = Math.min(scanner.start() + 20, text.length());
    int lineEnd = text.indexOf('\n', scanner.start());
    return text.substring(scanner.start(), lineEnd < 0 ? last : Math.min(last, lineEnd));
  }

  private int newLines(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        count++;
      }
    }
    return count;
  }

  /** Knows whether a semicolon ends the statement or stands in its body. */
  sealed interface StatementBody permits PostgresqlBody, SqliteBody {
    /** Takes the next token that is neither space nor comment, a semicolon in the body too. */
    void take(SqlScanner token);

    boolean semicolonEnds();

    /** A new statement begins. */
    void reset();
  }

  /** Parentheses ({@code CREATE RULE … DO (a; b)}) and {@code BEGIN ATOMIC … END}. */
  private static final class PostgresqlBody implements StatementBody {
    private int words;
    private int parentheses;
    private int blocks;
    private boolean create;
    private boolean begin;
    private boolean name;

    @Override
    public void take(SqlScanner token) {
      if (token.isSymbol('(')) {
        parentheses++;
      } else if (token.isSymbol(')')) {
        parentheses--;
      } else if (token.kind() == Kind.WORD) {
        word(token);
      }
      begin = token.isWord("BEGIN");
      // What follows them is a name, even if it is END.
      name = token.isWord("AS") || token.isSymbol('.');
    }

    private void word(SqlScanner token) {
      create |= words++ == 0 && token.isWord("CREATE");
      if (create && begin && token.isWord("ATOMIC")) {
        blocks++;
      } else if (blocks > 0 && token.isWord("CASE")) {
        blocks += name ? 0 : 1;
      } else if (blocks > 0 && token.isWord("END")) {
        blocks -= name ? 0 : 1;
      }
    }

    @Override
    public boolean semicolonEnds() {
      return parentheses <= 0 && blocks == 0;
    }

    @Override
    public void reset() {
      words = 0;
      parentheses = 0;
      blocks = 0;
      create = false;
      begin = false;
      name = false;
    }
  }

  /**
   * A trigger ends at {@code ; END ;}, as in sqlite3_complete (<a
   * href="https://www.sqlite.org/c3ref/complete.html">documentation</a>); the {@code END} of a
   * {@code CASE} does not follow a semicolon.
   */
  private static final class SqliteBody implements StatementBody {
    private int words;
    private boolean create;
    private boolean trigger;
    private boolean afterSemicolon;
    private boolean ended;

    @Override
    public void take(SqlScanner token) {
      if (words == 0) {
        create = token.isWord("CREATE");
      } else if (create && words <= 2 && token.isWord("TRIGGER")) {
        trigger = true;
      } else if (words == 1) {
        create = create && (token.isWord("TEMP") || token.isWord("TEMPORARY"));
      }
      words++;
      ended = afterSemicolon && token.isWord("END");
      afterSemicolon = token.isSymbol(';');
    }

    @Override
    public boolean semicolonEnds() {
      return !trigger || ended;
    }

    @Override
    public void reset() {
      words = 0;
      create = false;
      trigger = false;
      afterSemicolon = false;
      ended = false;
    }
  }
}
