package dev.varve.catalog;

import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two schemas in physical form.
 *
 * <p>The order of columns is no difference. In SQLite neither are the names of the constraints in
 * CREATE TABLE, which stay what they were when tables and columns are renamed, nor are blanks,
 * capitals and quotes around names.
 */
public final class CatalogDifference {
  private final Descriptions descriptions;
  private final List<String> lines = new ArrayList<>();

  private CatalogDifference(Dialect dialect) {
    descriptions = new Descriptions(dialect);
  }

  /**
   * The differences, one line each, in an order that depends on the schemas alone; empty if there
   * are none.
   *
   * @param expected what a model asks for, from {@link CatalogReader#expected}
   * @param found what a database holds
   * @param dialect the engine of both
   */
  public static List<String> between(Schema expected, Schema found, Dialect dialect) {
    CatalogDifference difference = new CatalogDifference(dialect);
    difference.compareSchemas(expected, found);
    return List.copyOf(difference.lines);
  }

  private void compareSchemas(Schema expected, Schema found) {
    compare("enum type ", "", enumTypes(expected), enumTypes(found));
    Map<String, Table> expectedTables = tables(expected);
    Map<String, Table> foundTables = tables(found);
    for (Map.Entry<String, Table> entry : expectedTables.entrySet()) {
      Table other = foundTables.remove(entry.getKey());
      if (other == null) {
        lines.add("table " + entry.getKey() + " is missing");
      } else {
        compareTables(entry.getKey(), entry.getValue(), other);
      }
    }
    for (String name : foundTables.keySet()) {
      lines.add("table " + name + " isn't expected");
    }
  }

  private static Map<String, Table> tables(Schema schema) {
    Map<String, Table> tables = new TreeMap<>();
    for (Table table : schema.tables()) {
      tables.put(table.name().toString(), table);
    }
    return tables;
  }

  private static Map<String, String> enumTypes(Schema schema) {
    Map<String, String> types = new TreeMap<>();
    for (EnumType type : schema.enumTypes()) {
      types.put(type.name().toString(), Descriptions.enumType(type));
    }
    return types;
  }

  private void compareTables(String name, Table expected, Table found) {
    String of = " of table " + name;
    compareValues(
        "comment" + of,
        Descriptions.quotedOrEmpty(expected.comment()),
        Descriptions.quotedOrEmpty(found.comment()));
    Map<String, String> expectedComments = comments(expected, found);
    compare("comment on column ", of, expectedComments, comments(found, expected));
    compare("column ", of, descriptions.columns(expected), descriptions.columns(found));
    compareValues(
        "primary key" + of, descriptions.primaryKey(expected), descriptions.primaryKey(found));
    compare("unique key ", of, descriptions.uniqueKeys(expected), descriptions.uniqueKeys(found));
    compare("check ", of, descriptions.checks(expected), descriptions.checks(found));
    compare(
        "foreign key ", of, descriptions.foreignKeys(expected), descriptions.foreignKeys(found));
    compare("index ", of, descriptions.indexes(expected), descriptions.indexes(found));
  }

  /** The comments of columns that both tables have. */
  private static Map<String, String> comments(Table table, Table other) {
    Map<String, String> comments = new TreeMap<>();
    for (Column column : table.columns()) {
      if (!column.comment().isEmpty() && other.column(column.name()).isPresent()) {
        comments.put(column.name(), Descriptions.quoted(column.comment()));
      }
    }
    return comments;
  }

  private void compare(
      String kind, String of, Map<String, String> expected, Map<String, String> found) {
    Map<String, String> names = new TreeMap<>(expected);
    names.putAll(found);
    for (String name : names.keySet()) {
      compareDescribed(kind + name + of, name, expected.get(name), found.get(name));
    }
  }

  private void compareDescribed(
      String object, String name, @Nullable String expected, @Nullable String found) {
    if (found == null) {
      lines.add(object + " is missing" + detail(": expected ", name, expected));
    } else if (expected == null) {
      lines.add(object + " isn't expected" + detail(": found ", name, found));
    } else if (!expected.equals(found)) {
      lines.add(object + " differs: expected " + expected + ", found " + found);
    }
  }

  /** What it is, unless that is its name. */
  private static String detail(String intro, String name, @Nullable String text) {
    return name.equals(text) ? "" : intro + text;
  }

  private void compareValues(String object, String expected, String found) {
    if (!expected.equals(found)) {
      lines.add(
          object
              + " differs: expected "
              + (expected.isEmpty() ? "none" : expected)
              + ", found "
              + (found.isEmpty() ? "none" : found));
    }
  }
}
