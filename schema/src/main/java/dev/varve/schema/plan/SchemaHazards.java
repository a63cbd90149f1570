package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.sql.PhysicalSchema;
import java.util.ArrayList;
import java.util.List;

/** What may go wrong with a schema as it is, whatever led to it. */
public final class SchemaHazards {
  private static final int WIDE = 4;

  private final HazardList list = new HazardList();

  private SchemaHazards() {}

  /** What may go wrong in one dialect's database, by table. */
  public static List<Hazard> of(Schema schema, Dialect dialect) {
    SchemaHazards hazards = new SchemaHazards();
    for (Table table : PhysicalSchema.of(schema, dialect).tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        hazards.foreignKey(table, key);
      }
      for (Index index : table.indexes()) {
        hazards.index(table.name(), index);
      }
      if (dialect == Dialect.POSTGRESQL) {
        for (Column column : table.columns()) {
          hazards.column(table.name(), column);
        }
      }
    }
    return List.copyOf(hazards.list.found());
  }

  private void foreignKey(Table table, ForeignKey key) {
    if (!isIndexed(table, key.columns())) {
      String own = String.join(", ", key.columns());
      list.add(
          HazardCode.IX101,
          table.name(),
          key.columns().get(0),
          "To delete a row of "
              + key.target()
              + ", all of "
              + table.name()
              + " is read: no index starts with "
              + own
              + ".",
          "Leave out index = false.");
    }
  }

  private static boolean isIndexed(Table table, List<String> columns) {
    if (startsWith(table.primaryKey().columns(), columns)) {
      return true;
    }
    for (UniqueKey key : table.uniqueKeys()) {
      if (startsWith(key.columns(), columns)) {
        return true;
      }
    }
    for (Index index : table.indexes()) {
      if (index.where().equals(Sql.NONE) && startsWith(columns(index), columns)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first ones are the others, in any order. */
  private static boolean startsWith(List<String> all, List<String> columns) {
    return all.size() >= columns.size() && all.subList(0, columns.size()).containsAll(columns);
  }

  private static List<String> columns(Index index) {
    List<String> columns = new ArrayList<>();
    for (Index.Part part : index.parts()) {
      columns.add(part instanceof ColumnPart named ? named.name() : "");
    }
    return columns;
  }

  private void index(QualifiedName table, Index index) {
    if (index.parts().size() > WIDE) {
      list.add(
          HazardCode.IX102,
          table,
          "",
          "The index "
              + index.name()
              + " has "
              + index.parts().size()
              + " columns, and each write pays for all of them.",
          "Keep those that searches start with.");
    }
  }

  private void column(QualifiedName table, Column column) {
    boolean isShort = column.type() == Simple.INT16 || column.type() == Simple.INT32;
    if (column.source() instanceof Identity && isShort) {
      String last = column.type() == Simple.INT16 ? "32,767" : "2,147,483,647";
      list.add(
          HazardCode.TY101,
          table,
          column.name(),
          "The counter ends at " + last + ", and a wider one means a rewrite of the table then.",
          "Use long.");
    }
    String type = column.sqlType().getOrDefault(Dialect.POSTGRESQL, "");
    if (type.equals("json")) {
      list.add(
          HazardCode.TY102,
          table,
          column.name(),
          "The type json has no equality: SELECT DISTINCT and GROUP BY fail.",
          "Use jsonb.");
    } else if (isOutdated(type)) {
      list.add(
          HazardCode.TY103,
          table,
          column.name(),
          "The type " + type + " pads, rounds or shifts what it stores.",
          "Use text, numeric or timestamptz.");
    }
  }

  private static boolean isOutdated(String type) {
    return type.startsWith("character(")
        || type.equals("bpchar")
        || type.equals("money")
        || type.startsWith("time")
            && type.endsWith("with time zone")
            && !type.startsWith("timestamp");
  }
}
