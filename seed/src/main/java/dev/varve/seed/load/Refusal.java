package dev.varve.seed.load;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a database said when it refused a row.
 *
 * @param message its words
 * @param constraint the constraint; null if it didn't name one
 * @param column the column; null if it didn't name one, as PostgreSQL doesn't for a CHECK
 * @param key the values of the key's columns as text, {@code 7, DE}; null if it didn't name them
 */
public record Refusal(
    String message, @Nullable String constraint, @Nullable String column, @Nullable String key) {
  private static final String CHECK = "CHECK constraint failed: ";
  private static final String NOT_NULL = "NOT NULL constraint failed: ";

  /** Reads an exception of either driver. */
  public static Refusal of(SQLException e) {
    SQLException cause = e.getNextException() == null ? e : e.getNextException();
    Refusal postgres = PostgresDriver.refusal(cause);
    return postgres == null ? sqlite(String.valueOf(cause.getMessage())) : postgres;
  }

  private static Refusal sqlite(String message) {
    String qualified = after(message, NOT_NULL);
    return new Refusal(
        message,
        after(message, CHECK),
        qualified == null ? null : qualified.substring(qualified.lastIndexOf('.') + 1),
        null);
  }

  private static @Nullable String after(String message, String words) {
    int start = message.indexOf(words);
    if (start < 0) {
      return null;
    }
    String rest = message.substring(start + words.length());
    return rest.endsWith(")") ? rest.substring(0, rest.length() - 1) : rest;
  }
}
