package dev.varve.processor.read;

import dev.varve.schema.Dialect;

/** What people call the dialects. */
final class DialectText {
  private DialectText() {}

  static String of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> "PostgreSQL";
      case SQLITE -> "SQLite";
    };
  }
}
