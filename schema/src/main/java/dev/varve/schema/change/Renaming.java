package dev.varve.schema.change;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.sql.SqlRenaming;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a rename makes of a table: all that mentions what is renamed follows, as in a database. */
final class Renaming {
  private Renaming() {}

  /** The table itself gets another name. */
  static void table(TableEdit table, QualifiedName to) {
    QualifiedName from = table.name;
    texts(table, sql -> SqlRenaming.table(sql, from, to));
    table.name = to;
  }

  /** A table that it may refer to gets another name. */
  static void target(TableEdit table, QualifiedName from, QualifiedName to) {
    table.foreignKeys.replaceAll(
        key -> key.target().equals(from) ? with(key, key.columns(), to, key.targetColumns()) : key);
  }

  /** One of its columns gets another name. */
  static void column(TableEdit table, String from, String to) {
    UnaryOperator<String> name = column -> column.equals(from) ? to : column;
    texts(table, sql -> SqlRenaming.column(sql, table.name, from, to));
    table.columns.replaceAll(
        column ->
            column.name().equals(from) ? with(column, to, column.type(), column.source()) : column);
    table.primaryKey =
        new PrimaryKey(table.primaryKey.name(), all(table.primaryKey.columns(), name));
    table.uniqueKeys.replaceAll(key -> new UniqueKey(key.name(), all(key.columns(), name)));
    table.foreignKeys.replaceAll(
        key -> with(key, all(key.columns(), name), key.target(), key.targetColumns()));
    table.indexes.replaceAll(
        index -> {
          List<Index.Part> parts = new ArrayList<>(index.parts());
          parts.replaceAll(
              part ->
                  part instanceof ColumnPart named && named.name().equals(from)
                      ? new ColumnPart(to, named.descending())
                      : part);
          return new Index(
              index.name(),
              parts,
              index.unique(),
              index.method(),
              all(index.include(), name),
              index.where());
        });
  }

  /** A column of a table that it may refer to gets another name. */
  static void targetColumn(TableEdit table, QualifiedName target, String from, String to) {
    table.foreignKeys.replaceAll(
        key ->
            key.target().equals(target)
                ? with(
                    key,
                    key.columns(),
                    target,
                    all(key.targetColumns(), column -> column.equals(from) ? to : column))
                : key);
  }

  /** An enum type gets another name. */
  static void type(TableEdit table, QualifiedName from, QualifiedName to) {
    texts(table, sql -> SqlRenaming.enumType(sql, from, to));
    table.columns.replaceAll(
        column -> {
          ValueSource source =
              column.source() instanceof Default value
                  ? new Default(SqlRenaming.enumType(value.expression(), from, to))
                  : column.source();
          return with(column, column.name(), type(column.type(), from, to), source);
        });
  }

  /** A default that is a value of an enum type, by its new name. */
  static void value(TableEdit table, QualifiedName type, String from, String to) {
    table.columns.replaceAll(
        column ->
            column.type().equals(new NativeEnum(type)) && column.source() instanceof Default value
                ? with(
                    column,
                    column.name(),
                    column.type(),
                    new Default(SqlRenaming.word(value.expression(), from, to)))
                : column);
  }

  private static ColumnType type(ColumnType type, QualifiedName from, QualifiedName to) {
    if (type instanceof Array array) {
      return new Array(type(array.element(), from, to));
    }
    return type.equals(new NativeEnum(from)) ? new NativeEnum(to) : type;
  }

  /** Changes all expressions over columns. */
  private static void texts(TableEdit table, UnaryOperator<Sql> change) {
    table.checks.replaceAll(check -> new Check(check.name(), change.apply(check.condition())));
    table.columns.replaceAll(
        column ->
            column.source() instanceof Computed computed
                ? with(
                    column,
                    column.name(),
                    column.type(),
                    new Computed(change.apply(computed.expression()), computed.stored()))
                : column);
    table.indexes.replaceAll(index -> Elements.rewritten(index, change));
  }

  private static List<String> all(List<String> names, UnaryOperator<String> change) {
    List<String> changed = new ArrayList<>(names);
    changed.replaceAll(change);
    return changed;
  }

  private static Column with(Column column, String name, ColumnType type, ValueSource source) {
    return new Column(name, type, column.nullable(), source, column.sqlType(), column.comment());
  }

  private static ForeignKey with(
      ForeignKey key, List<String> columns, QualifiedName target, List<String> targetColumns) {
    return new ForeignKey(
        key.name(),
        columns,
        target,
        targetColumns,
        key.onDelete(),
        key.onUpdate(),
        key.deferrable());
  }
}
