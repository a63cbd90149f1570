package dev.varve.schema.sql;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
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
import java.util.Optional;

/** A table as SQLite holds it. Its parts are in the order in which the script writes them. */
final class SqliteForm {
  private final SqliteChecks typeChecks;
  private final Table table;
  private final SqliteFragments fragments;

  SqliteForm(SqliteChecks typeChecks, Table table) {
    this.typeChecks = typeChecks;
    this.table = table;
    fragments = new SqliteFragments(table);
  }

  /** All of it. */
  Table table() {
    List<Column> columns = new ArrayList<>(table.columns().size());
    for (Column column : table.columns()) {
      columns.add(typed(column, isNullable(column), source(column)));
    }
    return new Table(
        QualifiedName.of(Identifiers.flat(table.name())),
        "",
        columns,
        primaryKey(),
        List.of(),
        checks(),
        foreignKeys(),
        indexes(),
        "");
  }

  /** The same column with the type that SQLite knows it by. */
  static Column typed(Column column, boolean nullable, ValueSource source) {
    String spelled = SqliteTypes.canonical(SqliteTypes.of(column));
    ColumnType type =
        switch (spelled) {
          case "INTEGER" -> Simple.INT64;
          case "REAL" -> Simple.FLOAT64;
          case "BLOB" -> Simple.BYTES;
          default -> new Text(0);
        };
    boolean other = type instanceof Text && !spelled.equals("TEXT");
    Map<Dialect, String> sqlType = other ? Map.of(Dialect.SQLITE, spelled) : Map.of();
    return new Column(column.name(), type, nullable, source, sqlType, "");
  }

  /** Whether a column may be null: keys and counters never. */
  boolean isNullable(Column column) {
    return column.nullable()
        && !(column.source() instanceof Identity)
        && !table.primaryKey().columns().contains(column.name());
  }

  /** Where a column's value comes from, as far as SQLite is told. */
  ValueSource source(Column column) {
    ValueSource source = column.source();
    if (source instanceof RandomUuid) {
      return new Default(only('(' + SqliteDefaults.RANDOM_UUID + ')'));
    }
    if (source instanceof Default value) {
      Optional<String> text = value.expression().in(Dialect.SQLITE);
      return text.isPresent()
          ? new Default(only(SqliteDefaults.of(column, text.get())))
          : new Given();
    }
    if (source instanceof Computed computed) {
      return computed(column.type(), computed);
    }
    return SqliteTypes.isCounter(table, column) ? source : new Given();
  }

  private ValueSource computed(ColumnType type, Computed computed) {
    Optional<String> text = fragments.own(computed.expression());
    if (text.isEmpty()) {
      return new Given();
    }
    String expression = text.get();
    if (type instanceof Decimal decimal
        && decimal.precision() > 0
        && SqliteFragments.isShared(computed.expression())) {
      expression = rounded(expression, decimal.scale());
    }
    return new Computed(only(expression), computed.stored());
  }

  /** What PostgreSQL does by itself when it stores a number; {@code printf} would make null 0. */
  static String rounded(String expression, int scale) {
    return "CASE WHEN ("
        + expression
        + ") IS NOT NULL THEN printf('%."
        + scale
        + "f', "
        + expression
        + ") END";
  }

  /** The primary key; none where SQLite refuses it, {@link #indexes} has it then. */
  PrimaryKey primaryKey() {
    return SqliteTypes.hasComputedKey(table) ? PrimaryKey.NONE : table.primaryKey();
  }

  /** The CHECKs: those of the columns' types, then those that a person asked for. */
  List<Check> checks() {
    List<Check> checks = new ArrayList<>(table.checks().size() + 4);
    for (Column column : table.columns()) {
      String condition = typeChecks.of(column);
      if (!condition.isEmpty()) {
        String name =
            SchemaScript.bringsCheck(column.type())
                ? Names.check(table.name(), List.of(column.name()))
                : Names.typeCheck(table.name(), column.name());
        checks.add(new Check(name, only(condition)));
      }
    }
    for (Check check : table.checks()) {
      Optional<String> condition = fragments.own(check.condition());
      if (condition.isPresent()) {
        checks.add(new Check(check.name(), only(condition.get())));
      }
    }
    return checks;
  }

  private List<ForeignKey> foreignKeys() {
    List<ForeignKey> keys = new ArrayList<>(table.foreignKeys().size());
    for (ForeignKey key : table.foreignKeys()) {
      keys.add(
          new ForeignKey(
              key.name(),
              key.columns(),
              QualifiedName.of(Identifiers.flat(key.target())),
              key.targetColumns(),
              key.onDelete(),
              key.onUpdate(),
              key.deferrable()));
    }
    return keys;
  }

  /** The indexes that can be made, those of unique keys first. */
  List<Index> indexes() {
    List<Index> indexes = new ArrayList<>(table.uniqueKeys().size() + table.indexes().size());
    if (SqliteTypes.hasComputedKey(table)) {
      indexes.add(unique(table.primaryKey().name(), table.primaryKey().columns()));
    }
    for (UniqueKey key : table.uniqueKeys()) {
      indexes.add(unique(key.name(), key.columns()));
    }
    for (Index index : table.indexes()) {
      if (SqliteIndexes.canExpress(index)) {
        boolean all = index.where().equals(Sql.NONE);
        Sql where = all ? Sql.NONE : only(fragments.own(index.where()).orElseThrow());
        indexes.add(
            new Index(flat(index.name()), parts(index), index.unique(), "", List.of(), where));
      }
    }
    return indexes;
  }

  private Index unique(String name, List<String> columns) {
    List<Part> parts = new ArrayList<>(columns.size());
    addAll(parts, columns);
    return new Index(flat(name), parts, true, "", List.of(), Sql.NONE);
  }

  /** Columns to include become the last of the key, but not of a unique one. */
  private List<Part> parts(Index index) {
    if (index.include().isEmpty() && !PostgresIndexes.hasExpression(index)) {
      return index.parts();
    }
    List<Part> parts = new ArrayList<>(index.parts().size() + index.include().size());
    for (Part part : index.parts()) {
      parts.add(
          part instanceof ExpressionPart expression
              ? new ExpressionPart(
                  only(fragments.own(expression.sql()).orElseThrow()), part.descending())
              : part);
    }
    if (!index.unique()) {
      addAll(parts, index.include());
    }
    return parts;
  }

  private static void addAll(List<Part> parts, List<String> columns) {
    for (String column : columns) {
      parts.add(new ColumnPart(column, false));
    }
  }

  /**
   * An index's name is unique in the whole database, in PostgreSQL in a schema: it's prefixed by
   * the schema as the table's name is.
   */
  private String flat(String index) {
    return Identifiers.flat(new QualifiedName(table.name().schema(), index));
  }

  private static Sql only(String text) {
    return Sql.only(Dialect.SQLITE, text);
  }
}
