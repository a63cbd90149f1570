package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.sql.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What may go wrong with a migration of SQLite. */
final class SqliteWayHazards {
  private final Map<String, QualifiedName> formerTables = new HashMap<>();
  private final List<Hazard> found = new ArrayList<>();

  /** Hazards of an evolution: of its renames, and of what is told by the other methods. */
  SqliteWayHazards(Evolution evolution) {
    for (Table table : evolution.from().tables()) {
      formerTables.put(Identifiers.flat(table.name()), table.name());
    }
    for (Map.Entry<QualifiedName, QualifiedName> table : evolution.renames().tables().entrySet()) {
      add(
          HazardCode.BC101,
          new ColumnName(table.getValue(), ""),
          "the table was " + table.getKey() + " until now",
          "deploy the application together with the migration: an older one doesn't find the table");
    }
    for (Map.Entry<ColumnName, String> column : evolution.renames().columns().entrySet()) {
      QualifiedName table = evolution.renames().table(column.getKey().table());
      add(
          HazardCode.BC102,
          new ColumnName(table, column.getValue()),
          "the column was " + column.getKey().column() + " until now",
          "deploy the application together with the migration: an older one doesn't find the"
              + " column");
    }
  }

  /** Hazards of a changed table. */
  void change(SqliteTable table, Obstacles obstacles, SqliteNaming naming) {
    QualifiedName name = table.after().name();
    if (!obstacles.isEmpty()) {
      add(
          HazardCode.LT101,
          new ColumnName(name, ""),
          "SQLite copies all rows of the table, and nobody else can write meanwhile: it can't "
              + obstacles
              + " in place",
          "run it when writes can wait, with free disk space for the table");
    }
    for (Column column : table.droppedColumns()) {
      String former = naming.former(table.name(), column.name());
      add(
          HazardCode.DS103,
          new ColumnName(name, former),
          "the column is dropped with its values",
          "keep a copy of the file, or leave the column until nobody needs it");
    }
    for (SqliteColumn column : table.columns()) {
      column(name, column);
    }
    for (Index index : table.newIndexes()) {
      if (index.unique() && !isHeld(table, index)) {
        add(
            HazardCode.MF101,
            new ColumnName(name, ""),
            "the unique index " + index.name() + " can't be built where rows agree in its columns",
            "look for such rows first");
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

  private void column(QualifiedName table, SqliteColumn column) {
    ColumnName subject = new ColumnName(table, column.to().name());
    boolean hasDefault = column.to().source() instanceof Default;
    if (column.losesValues()) {
      add(
          HazardCode.DS103,
          subject,
          "the column is computed from now on, its values are lost",
          "keep a copy of the file");
    } else if (column.becomesNotNull() && column.isKept() && !hasDefault) {
      add(
          HazardCode.MF104,
          subject,
          "rows where the column is null make the migration fail",
          "say what they get by @Backfill");
    } else if (column.isNew()
        && !column.to().nullable()
        && column.value().isEmpty()
        && !hasDefault
        && !column.isGenerated()) {
      add(
          HazardCode.MF103,
          subject,
          "the column is NOT NULL, and nothing says what rows get: with rows in the table the"
              + " migration fails",
          "say what they get by @Backfill or @Default");
    }
  }

  /** Hazards of a table that goes. */
  void drop(String table, SqliteNaming naming) {
    String former = naming.former(table);
    add(
        HazardCode.DS102,
        new ColumnName(formerTables.getOrDefault(former, QualifiedName.of(former)), ""),
        "the table is dropped with its rows",
        "keep a copy of the file, or leave the table until nobody needs it");
  }

  private void add(HazardCode code, ColumnName subject, String sentence, String wayOut) {
    found.add(new Hazard(code, subject, sentence, wayOut));
  }

  List<Hazard> found() {
    return found;
  }
}
