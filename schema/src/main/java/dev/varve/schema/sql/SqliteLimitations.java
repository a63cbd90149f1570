package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Identity;
import java.util.ArrayList;
import java.util.List;

/** What SQLite's script goes without. */
final class SqliteLimitations {
  private final List<Limitation> found = new ArrayList<>();

  private SqliteLimitations() {}

  static List<Limitation> of(Schema schema) {
    SqliteLimitations limitations = new SqliteLimitations();
    for (Table table : schema.tables()) {
      limitations.primaryKey(table);
      for (Column column : table.columns()) {
        limitations.column(table, column);
      }
      for (Index index : table.indexes()) {
        limitations.index(table, index);
      }
    }
    return List.copyOf(limitations.found);
  }

  private void primaryKey(Table table) {
    if (SqliteTypes.hasComputedKey(table)) {
      add(
          table,
          table.primaryKey().name(),
          "the primary key is a unique index in SQLite, where a computed column can't be part of a"
              + " primary key");
    }
  }

  private void column(Table table, Column column) {
    if (column.source() instanceof Identity && !SqliteTypes.isCounter(table, column)) {
      add(
          table,
          column.name(),
          "SQLite counts only a primary key of one column, an INSERT must give this value");
    }
    if (column.source() instanceof Computed computed
        && computed.expression().in(Dialect.SQLITE).isEmpty()) {
      add(
          table,
          column.name(),
          "the column isn't computed in SQLite, its expression is for other dialects; write one for"
              + " SQLite");
    }
    if (!SqliteTypes.isStrict(column)) {
      add(
          table,
          column.name(),
          "the type "
              + column.sqlType().get(Dialect.SQLITE)
              + " is none that SQLite's STRICT tables know, so the table isn't STRICT and SQLite"
              + " doesn't check the types of its values; write INTEGER, REAL, TEXT, BLOB or ANY");
    }
    if (column.type() instanceof Array array && isBounded(array)) {
      add(table, column.name(), "SQLite can't check the elements of an array");
    }
  }

  private static boolean isBounded(Array array) {
    return array.element() instanceof Words
        || array.element() instanceof NativeEnum
        || array.element() instanceof Text text && text.length() > 0
        || array.element() instanceof Decimal decimal && decimal.precision() > 0;
  }

  private void index(Table table, Index index) {
    if (!SqliteIndexes.isTree(index)) {
      add(
          table,
          index.name(),
          "the index isn't made in SQLite, which has no " + index.method() + " indexes");
    } else if (!SqliteIndexes.canExpress(index)) {
      add(
          table,
          index.name(),
          "the index isn't made in SQLite, an expression of it is for other dialects; write one for"
              + " SQLite");
    } else if (index.unique() && !index.include().isEmpty()) {
      add(
          table,
          index.name(),
          "a unique index of SQLite can't include columns beside its key, it goes without "
              + String.join(", ", index.include()));
    }
  }

  private void add(Table table, String object, String sentence) {
    found.add(new Limitation(table.name(), object, sentence));
  }
}
