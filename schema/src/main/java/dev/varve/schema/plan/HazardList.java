package dev.varve.schema.plan;

import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * Hazards in words that are the same for all dialects, so that what both meet is said once. A
 * column's name is empty where none is concerned, or several are.
 */
final class HazardList {
  private static final String LOOK = "Look for such rows before.";

  private final List<Hazard> found = new ArrayList<>();

  List<Hazard> found() {
    return found;
  }

  void droppedTable(QualifiedName table) {
    add(HazardCode.DS102, table, "", "The table's rows are lost.", "Keep a copy of them.");
  }

  void droppedColumn(QualifiedName table, String column) {
    add(HazardCode.DS103, table, column, "The column's values are lost.", "Keep a copy of them.");
  }

  void renamedTable(QualifiedName from, QualifiedName to) {
    add(
        HazardCode.BC101,
        to,
        "",
        "An application that knows the table as " + from + " fails from now on.",
        "Stop it before, or keep the name in @Entity(table = …).");
  }

  void renamedColumn(QualifiedName table, String from, String to) {
    add(
        HazardCode.BC102,
        table,
        to,
        "An application that knows the column as " + from + " fails from now on.",
        "Stop it before, or keep the name in @Column(name = …).");
  }

  void renamedWords(QualifiedName table, String column) {
    add(
        HazardCode.BC105,
        table,
        column,
        "An application that writes the former values fails from now on.",
        "Stop it before.");
  }

  void newNotNull(QualifiedName table, String column) {
    add(
        HazardCode.MF103,
        table,
        column,
        "An application that doesn't know the column can't insert rows from now on.",
        "Give it a @Default, or stop that application before.");
  }

  void notNull(QualifiedName table, String column) {
    add(
        HazardCode.MF104,
        table,
        column,
        "An application that writes null into the column fails from now on.",
        "Release one that doesn't, before.");
  }

  void narrowed(QualifiedName table, String column) {
    add(
        HazardCode.MF107,
        table,
        column,
        "The migration stops at a value that the new type doesn't hold.",
        "Look for such values before.");
  }

  void unique(QualifiedName table, String column) {
    add(HazardCode.MF101, table, column, "The migration stops if two rows agree.", LOOK);
  }

  void filledKey(ColumnName column) {
    add(
        HazardCode.MF101,
        column.table(),
        column.column(),
        "The migration stops if @Backfill gives two rows the same value: rows must differ in it.",
        "Write an expression that differs from row to row.");
  }

  void check(QualifiedName table, String column, String check) {
    add(
        HazardCode.MF105,
        table,
        column,
        "The migration stops at a row that "
            + check
            + " forbids, and such rows can't be updated from then on.",
        LOOK);
  }

  void foreignKey(QualifiedName table, String column, QualifiedName target) {
    add(
        HazardCode.MF106,
        table,
        column,
        "The migration stops at a row that refers to nothing in " + target + ".",
        LOOK);
  }

  void droppedForeignKey(QualifiedName table, String column, QualifiedName target) {
    add(
        HazardCode.CD101,
        table,
        column,
        "Nothing stops rows any more that refer to nothing in " + target + ".",
        "Keep the foreign key if they mustn't.");
  }

  void droppedCheck(QualifiedName table, String column, String check) {
    add(
        HazardCode.CD102,
        table,
        column,
        "Nothing stops rows any more that " + check + " forbade.",
        "Keep the CHECK if they mustn't be.");
  }

  void droppedPrimaryKey(QualifiedName table) {
    add(
        HazardCode.CD103,
        table,
        "",
        "What finds or replicates rows by the former primary key doesn't any more.",
        "Look for those who do before.");
  }

  /** A hazard that only one dialect knows. */
  void add(HazardCode code, QualifiedName table, String column, String sentence, String wayOut) {
    found.add(new Hazard(code, new ColumnName(table, column), sentence, wayOut));
  }
}
