package dev.varve.schema.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.Serial;

/** A text isn't the JSON of a schema. The message says where, what was found and what to do. */
public final class MalformedModelException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final int line;

  MalformedModelException(int line, String message) {
    super("line " + line + ": " + message);
    this.line = line;
  }

  static MalformedModelException syntax(JsonProcessingException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    String message =
        e instanceof JsonEOFException
            ? "the text ends in the middle; the file was cut, restore it from version control"
            : e.getOriginalMessage() + "; correct it, or restore the file from version control";
    MalformedModelException malformed = new MalformedModelException(line, message);
    malformed.initCause(e);
    return malformed;
  }

  /** The line that is wrong, counted from 1. */
  public int line() {
    return line;
  }
}
