package dev.varve.seed.load;

import dev.varve.seed.value.PostgresEncoder;
import dev.varve.seed.value.ValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in COPY's text format (<a
 * href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.2">COPY, File
 * Formats</a>).
 */
final class CopyText {
  private CopyText() {}

  /** Appends a row and the end of its line. */
  static void row(List<LoadColumn> columns, @Nullable Object[] cells, StringBuilder text) {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      Object cell = cells[i];
      if (cell == null) {
        text.append("\\N");
      } else {
        int start = text.length();
        PostgresEncoder.append(columns.get(i).type(), cell, text);
        escape(text, start);
      }
    }
    text.append('\n');
  }

  /** Most values have nothing to escape, and those are only looked at. */
  private static void escape(StringBuilder text, int start) {
    int end = text.length();
    for (int i = start; i < end; i++) {
      if (isSpecial(text.charAt(i))) {
        String rest = text.substring(i);
        text.setLength(i);
        escape(rest, text);
        return;
      }
    }
  }

  private static boolean isSpecial(char c) {
    return c == '\\' || c < ' ';
  }

  private static void escape(String value, StringBuilder text) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case 0 -> throw new ValueException("the character NUL is in no database text");
        default -> text.append(c);
      }
    }
  }
}
