package dev.varve.runtime.format;

/** Takes out of a text what editors and version control put in: a byte order mark and CRs. */
final class Text {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private Text() {}

  /** The text without a byte order mark, each line ended by one LF. */
  static String plain(String text) {
    String unmarked =
        !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    if (unmarked.indexOf('\r') < 0) {
      return unmarked;
    }
    return unmarked.replace("\r\n", "\n").replace('\r', '\n');
  }
}
