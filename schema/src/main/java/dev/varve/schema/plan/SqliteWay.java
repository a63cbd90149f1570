package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.DependencyOrder;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.change.Conversions;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.sql.Identifiers;
import dev.varve.schema.sql.PhysicalSchema;
import dev.varve.schema.sql.SqliteNames;
import dev.varve.schema.sql.SqliteStatements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way from one schema to another in SQLite, one script for all: renames first, then each table
 * by itself, parents first, at last what goes.
 */
final class SqliteWay {
  private final Evolution evolution;
  private final Versions versions;
  private final SqliteStatements sql = new SqliteStatements();
  private final SqliteAffected affected;
  private final Schema wanted;
  private final SqliteNaming naming;
  private final Set<String> names;
  private final Map<String, SqliteTable> changed = new HashMap<>();
  private final Map<String, Table> created = new HashMap<>();
  private final List<Table> dropped = new ArrayList<>();
  private final Map<String, String> indexOwners = new HashMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<String> rebuilt = new ArrayList<>();
  private final List<ColumnName> destructive = new ArrayList<>();
  private final SqliteWayHazards hazards;
  private boolean foreignKeysOff;

  private SqliteWay(Evolution evolution, Versions versions, boolean isWayBack) {
    this.evolution = evolution;
    this.versions = versions;
    affected = new SqliteAffected(evolution);
    Schema held = PhysicalSchema.of(affected.from(), Dialect.SQLITE);
    wanted = PhysicalSchema.of(affected.to(), Dialect.SQLITE);
    naming = new SqliteNaming(evolution, held, wanted, sql);
    hazards = new SqliteWayHazards(evolution, isWayBack);
    names = affected.names();
    names.addAll(SqliteNaming.allNames(held));
    names.addAll(SqliteNaming.allNames(wanted));
    names.addAll(SqliteNaming.allNames(naming.renamed()));
    sortTables(isWayBack);
  }

  /**
   * Plans one direction.
   *
   * @param isWayBack whether it takes a migration back, so that rows get some value where theirs is
   *     lost
   */
  static SqliteWay of(Evolution evolution, Versions versions, boolean isWayBack) {
    SqliteWay way = new SqliteWay(evolution, versions, isWayBack);
    way.plan();
    return way;
  }

  /** The script. */
  Script script() {
    return new Script(
        true, foreignKeysOff, rebuilt, destructive, hazards.found(), Optional.empty(), statements);
  }

  /** What stands in the way of going back: why some of what changes must not be undone. */
  Optional<String> irreversible() {
    return Irreversible.reason(evolution, changed.values(), created.values());
  }

  private void sortTables(boolean isWayBack) {
    Conversions conversions = new Conversions(affected.from(), affected.to());
    Map<String, Table> models = new HashMap<>();
    for (Table table : affected.from().tables()) {
      models.put(naming.present(table.name()), table);
    }
    Map<String, Table> present = new HashMap<>();
    for (Table table : naming.renamed().tables()) {
      present.put(table.name().name(), table);
    }
    for (Table after : affected.to().tables()) {
      created.put(Identifiers.flat(after.name()), after);
    }
    for (Table to : wanted.tables()) {
      String name = to.name().name();
      Table from = present.remove(name);
      for (Index index : to.indexes()) {
        indexOwners.put(SqliteNames.key(index.name()), name);
      }
      if (from != null) {
        Table after = created.remove(name);
        SqliteTable table =
            new SqliteColumns(evolution, conversions, isWayBack, models.get(name), after, from, to)
                .table();
        if (table.isChanged(versions.altersSqliteColumns())) {
          changed.put(name, table);
        }
      }
    }
    for (Table table : DependencyOrder.of(naming.renamed()).tables()) {
      if (present.containsKey(table.name().name())) {
        dropped.add(0, table);
      }
    }
  }

  private void plan() {
    statements.addAll(naming.statements());
    Map<String, Obstacles> obstacles = new HashMap<>();
    for (SqliteTable table : changed.values()) {
      obstacles.put(table.name(), SqliteObstacles.of(table, versions));
    }
    dropIndexes(obstacles);
    for (Table table : DependencyOrder.of(wanted).tables()) {
      String name = table.name().name();
      SqliteTable change = changed.get(name);
      Table model = created.get(name);
      if (model != null) {
        create(model, table);
      } else if (change != null) {
        change(change, obstacles.getOrDefault(name, new Obstacles()));
      }
    }
    for (Table table : dropped) {
      drop(table);
    }
  }

  /**
   * Indexes go first: others may get their names. Those of tables that go only where this is so,
   * and those of tables that are rebuilt unless they are made again: what is left then when the
   * table is dropped is somebody's own, and the applier makes it again.
   */
  private void dropIndexes(Map<String, Obstacles> obstacles) {
    for (Table table : naming.renamed().tables()) {
      String name = table.name().name();
      SqliteTable change = changed.get(name);
      boolean goes = change == null || !obstacles.getOrDefault(name, new Obstacles()).isEmpty();
      List<Index> indexes =
          change != null
              ? change.droppedIndexes()
              : dropped.contains(table) ? table.indexes() : List.of();
      for (Index index : indexes) {
        String owner = indexOwners.get(SqliteNames.key(index.name()));
        boolean unknown = owner == null ? change != null : !owner.equals(name);
        if (!goes || unknown) {
          statements.add(Statement.of(sql.dropIndex(index.name())));
        }
      }
    }
  }

  private void create(Table model, Table table) {
    Table silent =
        new Table(
            model.name(),
            model.origin(),
            model.columns(),
            model.primaryKey(),
            model.uniqueKeys(),
            model.checks(),
            model.foreignKeys(),
            model.indexes(),
            "");
    statements.add(new Statement(model.comment(), sql.createTable(silent, evolution.to())));
    for (Index index : table.indexes()) {
      statements.add(Statement.of(sql.createIndex(table.name().name(), index)));
    }
  }

  private void change(SqliteTable table, Obstacles obstacles) {
    for (Column column : table.droppedColumns()) {
      if (column.source() instanceof Computed) {
        continue; // nothing is lost that can't be computed again
      }
      destructive.add(former(table.name(), column.name()));
    }
    for (SqliteColumn column : table.columns()) {
      if (column.losesValues()) {
        destructive.add(former(table.name(), column.to().name()));
      }
    }
    hazards.change(table, obstacles, naming);
    if (obstacles.isEmpty()) {
      foreignKeysOff |= convertsKeys(table);
      statements.addAll(SqliteAlter.statements(sql, table, versions));
      for (Index index : table.newIndexes()) {
        statements.add(Statement.of(sql.createIndex(table.name(), index)));
      }
    } else {
      foreignKeysOff = true;
      boolean isFirst = rebuilt.isEmpty();
      rebuilt.add(table.name());
      String temporary = free("varve_new_" + table.name());
      statements.addAll(SqliteRebuild.statements(sql, table, temporary, obstacles, isFirst));
    }
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; !names.add(free); i++) {
      free = name + '_' + i;
    }
    return free;
  }

  /** Whether values of foreign keys change one end after the other. */
  private boolean convertsKeys(SqliteTable table) {
    for (SqliteColumn column : table.columns()) {
      if (column.isFilled() && !column.isNew() && table.refers(column.to().name())) {
        return true;
      }
    }
    return false;
  }

  private void drop(Table table) {
    String name = table.name().name();
    foreignKeysOff = true;
    destructive.add(former(name, ""));
    hazards.drop(naming.former(name));
    statements.add(Statement.of(sql.dropTable(name)));
  }

  private ColumnName former(String table, String column) {
    return new ColumnName(QualifiedName.of(naming.former(table)), naming.former(table, column));
  }
}
