package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.sql.Mentions;
import dev.varve.schema.sql.SqliteStatements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The changes of a table that SQLite makes in place. */
final class SqliteAlter {
  private final SqliteStatements sql;
  private final SqliteTable table;
  private final boolean altersColumns;
  private final List<Statement> statements = new ArrayList<>();

  private SqliteAlter(SqliteStatements sql, SqliteTable table, Versions versions) {
    this.sql = sql;
    this.table = table;
    altersColumns = versions.altersSqliteColumns();
  }

  /** The statements; what they add is filled before constraints are added that need it. */
  static List<Statement> statements(SqliteStatements sql, SqliteTable table, Versions versions) {
    SqliteAlter alter = new SqliteAlter(sql, table, versions);
    List<Check> dropped = new ArrayList<>(table.droppedChecks());
    List<Check> added = new ArrayList<>(table.newChecks());
    if (alter.altersColumns) {
      table.renamedChecks(dropped, added);
    }
    alter.dropChecks(dropped);
    added.removeAll(alter.addColumns(added));
    alter.dropNotNull();
    alter.update();
    alter.setNotNull();
    for (Check check : added) {
      alter.add(sql.addCheck(table.name(), check));
    }
    for (Column column : table.droppedColumns()) {
      alter.add(sql.dropColumn(table.name(), column.name()));
    }
    return alter.statements;
  }

  /** The new column that a CHECK can be added with: the last that it mentions; null: none. */
  static @Nullable SqliteColumn columnOf(SqliteTable table, Check check) {
    SqliteColumn last = null;
    for (SqliteColumn column : newColumns(table)) {
      if (SqliteTable.mentions(check, column.to().name())) {
        last = column;
      }
    }
    return last;
  }

  /** The new columns as they are added: what is computed comes after what it's computed from. */
  private static List<SqliteColumn> newColumns(SqliteTable table) {
    List<SqliteColumn> ordered = new ArrayList<>();
    List<SqliteColumn> computed = new ArrayList<>();
    for (SqliteColumn column : table.columns()) {
      if (column.isNew()) {
        (column.isComputed() ? computed : ordered).add(column);
      }
    }
    while (!computed.isEmpty()) {
      SqliteColumn next = computed.get(0);
      for (SqliteColumn column : computed) {
        if (!isComputedFromAny(column, computed)) {
          next = column;
          break;
        }
      }
      ordered.add(next);
      computed.remove(next);
    }
    return ordered;
  }

  private static boolean isComputedFromAny(SqliteColumn column, List<SqliteColumn> others) {
    Computed source = (Computed) column.to().source();
    for (SqliteColumn other : others) {
      if (Mentions.of(source.expression(), other.to().name(), Dialect.SQLITE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a foreign key can be added with its column, which must not have a default then. */
  static boolean isOfNewColumn(SqliteTable table, ForeignKey key) {
    if (key.columns().size() != 1) {
      return false;
    }
    for (SqliteColumn column : table.columns()) {
      if (column.isNew() && column.to().name().equals(key.columns().get(0))) {
        return !(column.to().source() instanceof Default);
      }
    }
    return false;
  }

  private void add(String statement) {
    statements.add(Statement.of(statement));
  }

  private void dropChecks(List<Check> checks) {
    for (Check check : checks) {
      add(sql.dropCheck(table.name(), check.name()));
    }
  }

  /** Adds the new columns with those of the CHECKs that can be added with them. */
  private List<Check> addColumns(List<Check> checks) {
    List<Check> added = new ArrayList<>();
    for (SqliteColumn column : newColumns(table)) {
      List<Check> own = new ArrayList<>();
      for (Check check : checks) {
        if (columnOf(table, check) == column && !(altersColumns && column.isFilled())) {
          own.add(check);
        }
      }
      addColumn(column, own);
      added.addAll(own);
    }
    return added;
  }

  private void addColumn(SqliteColumn column, List<Check> checks) {
    Column to = column.to();
    List<ForeignKey> keys = new ArrayList<>();
    for (ForeignKey key : table.newForeignKeys()) {
      if (key.columns().equals(List.of(to.name()))) {
        keys.add(key);
      }
    }
    Column first = becomesNotNullLater(column) ? nullable(to) : to;
    add(sql.addColumn(table.name(), first, checks, keys));
  }

  private static boolean becomesNotNullLater(SqliteColumn column) {
    return column.isNew()
        && column.isFilled()
        && !column.to().nullable()
        && !(column.to().source() instanceof Default);
  }

  private static Column nullable(Column column) {
    return new Column(
        column.name(), column.type(), true, column.source(), column.sqlType(), column.comment());
  }

  private void dropNotNull() {
    for (SqliteColumn column : table.columns()) {
      if (column.becomesNullable()) {
        add(sql.dropNotNull(table.name(), column.to().name()));
      }
    }
  }

  private void update() {
    Map<String, String> values = new LinkedHashMap<>();
    for (SqliteColumn column : table.columns()) {
      if (column.isFilled()) {
        values.put(column.to().name(), column.value().orElseThrow());
      }
    }
    if (!values.isEmpty()) {
      statements.add(new Statement(table.comment(), sql.update(table.name(), values)));
    }
  }

  private void setNotNull() {
    for (SqliteColumn column : table.columns()) {
      if (column.becomesNotNull() || becomesNotNullLater(column)) {
        add(sql.setNotNull(table.name(), column.to().name()));
      }
    }
  }
}
