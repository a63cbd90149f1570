package dev.varve.processor.read;

import dev.varve.schema.ColumnType;
import dev.varve.schema.Dialect;
import java.util.List;
import java.util.Map;

/**
 * A column, and where its value comes from.
 *
 * @param name its name
 * @param type what it holds
 * @param sqlType types used instead
 * @param path the accessors that lead from a record to the value
 */
record PathColumn(String name, ColumnType type, Map<Dialect, String> sqlType, List<String> path) {}
