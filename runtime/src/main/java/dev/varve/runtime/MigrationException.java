package dev.varve.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A migration that was refused or has failed. The message says all that is known; the other methods
 * give its parts to programs.
 */
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final @Nullable String version;
  private final @Nullable String file;
  private final @Nullable String statement;
  private final int line;
  private final @Nullable String sqlState;
  private final @Nullable String hint;

  MigrationException(Failure failure) {
    super(failure.toString(), failure.cause());
    reason = failure.message();
    version = failure.version();
    file = failure.file();
    statement = failure.statement();
    line = failure.line();
    sqlState = failure.sqlState();
    hint = failure.hint();
  }

  MigrationException(String message) {
    this(Failure.of(message));
  }

  /** Its parts, to say more. */
  Failure failure() {
    return new Failure(reason, version, file, statement, line, sqlState, hint, getCause());
  }

  /** The version of the migration, or empty where the problem is not one migration's. */
  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /** The name of the script's file, or empty where none was being run. */
  public Optional<String> file() {
    return Optional.ofNullable(file);
  }

  /** The statement that failed, without passwords, or empty where none was being run. */
  public Optional<String> statement() {
    return Optional.ofNullable(statement);
  }

  /** The line of the file, from 1, in which the statement begins, or 0 where there is none. */
  public int line() {
    return line;
  }

  /** The database's code for its error (SQLSTATE), or empty where the database gave none. */
  public Optional<String> sqlState() {
    return Optional.ofNullable(sqlState);
  }

  /** What to do about it, or empty where nothing general can be said. */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
