package dev.varve.bench.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Names;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A table of ten columns, mixed as in an application, that can be edited. */
final class TableDraft {
  QualifiedName name;
  String comment = "";
  final List<Column> columns = new ArrayList<>();
  final List<UniqueKey> uniqueKeys = new ArrayList<>();
  final List<Check> checks = new ArrayList<>();
  final List<ForeignKey> foreignKeys = new ArrayList<>();
  final List<Index> indexes = new ArrayList<>();

  /** The table of a number. Odd ones refer to the one before, even ones to themselves. */
  TableDraft(int number) {
    name = QualifiedName.of("table" + number);
    column("id", Simple.INT64, false, new Identity());
    column("email", new Text(320), false, new Given());
    column("name", new Text(80), false, new Given());
    column("note", new Text(2000), true, new Given());
    column("status", new Words(List.of("NEW", "PAID", "SENT")), false, new Given());
    column("amount", new Decimal(12, 2), false, new Given());
    column("created_at", Simple.INSTANT, false, new Default(Sql.of("CURRENT_TIMESTAMP")));
    column("rank", Simple.INT32, false, new Given());
    column("active", Simple.BOOLEAN, false, new Given());
    column("previous_id", Simple.INT64, false, new Given());
    unique("email");
    index("rank");
    index("previous_id");
    foreignKey("previous_id", QualifiedName.of("table" + number / 2 * 2), Action.NO_ACTION);
  }

  void column(String column, ColumnType type, boolean nullable, ValueSource source) {
    columns.add(new Column(column, type, nullable, source, Map.of(), ""));
  }

  /** Replaces a column. */
  void alter(int position, String column, ColumnType type, boolean nullable, ValueSource source) {
    columns.set(position, new Column(column, type, nullable, source, Map.of(), ""));
  }

  void unique(String column) {
    uniqueKeys.add(new UniqueKey(Names.uniqueKey(name, List.of(column)), List.of(column)));
  }

  void index(String column) {
    indexes.add(
        new Index(
            Names.index(name, List.of(column)),
            List.of(new ColumnPart(column, false)),
            false,
            "",
            List.of(),
            Sql.NONE));
  }

  void check(String column, String condition) {
    checks.add(new Check(Names.check(name, List.of(column)), Sql.of(condition)));
  }

  void foreignKey(String column, QualifiedName target, Action onDelete) {
    foreignKeys.add(
        new ForeignKey(
            Names.foreignKey(name, List.of(column)),
            List.of(column),
            target,
            List.of("id"),
            onDelete,
            Action.NO_ACTION,
            false));
  }

  Table table() {
    PrimaryKey key = new PrimaryKey(Names.primaryKey(name), List.of("id"));
    return new Table(name, "", columns, key, uniqueKeys, checks, foreignKeys, indexes, comment);
  }
}
