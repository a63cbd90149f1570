package dev.varve.runtime.format;

import java.util.Comparator;

/**
 * What a migration is called: when it was made, and what it does. The version alone orders
 * migrations and identifies one in a database; both together name its files.
 *
 * @param version the UTC second of its first generation, 14 digits {@code yyyyMMddHHmmss}
 * @param name small letters, digits and {@code _}, at most {@value #MAX_NAME} characters
 */
public record MigrationName(String version, String name) implements Comparable<MigrationName> {
  /** The most characters a {@link #name} may have, so that every file system takes the file. */
  public static final int MAX_NAME = 120;

  private static final int VERSION_DIGITS = 14;
  private static final String UP = ".sql";
  private static final String DOWN = ".down.sql";
  private static final Comparator<MigrationName> BY_VERSION =
      Comparator.comparing(MigrationName::version).thenComparing(MigrationName::name);

  /**
   * Checks both parts.
   *
   * @throws FormatException if one is not as described
   */
  public MigrationName {
    if (!isVersion(version)) {
      throw new FormatException(
          "\"" + version + "\" is no migration version; expected 14 digits yyyyMMddHHmmss");
    }
    if (!isName(name)) {
      throw new FormatException(
          "\""
              + name
              + "\" is no migration name; expected small letters, digits and _, at most "
              + MAX_NAME
              + " characters, as in add_phone_to_customers");
    }
  }

  /**
   * Reads {@code 20261120070501_init_schema}.
   *
   * @throws FormatException if the text is not of that form
   */
  public static MigrationName parse(String text) {
    int underscore = text.indexOf('_');
    if (underscore < 0) {
      throw new FormatException(
          "\"" + text + "\" names no migration; expected as in 20261120070501_init_schema");
    }
    return new MigrationName(text.substring(0, underscore), text.substring(underscore + 1));
  }

  /**
   * The migration that a file belongs to, its up or its down script.
   *
   * @param file the file's name, without folders
   * @throws FormatException if no migration's file has such a name
   */
  public static MigrationName ofFile(String file) {
    if (!file.endsWith(UP)) {
      throw new FormatException(
          "\"" + file + "\" is no migration file; expected as in 20261120070501_init_schema.sql");
    }
    int tail = file.endsWith(DOWN) ? DOWN.length() : UP.length();
    return parse(file.substring(0, file.length() - tail));
  }

  /** Whether a text is a version: 14 digits. */
  public static boolean isVersion(String text) {
    if (text.length() != VERSION_DIGITS) {
      return false;
    }
    for (int i = 0; i < VERSION_DIGITS; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '_' && (!Character.isLetterOrDigit(c) || Character.isUpperCase(c))) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_NAME;
  }

  /** The name of the file with the up script. */
  public String upFile() {
    return this + UP;
  }

  /** The name of the file with the down script. */
  public String downFile() {
    return this + DOWN;
  }

  /** By version, then by name. */
  @Override
  public int compareTo(MigrationName other) {
    return BY_VERSION.compare(this, other);
  }

  /** {@code version_name}, as {@link #parse} reads it. */
  @Override
  public String toString() {
    return version + '_' + name;
  }
}
