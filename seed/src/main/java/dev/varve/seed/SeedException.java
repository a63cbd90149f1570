package dev.varve.seed;

import org.jspecify.annotations.Nullable;

/**
 * Rows could not be made or inserted. Nothing of the call that failed is in the database. The
 * message names the row, the line of the caller's source, the column or constraint, and the value.
 */
public final class SeedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SeedException(String message) {
    super(message);
  }

  SeedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
