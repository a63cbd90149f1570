package dev.varve.schema;

/** A database engine that a schema can be written for. */
public enum Dialect {
  /** PostgreSQL, version 14 or later. */
  POSTGRESQL("postgresql"),

  /** SQLite, version 3.37 or later: the first that knows {@code STRICT} tables. */
  SQLITE("sqlite");

  private final String directory;

  Dialect(String directory) {
    this.directory = directory;
  }

  /** The name of the folder that holds this dialect's files, and its name in JSON. */
  public String directory() {
    return directory;
  }
}
