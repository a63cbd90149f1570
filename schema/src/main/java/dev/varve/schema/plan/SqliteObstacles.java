package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.sql.SqliteNames;
import dev.varve.schema.sql.SqliteStatements;
import java.util.List;

/**
 * What of a table's changes SQLite can't do in place (<a
 * href="https://www.sqlite.org/lang_altertable.html">ALTER TABLE</a>), so that the table has to be
 * built anew.
 */
final class SqliteObstacles {
  private final SqliteTable table;
  private final boolean altersColumns;
  private final Obstacles found = new Obstacles();

  private SqliteObstacles(SqliteTable table, Versions versions) {
    this.table = table;
    altersColumns = versions.altersSqliteColumns();
  }

  /** The obstacles; empty: there are none. */
  static Obstacles of(SqliteTable table, Versions versions) {
    SqliteObstacles obstacles = new SqliteObstacles(table, versions);
    obstacles.keys();
    for (SqliteColumn column : table.columns()) {
      if (column.isNew()) {
        obstacles.newColumn(column);
      } else {
        obstacles.column(column);
      }
    }
    for (Column column : table.droppedColumns()) {
      obstacles.dropped(column);
    }
    obstacles.checks();
    obstacles.foreignKeys();
    return obstacles.found;
  }

  private void keys() {
    if (!table.from().primaryKey().columns().equals(table.to().primaryKey().columns())) {
      found.add("change", "the primary key");
    }
    if (SqliteStatements.isStrict(table.from()) != SqliteStatements.isStrict(table.to())) {
      found.add("change", "whether a table is STRICT");
    }
  }

  private void column(SqliteColumn column) {
    Column from = column.from().orElseThrow();
    Column to = column.to();
    String name = to.name();
    if (!from.type().equals(to.type()) || !from.sqlType().equals(to.sqlType())) {
      found.add("change the type of", name);
    } else if (!from.source().equals(to.source())) {
      found.add("change " + noun(from.source(), to.source()) + " of", name);
    }
    if (!altersColumns && column.becomesNotNull()) {
      found.add("set NOT NULL on", name);
    }
    if (!altersColumns && column.becomesNullable()) {
      found.add("drop NOT NULL from", name);
    }
    if (column.isFilled() && table.staysUnique(name)) {
      found.add("convert the unique values of", name);
    }
  }

  private static String noun(ValueSource from, ValueSource to) {
    if (from instanceof Computed || to instanceof Computed) {
      return "the expression";
    }
    return from instanceof Identity || to instanceof Identity ? "the counter" : "the default";
  }

  private void newColumn(SqliteColumn column) {
    Column to = column.to();
    String name = to.name();
    if (!isAddable(column)) {
      found.add("add", described(to));
    }
    for (Column former : table.from().columns()) {
      if (SqliteNames.key(former.name()).equals(SqliteNames.key(name))) {
        found.add("add", name + " beside " + former.name());
      }
    }
  }

  /** Whether ADD COLUMN takes it, apart from its constraints. */
  private boolean isAddable(SqliteColumn column) {
    Column to = column.to();
    if (to.source() instanceof Computed computed) {
      return !computed.stored();
    }
    if (to.source() instanceof Default value) {
      return SqliteStatements.isConstant(value);
    }
    return to.source() instanceof Given && (to.nullable() || altersColumns && column.isFilled());
  }

  private static String described(Column column) {
    if (column.source() instanceof Computed) {
      return column.name() + " STORED";
    }
    return column.source() instanceof Default
        ? column.name() + " with its default"
        : column.name() + (column.nullable() ? "" : " NOT NULL");
  }

  private void dropped(Column column) {
    boolean isHeld = table.isHeld(column);
    for (Check check : table.droppedChecks()) {
      isHeld |= !altersColumns && SqliteTable.mentions(check, column.name());
    }
    if (isHeld) {
      found.add("drop", column.name());
    }
  }

  private void checks() {
    if (altersColumns) {
      return;
    }
    List<Check> added = table.newChecks();
    for (Check check : table.droppedChecks()) {
      if (!table.mentionsDropped(check)) {
        boolean changes = added.removeIf(other -> other.name().equals(check.name()));
        found.add((changes ? "change" : "drop"), "the constraint " + check.name());
      }
    }
    for (Check check : added) {
      SqliteColumn column = SqliteAlter.columnOf(table, check);
      if (column == null || column.isFilled() && table.isExplicit(check)) {
        found.add("add", "the constraint " + check.name());
      }
    }
  }

  private void foreignKeys() {
    List<ForeignKey> added = table.newForeignKeys();
    for (ForeignKey key : table.droppedForeignKeys()) {
      boolean changes = added.removeIf(other -> other.columns().equals(key.columns()));
      found.add((changes ? "change" : "drop"), "the foreign key " + key.name());
    }
    for (ForeignKey key : added) {
      if (!SqliteAlter.isOfNewColumn(table, key)) {
        found.add("add", "the foreign key " + key.name());
      }
    }
  }
}
