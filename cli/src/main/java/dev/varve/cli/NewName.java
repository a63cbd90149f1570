package dev.varve.cli;

import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.plan.Migration.Phase;

/** What a migration shall be called: {@code add_phone}. */
final class NewName {
  private static final String ANY_VERSION = "20000101000000";

  /** What one of several migrations gets behind its name. */
  private static final String LONGEST_SUFFIX = Phase.CONTRACT.suffix();

  private NewName() {}

  /**
   * The name that somebody gave.
   *
   * @throws CommandException if no migration can have it
   */
  static String of(String text) {
    if (!isName(text) || !isName(text + LONGEST_SUFFIX)) {
      int most = MigrationName.MAX_NAME - LONGEST_SUFFIX.length();
      throw CommandException.usage(
          "\""
              + text
              + "\" is no name of a migration; write at most "
              + most
              + " small letters, digits and _, as in fill_names");
    }
    return text;
  }

  private static boolean isName(String text) {
    try {
      return new MigrationName(ANY_VERSION, text).name().equals(text);
    } catch (FormatException e) {
      return false;
    }
  }
}
