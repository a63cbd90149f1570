package dev.varve.runtime.format;

import java.util.Optional;

/** A database engine that migrations are written for. */
public enum Engine {
  /** PostgreSQL. */
  POSTGRESQL("postgresql", "PostgreSQL"),

  /** SQLite. */
  SQLITE("sqlite", "SQLite");

  private final String directory;
  private final String product;

  Engine(String directory, String product) {
    this.directory = directory;
    this.product = product;
  }

  /** The name of the folder that holds this engine's files. */
  public String directory() {
    return directory;
  }

  /** How its JDBC driver calls it: {@link java.sql.DatabaseMetaData#getDatabaseProductName}. */
  public String product() {
    return product;
  }

  /** The engine that a JDBC driver calls so, or empty where it is none of these. */
  public static Optional<Engine> ofProduct(String product) {
    for (Engine engine : values()) {
      if (engine.product.equals(product)) {
        return Optional.of(engine);
      }
    }
    return Optional.empty();
  }
}
