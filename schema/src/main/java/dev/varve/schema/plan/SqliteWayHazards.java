package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.change.Conversion;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.sql.Identifiers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What may go wrong with a migration of SQLite. Of a way back only what it does to those who use
 * the tables is said.
 */
final class SqliteWayHazards {
  private final Map<String, QualifiedName> models = new HashMap<>();
  private final HazardList list = new HazardList();
  private final FilledKeys filledKeys;
  private final boolean isWayBack;

  SqliteWayHazards(Evolution evolution, boolean isWayBack) {
    this.isWayBack = isWayBack;
    this.filledKeys = new FilledKeys(evolution, Dialect.SQLITE);
    for (Table table : evolution.from().tables()) {
      models.put(Identifiers.flat(table.name()), table.name());
    }
    for (Table table : evolution.to().tables()) {
      models.put(Identifiers.flat(table.name()), table.name());
    }
    if (!isWayBack) {
      renames(evolution);
    }
  }

  private void renames(Evolution evolution) {
    for (Map.Entry<QualifiedName, QualifiedName> table : evolution.renames().tables().entrySet()) {
      if (!Identifiers.flat(table.getKey()).equals(Identifiers.flat(table.getValue()))) {
        list.renamedTable(table.getKey(), table.getValue());
      }
    }
    for (Map.Entry<ColumnName, String> column : evolution.renames().columns().entrySet()) {
      QualifiedName table = evolution.renames().table(column.getKey().table());
      if (!column.getKey().column().equals(column.getValue())) {
        list.renamedColumn(table, column.getKey().column(), column.getValue());
      }
    }
  }

  /** What was found. */
  List<Hazard> found() {
    return list.found();
  }

  /** A table goes, called by the name that it had before. */
  void drop(String former) {
    if (!isWayBack) {
      list.droppedTable(model(former));
    }
  }

  private QualifiedName model(String flat) {
    return models.getOrDefault(flat, QualifiedName.of(flat));
  }

  /** A table changes, in place or not. */
  void change(SqliteTable table, Obstacles obstacles, SqliteNaming naming) {
    QualifiedName name = table.after().name();
    if (!obstacles.isEmpty()) {
      list.add(
          HazardCode.LT101,
          name,
          "",
          "SQLite copies the table, since it can't "
              + obstacles
              + " in place; nobody can write meanwhile.",
          "Run it when that may be, with room on the disk for the table.");
    }
    if (isWayBack) {
      return;
    }
    for (Column column : table.droppedColumns()) {
      if (!(column.source() instanceof Computed)) {
        list.droppedColumn(name, naming.former(table.name(), column.name()));
      }
    }
    for (SqliteColumn column : table.columns()) {
      column(name, column);
    }
    added(table, name);
    dropped(table, name);
  }

  private void column(QualifiedName table, SqliteColumn column) {
    String name = column.to().name();
    if (column.losesValues()) {
      list.droppedColumn(table, name);
    }
    if (column.isNew()) {
      if (!column.to().nullable() && column.to().source() instanceof Given) {
        list.newNotNull(table, name);
      }
    } else if (column.becomesNotNull() && !(column.to().source() instanceof Computed)) {
      list.notNull(table, name);
    }
    if (column.rewords()) {
      list.renamedWords(table, name);
    }
    if (column.conversion() == Conversion.NARROWER) {
      list.narrowed(table, name);
    }
    ColumnName filled = new ColumnName(table, name);
    if (column.isFilled() && filledKeys.contains(filled)) {
      list.filledKey(filled);
    }
  }

  private void added(SqliteTable table, QualifiedName name) {
    for (Check check : table.newChecks()) {
      if (table.isExplicit(check) && SqliteAlter.columnOf(table, check) == null) {
        list.check(name, table.only(check), check.name());
      }
    }
    for (ForeignKey key : table.newForeignKeys()) {
      if (!SqliteAlter.isOfNewColumn(table, key)) {
        list.foreignKey(name, only(key), model(key.target().name()));
      }
    }
    for (Index index : table.newIndexes()) {
      if (index.unique() && !isHeld(table, index)) {
        boolean one = index.parts().size() == 1;
        list.unique(
            name, one && index.parts().get(0) instanceof ColumnPart part ? part.name() : "");
      }
    }
  }

  private static boolean isHeld(SqliteTable table, Index index) {
    for (Index held : table.from().indexes()) {
      if (held.unique()
          && held.parts().equals(index.parts())
          && held.where().equals(index.where())) {
        return true;
      }
    }
    return false;
  }

  private void dropped(SqliteTable table, QualifiedName name) {
    for (Check check : table.droppedChecks()) {
      // A CHECK that holds a type goes or changes with it; one that changes is told as new.
      if (table.wasExplicit(check) && !table.mentionsDropped(check) && !isReplaced(table, check)) {
        list.droppedCheck(name, table.only(check), check.name());
      }
    }
    for (ForeignKey key : table.droppedForeignKeys()) {
      boolean stays = table.to().column(key.columns().get(0)).isPresent();
      if (stays
          && table.newForeignKeys().stream()
              .noneMatch(other -> other.columns().equals(key.columns()))) {
        list.droppedForeignKey(name, only(key), model(key.target().name()));
      }
    }
    if (!table.from().primaryKey().columns().equals(table.to().primaryKey().columns())) {
      list.droppedPrimaryKey(name);
      newKey(table, name);
    }
  }

  /** Rows may agree in a key's columns, unless SQLite numbers them in one that is new. */
  private void newKey(SqliteTable table, QualifiedName name) {
    List<String> key = table.to().primaryKey().columns();
    for (SqliteColumn column : table.columns()) {
      if (column.isNew()
          && column.to().source() instanceof Identity
          && key.contains(column.to().name())) {
        return;
      }
    }
    if (!key.isEmpty()) {
      list.unique(name, key.size() == 1 ? key.get(0) : "");
    }
  }

  private static boolean isReplaced(SqliteTable table, Check check) {
    for (Check added : table.newChecks()) {
      if (added.name().equals(check.name())) {
        return true;
      }
    }
    return false;
  }

  private static String only(ForeignKey key) {
    return key.columns().size() == 1 ? key.columns().get(0) : "";
  }
}
