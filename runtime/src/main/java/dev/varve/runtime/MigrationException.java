package dev.varve.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A migration that was refused or has failed. The message says it all; the parts are for programs.
 */
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  MigrationException(Failure failure, @Nullable Throwable cause) {
    super(failure.toString(), cause);
    this.failure = failure;
  }

  MigrationException(String message) {
    this(Failure.of(message), null);
  }

  /** What went wrong and where. */
  public Failure failure() {
    return failure;
  }

  /**
   * What went wrong and where, as far as it is known.
   *
   * @param message what went wrong
   * @param version the migration's version
   * @param file the script's file name
   * @param statement the statement that failed
   * @param line the line of the file where that statement begins, from 1
   * @param sqlState the database's code for the error
   * @param hint what to do about it
   */
  public record Failure(
      String message,
      Optional<String> version,
      Optional<String> file,
      Optional<String> statement,
      Optional<Integer> line,
      Optional<String> sqlState,
      Optional<String> hint) {
    static Failure of(String message) {
      return new Failure(
          message,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
