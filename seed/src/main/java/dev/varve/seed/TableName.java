package dev.varve.seed;

import dev.varve.seed.value.Words;

/**
 * The name of a table.
 *
 * @param schema the schema that holds it; empty for the connection's current one
 * @param name its name
 */
record TableName(String schema, String name) {
  /** Reads {@code name} or {@code schema.name}. */
  static TableName of(String words) {
    int dot = words.indexOf('.');
    return dot < 0
        ? new TableName("", Words.decode(words))
        : new TableName(
            Words.decode(words.substring(0, dot)), Words.decode(words.substring(dot + 1)));
  }

  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + '.' + name;
  }
}
