package dev.varve.catalog;

/** Expressions as PostgreSQL writes them. */
final class PostgresTexts {
  private PostgresTexts() {}

  /** The text by which two of a server's expressions are compared. */
  static String comparable(String text) {
    return text;
  }
}
