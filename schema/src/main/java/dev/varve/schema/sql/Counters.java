package dev.varve.schema.sql;

import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import java.nio.charset.StandardCharsets;

/**
 * How PostgreSQL calls the sequence of an identity column: {@code table_column_seq}, where the
 * longer of both names is cut until the whole fits (<a
 * href="https://github.com/postgres/postgres/blob/REL_18_0/src/backend/commands/indexcmds.c">makeObjectName</a>).
 */
public final class Counters {
  private static final String SUFFIX = "_seq";

  private Counters() {}

  /** The sequence's name, without its schema, unless the name was taken when it was made. */
  public static String name(QualifiedName table, String column) {
    int available = Names.MAX_BYTES - SUFFIX.length() - 1;
    int tableBytes = Names.bytes(table.name());
    int columnBytes = Names.bytes(column);
    while (tableBytes + columnBytes > available) {
      if (tableBytes > columnBytes) {
        tableBytes--;
      } else {
        columnBytes--;
      }
    }
    return cut(table.name(), tableBytes) + '_' + cut(column, columnBytes) + SUFFIX;
  }

  /** As many whole characters as fit. */
  private static String cut(String name, int bytes) {
    byte[] all = name.getBytes(StandardCharsets.UTF_8);
    int end = Math.min(bytes, all.length);
    while (end < all.length && (all[end] & 0xc0) == 0x80) {
      end--;
    }
    return new String(all, 0, end, StandardCharsets.UTF_8);
  }
}
