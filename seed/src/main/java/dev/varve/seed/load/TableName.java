package dev.varve.seed.load;

import dev.varve.seed.value.Words;

/**
 * The name of a table.
 *
 * @param schema the schema that holds it; empty for the connection's current one
 * @param name its name
 */
public record TableName(String schema, String name) {
  /** Reads {@code name} or {@code schema.name}, as descriptors write them. */
  public static TableName of(String words) {
    int dot = words.indexOf('.');
    return dot < 0
        ? new TableName("", Words.decode(words))
        : new TableName(
            Words.decode(words.substring(0, dot)), Words.decode(words.substring(dot + 1)));
  }

  /** The name in PostgreSQL's SQL. */
  public String postgres() {
    return schema.isEmpty() ? quoted(name) : quoted(schema) + '.' + quoted(name);
  }

  /** The name in SQLite's SQL, which has no schemas: they are part of the name. */
  public String sqlite() {
    return quoted(sqliteName());
  }

  /** The name as SQLite's own tables hold it. */
  public String sqliteName() {
    return schema.isEmpty() ? name : schema + '_' + name;
  }

  /** An identifier in SQL. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text in SQL. */
  public static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + '.' + name;
  }
}
