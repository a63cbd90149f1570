package dev.varve.project;

import java.io.Serial;

/** Files that are not as they should be, or can't be written. Nothing was changed. */
public final class FileProblem extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final transient Notice notice;

  /**
   * A problem of this kind.
   *
   * @param arguments what takes the place of {@code {0}}, {@code {1}} … in the kind's template
   */
  public FileProblem(NoticeKind kind, String... arguments) {
    this(Notice.of(kind, arguments));
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
