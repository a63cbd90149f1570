package dev.varve.junit;

import org.jspecify.annotations.Nullable;

/** A test can't have its database, or has done to it what can't be undone. */
final class TestDatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TestDatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  TestDatabaseException(String message) {
    super(message);
  }
}
