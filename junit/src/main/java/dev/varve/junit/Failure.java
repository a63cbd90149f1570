package dev.varve.junit;

import java.util.List;

/**
 * Stands below the exception of a failed test, and says where its database is and what it holds. It
 * is no failure of its own, and has no trace.
 */
final class Failure extends Exception {
  private static final long serialVersionUID = 1;

  private Failure(String message) {
    super(message, null, false, false);
  }

  /**
   * What is said of a test's database.
   *
   * @param place where it is kept; empty where it isn't
   * @param random how to repeat what was random; empty where nothing was
   * @param tables what its tables hold
   */
  static Failure of(String place, String random, List<String> tables) {
    StringBuilder text = new StringBuilder();
    text.append(place.isEmpty() ? "the test's database held" : "the test's database is kept: ");
    text.append(place);
    if (tables.isEmpty()) {
      text.append(place.isEmpty() ? " no rows" : "\nwithout rows");
    }
    if (!random.isEmpty()) {
      text.append('\n').append(random);
    }
    for (String table : tables) {
      text.append('\n').append(table);
    }
    return new Failure(text.toString());
  }

  /** The text alone: that it is an exception is of no interest. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
