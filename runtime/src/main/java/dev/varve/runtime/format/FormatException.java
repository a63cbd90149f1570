package dev.varve.runtime.format;

/**
 * A file, or a text of one, that is not what it should be. The message says what was found, where,
 * and what to write instead.
 */
public final class FormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  FormatException(String message) {
    this(0, message);
  }

  FormatException(int line, String message) {
    super(line == 0 ? message : "line " + line + ": " + message);
    this.line = line;
  }

  /** The line of the text where it is wrong, from 1, or 0 where no line can be named. */
  public int line() {
    return line;
  }
}
