package dev.varve.seed;

/**
 * A value that its column can't hold, or a column for which no value can be invented. The message
 * says what is wrong with it and what would be right, not in which row and column; that is for the
 * one who knows.
 */
final class ValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ValueException(String message) {
    super(message);
  }

  ValueException(String message, Throwable cause) {
    super(message, cause);
  }
}
