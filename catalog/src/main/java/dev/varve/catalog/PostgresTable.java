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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A table of PostgreSQL's while it is read. */
final class PostgresTable {
  final QualifiedName name;
  final String comment;
  final List<Column> columns = new ArrayList<>();
  final List<UniqueKey> uniqueKeys = new ArrayList<>();
  final List<Check> checks = new ArrayList<>();
  final List<ForeignKey> foreignKeys = new ArrayList<>();
  final List<Index> indexes = new ArrayList<>();

  /** Columns whose NOT NULL doesn't hold for the rows there are. */
  final Set<String> notValidated = new HashSet<>();

  PrimaryKey primaryKey = PrimaryKey.NONE;
  private final List<Unmodelled> unmodelled;

  PostgresTable(QualifiedName name, String comment, List<Unmodelled> unmodelled) {
    this.name = name;
    this.comment = comment;
    this.unmodelled = unmodelled;
  }

  void note(String object, String sentence) {
    unmodelled.add(new Unmodelled(name, object, sentence));
  }

  Table build() {
    return new Table(
        name, "", columns, primaryKey, uniqueKeys, checks, foreignKeys, indexes, comment);
  }
}
