package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Names;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
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

/** Small schemas for examples: each table has an id, and names derived as the processor does. */
final class Sample {
  private Sample() {}

  static Schema schema(Table... tables) {
    return new Schema(List.of(), List.of(tables));
  }

  /**
   * A table.
   *
   * @param columns {@code "name int64"}, {@code "email text(320)?"} for one that may be null,
   *     {@code "size int32 = 1"} with a default
   */
  static Table table(String name, String origin, String... columns) {
    TableEdit edit = new TableEdit(empty(QualifiedName.parse(name), origin));
    for (String column : columns) {
      edit.columns.add(column(column));
    }
    return edit.table();
  }

  private static Table empty(QualifiedName name, String origin) {
    Column id = new Column("id", ColumnTypes.read("int64"), false, new Identity(), Map.of(), "");
    PrimaryKey key = new PrimaryKey(Names.primaryKey(name), List.of("id"));
    return new Table(
        name, origin, List.of(id), key, List.of(), List.of(), List.of(), List.of(), "");
  }

  static Column column(String text) {
    int space = text.indexOf(' ');
    int equals = text.indexOf(" = ");
    String type = equals < 0 ? text.substring(space + 1) : text.substring(space + 1, equals);
    ValueSource source =
        equals < 0 ? new Given() : new Default(Sql.of(text.substring(equals + " = ".length())));
    boolean nullable = type.endsWith("?");
    return new Column(
        text.substring(0, space),
        ColumnTypes.read(nullable ? type.substring(0, type.length() - 1) : type),
        nullable,
        source,
        Map.of(),
        "");
  }

  static Table unique(Table table, String... columns) {
    TableEdit edit = new TableEdit(table);
    List<String> names = List.of(columns);
    edit.uniqueKeys.add(new UniqueKey(Names.uniqueKey(table.name(), names), names));
    return edit.table();
  }

  static Table index(Table table, String column) {
    TableEdit edit = new TableEdit(table);
    edit.indexes.add(
        new Index(
            Names.index(table.name(), List.of(column)),
            List.of(new ColumnPart(column, false)),
            false,
            "",
            List.of(),
            Sql.NONE));
    return edit.table();
  }

  static Table reference(Table table, String column, String target) {
    return reference(table, column, target, "id");
  }

  static Table reference(Table table, String column, String target, String targetColumn) {
    TableEdit edit = new TableEdit(table);
    edit.foreignKeys.add(
        new ForeignKey(
            Names.foreignKey(table.name(), List.of(column)),
            List.of(column),
            QualifiedName.parse(target),
            List.of(targetColumn),
            Action.CASCADE,
            Action.NO_ACTION,
            false));
    return edit.table();
  }

  /** A junction table of two tables with ids. */
  static Table junction(
      String name, String origin, String column, String owner, String other, String target) {
    QualifiedName table = QualifiedName.parse(name);
    Table bare =
        new Table(
            table,
            origin,
            new ArrayList<>(List.of(column(column + " int64"), column(other + " int64"))),
            new PrimaryKey(Names.primaryKey(table), List.of(column, other)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "");
    return index(reference(reference(bare, column, owner), other, target), other);
  }
}
