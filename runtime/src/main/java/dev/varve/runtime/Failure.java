package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What went wrong and where, as far as it is known. */
record Failure(
    String message,
    @Nullable String version,
    @Nullable String file,
    @Nullable String statement,
    int line,
    @Nullable String sqlState,
    @Nullable String hint,
    @Nullable Throwable cause) {
  private static final int EXCERPT = 300;

  /** In whatever language: "Position: 12". */
  private static final Pattern POSITION =
      Pattern.compile("(\\n {2}\\S+ ?[:\\uff1a] ?)(\\d{1,9})\\s*$");

  static Failure of(String message) {
    return new Failure(message, null, null, null, 0, null, null, null);
  }

  /** The database refused something that is no part of a script. */
  static Failure of(String doing, SQLException e) {
    String state = e.getSQLState();
    return new Failure(doing + ": " + e.getMessage(), null, null, null, 0, state, hint(e), e);
  }

  private static @Nullable String hint(SQLException e) {
    int primary = e.getErrorCode() & 0xff;
    return e.getSQLState() == null && (primary == 8 || primary == 14)
        ? "SQLite must be able to write the file and its folder; to read a database in WAL mode,"
            + " the folder (https://www.sqlite.org/wal.html#read_only_databases)."
        : Hints.of(e.getSQLState());
  }

  /** A file cannot be read. */
  static Failure of(String doing, UncheckedIOException e) {
    IOException cause = e.getCause();
    return new Failure(doing + ": " + cause, null, null, null, 0, null, null, cause);
  }

  /** The database refused a statement of a script. */
  static Failure of(Script script, SqlStatement statement, SQLException e) {
    String state = e.getSQLState();
    return new Failure(
        withLine(String.valueOf(e.getMessage()), statement),
        script.migration().version(),
        script.file(),
        statement.excerpt(EXCERPT),
        statement.line(),
        state,
        Hints.of(state),
        e);
  }

  /**
   * PostgreSQL's driver ends its message with the error's position in the statement, in characters.
   * Where the statement has several lines, its line in the file says more.
   */
  private static String withLine(String message, SqlStatement statement) {
    Matcher matcher = POSITION.matcher(message);
    if (!matcher.find()) {
      return message;
    }
    String text = statement.text();
    int characters = Integer.parseInt(matcher.group(2)) - 1;
    if (characters > text.codePointCount(0, text.length())) {
      return message;
    }
    String before = text.substring(0, text.offsetByCodePoints(0, characters));
    long lines = before.chars().filter(c -> c == '\n').count();
    return lines == 0
        ? message
        : message.substring(0, matcher.start(2)) + "line " + (statement.line() + lines);
  }

  /** The database refused something about a script that is no single statement. */
  static Failure of(Script script, String doing, SQLException e) {
    Failure failure = of(doing, e);
    return new Failure(
        failure.message(),
        script.migration().version(),
        script.file(),
        null,
        0,
        failure.sqlState(),
        failure.hint(),
        e);
  }

  /** Something else than the database refuses a script. */
  static Failure of(Script script, String message) {
    return new Failure(
        message, script.migration().version(), script.file(), null, 0, null, null, null);
  }

  /** Something else than the database refuses a statement of a script. */
  static Failure of(Script script, SqlStatement statement, String message) {
    return new Failure(
        message,
        script.migration().version(),
        script.file(),
        statement.excerpt(EXCERPT),
        statement.line(),
        null,
        null,
        null);
  }

  /** With one more thing to know; it comes before a hint that is there. */
  Failure hint(String more) {
    String both = hint == null ? more : more + " " + hint;
    return new Failure(message, version, file, statement, line, sqlState, both, cause);
  }

  MigrationException exception() {
    return new MigrationException(this);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (file != null) {
      text.append(file);
      if (line > 0) {
        text.append(", line ").append(line);
      }
      text.append(": ");
    }
    text.append(message.strip());
    if (sqlState != null) {
      text.append(" (SQLSTATE ").append(sqlState).append(')');
    }
    if (statement != null) {
      text.append("\n  ").append(statement);
    }
    if (hint != null) {
      text.append("\n  ").append(hint);
    }
    return text.toString();
  }
}
