package dev.varve.seed.value;

/**
 * A value that its column can't hold, or a column for which no value can be invented. The message
 * says what is wrong with it and what would be right, not in which row and column; that is for the
 * one who knows.
 */
public final class ValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with a value. */
  public ValueException(String message) {
    super(message);
  }

  /** Says what is wrong with a value, and what noticed it. */
  public ValueException(String message, Throwable cause) {
    super(message, cause);
  }
}
