package dev.varve.seed.rich;

import org.jspecify.annotations.Nullable;

/** Rows of a plan can't be made. The message is for the user as it is. */
public final class RichException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A problem. */
  public RichException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
