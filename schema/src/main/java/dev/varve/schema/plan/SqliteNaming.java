package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.RenameColumn;
import dev.varve.schema.change.Change.RenameTable;
import dev.varve.schema.change.Changes;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.sql.Identifiers;
import dev.varve.schema.sql.SqliteStatements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What SQLite renames before anything else, so that all the rest knows but one name of a thing. */
final class SqliteNaming {
  private final List<Statement> statements = new ArrayList<>();
  private final Map<String, String> tables;
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, String> formerTables = new HashMap<>();
  private final Map<String, Map<String, String>> formerColumns = new HashMap<>();
  private final Schema renamed;

  /**
   * Finds the renames.
   *
   * @param held what SQLite holds
   * @param wanted what it shall hold
   */
  SqliteNaming(Evolution evolution, Schema held, Schema wanted, SqliteStatements sql) {
    SqliteRenameOrder order =
        new SqliteRenameOrder(tables(evolution), tableNames(held), allNames(wanted));
    for (SqliteRenameOrder.Step step : order.steps()) {
      changes.add(new RenameTable(QualifiedName.of(step.from()), QualifiedName.of(step.to())));
      statements.add(Statement.of(sql.renameTable(step.from(), step.to())));
    }
    tables = order.result();
    tables.forEach((from, to) -> formerTables.put(to, from));
    renameColumns(evolution, held, wanted, sql);
    renamed = changes.isEmpty() ? held : Changes.apply(held, changes);
  }

  private static Map<String, String> tables(Evolution evolution) {
    Map<String, String> flat = new TreeMap<>();
    for (Map.Entry<QualifiedName, QualifiedName> table : evolution.renames().tables().entrySet()) {
      String from = Identifiers.flat(table.getKey());
      String to = Identifiers.flat(table.getValue());
      if (!from.equals(to)) {
        flat.put(from, to);
      }
    }
    return flat;
  }

  private void renameColumns(
      Evolution evolution, Schema held, Schema wanted, SqliteStatements sql) {
    Map<String, Map<String, String>> byTable = new TreeMap<>();
    for (Map.Entry<ColumnName, String> column : evolution.renames().columns().entrySet()) {
      if (!column.getKey().column().equals(column.getValue())) {
        byTable
            .computeIfAbsent(Identifiers.flat(column.getKey().table()), table -> new TreeMap<>())
            .put(column.getKey().column(), column.getValue());
      }
    }
    for (Table table : byTable.isEmpty() ? List.<Table>of() : held.tables()) {
      String former = table.name().name();
      Map<String, String> own = byTable.get(former);
      if (own != null) {
        String present = tables.getOrDefault(former, former);
        SqliteRenameOrder order =
            new SqliteRenameOrder(own, columnNames(table), columnNames(wanted, present));
        for (SqliteRenameOrder.Step step : order.steps()) {
          changes.add(new RenameColumn(QualifiedName.of(present), step.from(), step.to()));
          statements.add(Statement.of(sql.renameColumn(present, step.from(), step.to())));
        }
        Map<String, String> back = new HashMap<>();
        order.result().forEach((from, to) -> back.put(to, from));
        formerColumns.put(present, back);
      }
    }
  }

  private static List<String> tableNames(Schema schema) {
    List<String> names = new ArrayList<>(schema.tables().size());
    for (Table table : schema.tables()) {
      names.add(table.name().name());
    }
    return names;
  }

  /** The names of tables and indexes, which share them. */
  static Set<String> allNames(Schema schema) {
    Set<String> names = new HashSet<>();
    for (Table table : schema.tables()) {
      names.add(table.name().name());
      for (Index index : table.indexes()) {
        names.add(index.name());
      }
    }
    return names;
  }

  private static List<String> columnNames(Table table) {
    List<String> names = new ArrayList<>(table.columns().size());
    for (Column column : table.columns()) {
      names.add(column.name());
    }
    return names;
  }

  private static List<String> columnNames(Schema schema, String name) {
    for (Table table : schema.tables()) {
      if (table.name().name().equals(name)) {
        return columnNames(table);
      }
    }
    return List.of();
  }

  /** The renames. */
  List<Statement> statements() {
    return statements;
  }

  /** What SQLite holds after the renames. */
  Schema renamed() {
    return renamed;
  }

  /** The name that a table of the former schema has after the renames. */
  String present(QualifiedName former) {
    String flat = Identifiers.flat(former);
    return tables.getOrDefault(flat, flat);
  }

  /** The name that a table had before the renames. */
  String former(String table) {
    return formerTables.getOrDefault(table, table);
  }

  /** The name that a column had before the renames, in the table by its new name. */
  String former(String table, String column) {
    return formerColumns.getOrDefault(table, Map.of()).getOrDefault(column, column);
  }
}
