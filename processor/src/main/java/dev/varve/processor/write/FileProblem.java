package dev.varve.processor.write;

import dev.varve.processor.Message;
import dev.varve.processor.Notice;
import java.io.Serial;

/** Files that are not as they should be, or can't be written. Nothing was changed. */
public final class FileProblem extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final transient Notice notice;

  /** A problem of this kind. */
  public FileProblem(Message message, String... arguments) {
    this(Notice.of(message, arguments));
  }

  private FileProblem(Notice notice) {
    super(notice.text());
    this.notice = notice;
  }

  /** What a person must know. */
  public Notice notice() {
    return notice;
  }
}
