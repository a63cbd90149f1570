package dev.varve.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What to do about an error of PostgreSQL, by its code (<a
 * href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Error Codes</a>).
 */
final class Hints {
  private Hints() {}

  static @Nullable String of(@Nullable String sqlState) {
    if (sqlState == null) {
      return null;
    }
    return switch (sqlState) {
      case "25001" ->
          "This statement cannot run in a transaction: put it into a migration of its own that says"
              + " -- varve:transaction none";
      case "55P03" ->
          "Something else holds a lock on the table. Try again when it is done, or begin the script"
              + " with SET LOCAL lock_timeout to wait longer.";
      case "57014" ->
          "Somebody has cancelled the statement, or it took longer than statement_timeout allows;"
              + " -- varve:statement_timeout in the script allows more.";
      case "40P01" -> "Two sessions waited for each other. Try again.";
      case "42501" -> "The database role lacks a privilege; run migrations as the tables' owner.";
      case "55P04" ->
          "An enum value can be used only after the transaction that adds it: use it in the next"
              + " migration.";
      case "23502", "23503", "23505", "23514" ->
          "Rows that are there break the rule: correct them first, by a migration before this one.";
      default -> null;
    };
  }
}
