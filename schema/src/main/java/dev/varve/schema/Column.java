package dev.varve.schema;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A column of a table.
 *
 * @param name its name in the database
 * @param type what it holds
 * @param nullable whether it may be null
 * @param source where its value comes from
 * @param sqlType types to use instead of those that the dialects derive from {@code type}
 * @param comment what the Javadoc says, one or more lines; empty: nothing
 */
public record Column(
    String name,
    ColumnType type,
    boolean nullable,
    ValueSource source,
    Map<Dialect, String> sqlType,
    String comment) {
  /** Copies the map. */
  public Column {
    Map<Dialect, String> copy = new EnumMap<>(Dialect.class);
    copy.putAll(sqlType);
    sqlType = Collections.unmodifiableMap(copy);
  }

  /** A column without default, overridden type or comment. */
  public static Column of(String name, ColumnType type, boolean nullable) {
    return new Column(name, type, nullable, new ValueSource.Given(), Map.of(), "");
  }
}
