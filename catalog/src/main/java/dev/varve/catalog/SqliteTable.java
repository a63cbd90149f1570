package dev.varve.catalog;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

/** A table of SQLite's while it is read. */
final class SqliteTable {
  final QualifiedName name;
  final List<Column> columns = new ArrayList<>();
  final List<UniqueKey> uniqueKeys = new ArrayList<>();
  final List<Check> checks = new ArrayList<>();
  final List<ForeignKey> foreignKeys = new ArrayList<>();
  final List<Index> indexes = new ArrayList<>();
  final List<Unmodelled> unmodelled = new ArrayList<>();
  PrimaryKey primaryKey = PrimaryKey.NONE;

  SqliteTable(String name) {
    this.name = QualifiedName.of(name);
  }

  void note(String object, String sentence) {
    unmodelled.add(new Unmodelled(name, object, sentence));
  }

  Table build() {
    return new Table(name, "", columns, primaryKey, uniqueKeys, checks, foreignKeys, indexes, "");
  }
}
