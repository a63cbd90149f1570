package dev.varve.schema.sql;

import java.util.List;

/** Text as SQL literals. This is the only place that writes them. */
final class Literals {
  private Literals() {}

  /** {@code 'it''s'}. */
  static String text(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }

  /** {@code 'FREE', 'PRO'}. */
  static String texts(List<String> values) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      list.append(i == 0 ? "" : ", ").append(text(values.get(i)));
    }
    return list.toString();
  }

  /**
   * A text that may have several lines, as one line of PostgreSQL's. What reads scripts line by
   * line, as the applier's checksum does, must not take a line inside of a literal for a comment.
   * Backslashes mean themselves in plain literals only while {@code standard_conforming_strings} is
   * on, so they need the other form too (<a
   * href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE">String
   * Constants With C-Style Escapes</a>).
   */
  static String postgresLine(String value) {
    String plain = text(value);
    if (plain.indexOf('\\') < 0 && plain.indexOf('\n') < 0 && plain.indexOf('\r') < 0) {
      return plain;
    }
    return 'E'
        + plain
            .replace("\\", "\\\\")
            .replace("\r\n", "\\n")
            .replace("\n", "\\n")
            .replace("\r", "\\n");
  }

  /** A PostgreSQL block between dollars, with a tag where the text has such dollars itself. */
  static String postgresBlock(String text) {
    String tag = "$$";
    for (int i = 1; text.contains(tag); i++) {
      tag = "$varve" + i + '$';
    }
    return tag + text + tag;
  }
}
