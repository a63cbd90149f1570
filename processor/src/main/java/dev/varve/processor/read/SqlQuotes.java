package dev.varve.processor.read;

import dev.varve.schema.Dialect;
import dev.varve.schema.sql.Identifiers;

/** Names and literals in fragments of SQL that are the same for all dialects. */
final class SqlQuotes {
  private static final Identifiers POSTGRESQL = Identifiers.of(Dialect.POSTGRESQL);
  private static final Identifiers SQLITE = Identifiers.of(Dialect.SQLITE);

  private SqlQuotes() {}

  /** A column's name, in quotes if any dialect wants them. */
  static String name(String column) {
    String quoted = POSTGRESQL.quoted(column);
    return quoted.equals(column) ? SQLITE.quoted(column) : quoted;
  }

  /** A text as a literal. */
  static String text(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }
}
