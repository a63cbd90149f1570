package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.Index.Part;
import dev.varve.schema.Names;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.ValueSource.RandomUuid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tables for tests, in few words. A type that ends with a question mark may be null. */
final class TableBuilder {
  private final QualifiedName name;
  private final List<Column> columns = new ArrayList<>();
  private final List<UniqueKey> uniqueKeys = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();
  private List<String> key = List.of("id");
  private String comment = "";
  private long rows;

  private TableBuilder(String name) {
    this.name = QualifiedName.parse(name);
  }

  /** A table without columns; its key is called id. */
  static TableBuilder bare(String name) {
    return new TableBuilder(name);
  }

  /** A table with an identity as its key. */
  static TableBuilder table(String name) {
    return bare(name).column("id", "int64", new Identity());
  }

  TableBuilder key(String... columns) {
    key = List.of(columns);
    return this;
  }

  /** A table that is said to have so many rows. */
  TableBuilder rows(long count) {
    rows = count;
    return this;
  }

  TableBuilder comment(String text) {
    comment = text;
    return this;
  }

  TableBuilder column(String column, String type) {
    return column(column, type, new Given());
  }

  TableBuilder column(String column, String type, ValueSource source) {
    boolean nullable = type.endsWith("?");
    ColumnType read = ColumnTypes.read(nullable ? type.substring(0, type.length() - 1) : type);
    columns.add(new Column(column, read, nullable, source, Map.of(), ""));
    return this;
  }

  TableBuilder byDefault(String column, String type, String expression) {
    return column(column, type, new Default(Sql.of(expression)));
  }

  TableBuilder uuid(String column) {
    return column(column, "uuid", new RandomUuid());
  }

  TableBuilder computed(String column, String type, String expression, boolean stored) {
    return column(column, type, new Computed(Sql.of(expression), stored));
  }

  /** A column of a type that is SQLite's own. */
  TableBuilder typed(String column, String type, String sqlite) {
    columns.add(
        new Column(
            column, ColumnTypes.read(type), true, new Given(), Map.of(Dialect.SQLITE, sqlite), ""));
    return this;
  }

  /** A column of a type that is PostgreSQL's own. */
  TableBuilder postgres(String column, String postgres) {
    columns.add(
        new Column(
            column, new Text(0), true, new Given(), Map.of(Dialect.POSTGRESQL, postgres), ""));
    return this;
  }

  /** A column with a comment. */
  TableBuilder said(String column, String type, String comment) {
    column(column, type);
    Column last = columns.remove(columns.size() - 1);
    columns.add(
        new Column(
            last.name(), last.type(), last.nullable(), last.source(), last.sqlType(), comment));
    return this;
  }

  TableBuilder uniqueIndex(String indexName, String expression, Sql where) {
    Part part = new ExpressionPart(Sql.of(expression), false);
    indexes.add(new Index(indexName, List.of(part), true, "", List.of(), where));
    return this;
  }

  /** An index by a name of its own. */
  TableBuilder indexNamed(String indexName, String... on) {
    List<Part> parts = new ArrayList<>();
    for (String column : on) {
      parts.add(new ColumnPart(column, false));
    }
    indexes.add(new Index(indexName, parts, false, "", List.of(), Sql.NONE));
    return this;
  }

  /** A unique key by a name of its own. */
  TableBuilder uniqueNamed(String keyName, String... on) {
    uniqueKeys.add(new UniqueKey(keyName, List.of(on)));
    return this;
  }

  TableBuilder refers(String column, String type, String target, Action onDelete) {
    return column(column, type).foreignKey(List.of(column), target, List.of("id"), onDelete);
  }

  TableBuilder foreignKey(List<String> own, String target, List<String> targets, Action onDelete) {
    foreignKeys.add(
        new ForeignKey(
            Names.foreignKey(name, own),
            own,
            QualifiedName.parse(target),
            targets,
            onDelete,
            Action.NO_ACTION,
            false));
    return this;
  }

  TableBuilder check(String rule, String condition) {
    checks.add(new Check(Names.check(name, List.of(rule)), Sql.of(condition)));
    return this;
  }

  TableBuilder unique(String... on) {
    uniqueKeys.add(new UniqueKey(Names.uniqueKey(name, List.of(on)), List.of(on)));
    return this;
  }

  TableBuilder index(String... on) {
    return index(Sql.NONE, on);
  }

  TableBuilder index(Sql where, String... on) {
    List<Part> parts = new ArrayList<>();
    for (String column : on) {
      parts.add(new ColumnPart(column, false));
    }
    indexes.add(new Index(Names.index(name, List.of(on)), parts, false, "", List.of(), where));
    return this;
  }

  Table build() {
    return new Table(
            name,
            "",
            columns,
            new PrimaryKey(Names.primaryKey(name), key),
            uniqueKeys,
            checks,
            foreignKeys,
            indexes,
            comment)
        .withRows(rows);
  }
}
