package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement {@code CREATE INDEX CONCURRENTLY}, as far as it says which index it makes.
 *
 * @param name of the index, as it is written
 * @param table as it is written
 * @param unique whether it enforces uniqueness
 * @param ifNotExists whether it passes by an index of its name
 * @param definition what follows the table
 */
record ConcurrentIndex(
    String name, String table, boolean unique, boolean ifNotExists, String definition) {
  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

  static final String QUALIFIED_NAME = NAME + "(?:\\s*\\.\\s*" + NAME + ")?";

  private static final Pattern CREATE =
      Pattern.compile(
          "(?is)CREATE\\s+(UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+(IF\\s+NOT\\s+EXISTS\\s+)?("
              + NAME
              + ")\\s*\\bON\\s+(?:ONLY\\s+)?("
              + QUALIFIED_NAME
              + ")(.*)");

  private static final Pattern UNNAMED =
      Pattern.compile("(?is)CREATE\\s+(UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+ON\\s.*");

  /** Whether a statement leaves the index's name to the database. */
  static boolean isUnnamed(SqlStatement statement) {
    return UNNAMED.matcher(statement.withoutComments()).matches();
  }

  /** The index, or empty for other statements and for one that leaves the name to the database. */
  static Optional<ConcurrentIndex> of(SqlStatement statement) {
    Matcher matcher = CREATE.matcher(statement.withoutComments());
    return matcher.matches()
        ? Optional.of(
            new ConcurrentIndex(
                matcher.group(3),
                matcher.group(4),
                matcher.group(1) != null,
                matcher.group(2) != null,
                matcher.group(5)))
        : Optional.empty();
  }

  /** The same index on another table, without CONCURRENTLY. */
  String on(String other) {
    return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + name + " ON " + other + definition;
  }
}
