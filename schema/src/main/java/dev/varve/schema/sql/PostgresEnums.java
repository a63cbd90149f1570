package dev.varve.schema.sql;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An enum type that is replaced by one with other values, in one transaction: PostgreSQL can't take
 * a value away, nor move it. All columns of the type are converted, which rewrites their tables,
 * and what depends on them goes and comes back.
 */
public final class PostgresEnums {
  private final PostgresStatements statements = new PostgresStatements();
  private final PostgresActions actions = new PostgresActions();
  private final PostgresCasts casts = new PostgresCasts();
  private final EnumType from;
  private final EnumType to;
  private final Map<String, String> replaced;
  private final Map<Table, List<Column>> columns = new LinkedHashMap<>();
  private final Set<String> touched = new HashSet<>();

  /**
   * @param tables all tables that are there, in physical form
   * @param replaced what rows get instead of a value that is gone
   */
  public PostgresEnums(
      EnumType from, EnumType to, List<Table> tables, Map<String, String> replaced) {
    this.from = from;
    this.to = to;
    this.replaced = replaced;
    for (Table table : tables) {
      List<Column> found = new ArrayList<>();
      for (Column column : table.columns()) {
        if (element(column.type()).equals(new NativeEnum(from.name()))
            && !(column.source() instanceof Computed)) {
          found.add(column);
          touched.add(table.name() + "." + column.name());
        }
      }
      if (!found.isEmpty()) {
        columns.put(table, found);
      }
    }
  }

  /** The statements. */
  public List<String> replace(List<Table> tables) {
    QualifiedName old =
        new QualifiedName(from.name().schema(), Names.fit(from.name().name(), "old"));
    List<String> all = new ArrayList<>();
    List<String> after = new ArrayList<>();
    foreignKeys(tables, all, after);
    columns.forEach((table, found) -> indexes(table, found, all, after));
    all.addAll(statements.renameType(from.name(), old));
    all.add(statements.createType(to));
    columns.forEach((table, found) -> all.add(convert(table, found)));
    all.add(statements.dropType(old));
    if (!to.comment().isEmpty()) {
      all.add(statements.commentType(to.name(), to.comment()));
    }
    all.addAll(after);
    return all;
  }

  private void foreignKeys(List<Table> tables, List<String> before, List<String> after) {
    for (Table table : tables) {
      for (ForeignKey key : table.foreignKeys()) {
        if (isTouched(table.name(), key.columns())
            || isTouched(key.target(), key.targetColumns())) {
          before.add(actions.alter(table.name(), actions.dropConstraint(key.name())));
          after.add(actions.alter(table.name(), actions.add(key)));
        }
      }
    }
  }

  private boolean isTouched(QualifiedName table, List<String> names) {
    for (String name : names) {
      if (touched.contains(table + "." + name)) {
        return true;
      }
    }
    return false;
  }

  /** Conditions and expressions hold values of the old type. */
  private void indexes(Table table, List<Column> found, List<String> before, List<String> after) {
    for (Index index : table.indexes()) {
      boolean again = false;
      for (Column column : found) {
        again |= Mentions.inExpressions(index, column.name(), Dialect.POSTGRESQL);
      }
      for (Column column : computed(table, found)) {
        again |= Mentions.of(index, column.name(), Dialect.POSTGRESQL);
      }
      if (again) {
        before.add(statements.dropIndex(table.name(), index.name()));
        after.add(statements.createIndex(table.name(), index));
      }
    }
  }

  private String convert(Table table, List<Column> found) {
    List<String> all = new ArrayList<>();
    List<Column> computed = computed(table, found);
    List<Check> checks = checks(table, found, computed);
    for (Check check : checks) {
      all.add(actions.dropConstraint(check.name()));
    }
    for (Column column : computed) {
      all.add(actions.dropColumn(column.name()));
    }
    for (Column column : found) {
      boolean hasDefault = column.source() instanceof Default;
      if (hasDefault) {
        all.add(actions.dropDefault(column.name()));
      }
      all.add(actions.type(column, casts.convert(column, column, replaced)));
      if (hasDefault) {
        all.add(actions.setDefault(column));
      }
    }
    for (Column column : computed) {
      all.add(actions.addColumn(column));
    }
    for (Check check : checks) {
      all.add(actions.add(check));
    }
    return actions.alter(table.name(), all);
  }

  private static List<Column> computed(Table table, List<Column> found) {
    List<Column> computed = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.source() instanceof Computed source) {
        boolean depends = false;
        for (Column one : found) {
          depends |= Mentions.of(source.expression(), one.name(), Dialect.POSTGRESQL);
        }
        if (depends) {
          computed.add(column);
        }
      }
    }
    return computed;
  }

  private static List<Check> checks(Table table, List<Column> found, List<Column> computed) {
    List<Column> all = new ArrayList<>(found);
    all.addAll(computed);
    List<Check> checks = new ArrayList<>();
    for (Check check : table.checks()) {
      boolean mentions = false;
      for (Column column : all) {
        mentions |= Mentions.of(check, column.name(), Dialect.POSTGRESQL);
      }
      if (mentions) {
        checks.add(check);
      }
    }
    return checks;
  }

  private static ColumnType element(ColumnType type) {
    return type instanceof Array array ? array.element() : type;
  }
}
