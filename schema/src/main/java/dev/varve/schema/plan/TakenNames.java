package dev.varve.schema.plan;

import dev.varve.schema.Constraint;
import dev.varve.schema.Index;
import dev.varve.schema.Names;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AddIndex;
import dev.varve.schema.change.Change.CreateTable;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.DropIndex;
import dev.varve.schema.change.Change.DropTable;
import dev.varve.schema.change.Change.RenameConstraint;
import dev.varve.schema.change.Change.RenameIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of keys and indexes that go, while one of another table comes by the same name. PostgreSQL
 * has each name once in a schema, and what goes does so late: it gets another name first.
 */
final class TakenNames {
  /** A key or index of a table. */
  private record Owned(QualifiedName table, String name) {}

  private final Map<QualifiedName, QualifiedName> wanted = new HashMap<>();
  private final Map<QualifiedName, Map<String, String>> spares;
  private final Set<String> taken = new HashSet<>();
  private final List<Change> renames = new ArrayList<>();
  private final List<Change> others = new ArrayList<>();

  /**
   * @param before the former schema after its renames
   * @param changes what else changes
   * @param spares by table and own name: spare names that keys and indexes have for the moment
   */
  TakenNames(Schema before, List<Change> changes, Map<QualifiedName, Map<String, String>> spares) {
    this.spares = spares;
    for (Table table : before.tables()) {
      taken.addAll(keys(table));
    }
    for (Change change : changes) {
      if (change instanceof AddConstraint add && isRelation(add.constraint())) {
        want(add.table(), add.constraint().name());
      } else if (change instanceof AddIndex add) {
        want(add.table(), add.index().name());
      } else if (change instanceof CreateTable create) {
        keys(create.created()).forEach(key -> want(create.table(), key));
      }
    }
    Set<Owned> dropped = new HashSet<>();
    for (Change change : changes) {
      if (change instanceof DropConstraint drop) {
        dropped.add(new Owned(drop.table(), drop.constraint().name()));
      } else if (change instanceof DropIndex drop) {
        dropped.add(new Owned(drop.table(), drop.index().name()));
      }
    }
    spares.forEach(
        (table, names) ->
            names
                .keySet()
                .forEach(
                    name -> {
                      if (!dropped.contains(new Owned(table, name))) {
                        want(table, name);
                      }
                    }));
    boolean isNeeded = !wanted.isEmpty() || !spares.isEmpty();
    changes.forEach(change -> others.add(isNeeded ? free(change) : change));
    for (Table table : before.tables()) {
      spares
          .getOrDefault(table.name(), Map.of())
          .forEach(
              (name, spare) -> {
                if (!dropped.contains(new Owned(table.name(), name))) {
                  giveBack(table, name, spare);
                }
              });
    }
  }

  private void giveBack(Table table, String name, String spare) {
    @Nullable Constraint key = null;
    if (table.primaryKey().name().equals(spare)) {
      key = table.primaryKey();
    }
    for (UniqueKey unique : table.uniqueKeys()) {
      key = unique.name().equals(spare) ? unique : key;
    }
    renames.add(
        key == null
            ? new RenameIndex(table.name(), spare, name)
            : new RenameConstraint(table.name(), key, name));
  }

  /** What has to be renamed before all else. */
  List<Change> renames() {
    return renames;
  }

  /** The changes afterwards. */
  List<Change> others() {
    return others;
  }

  private void want(QualifiedName table, String name) {
    wanted.put(new QualifiedName(table.schema(), name), table);
    taken.add(name);
  }

  private Change free(Change change) {
    if (change instanceof DropConstraint drop && isRelation(drop.constraint())) {
      return new DropConstraint(drop.table(), free(drop.table(), drop.constraint()));
    }
    if (change instanceof DropIndex drop) {
      return new DropIndex(drop.table(), free(drop.table(), drop.index()));
    }
    return change instanceof DropTable drop ? new DropTable(free(drop.dropped())) : change;
  }

  private Table free(Table table) {
    List<UniqueKey> uniques = new ArrayList<>();
    table.uniqueKeys().forEach(key -> uniques.add((UniqueKey) free(table.name(), key)));
    List<Index> indexes = new ArrayList<>();
    table.indexes().forEach(index -> indexes.add(free(table.name(), index)));
    return new Table(
        table.name(),
        table.origin(),
        table.rows(),
        table.columns(),
        (PrimaryKey) free(table.name(), table.primaryKey()),
        uniques,
        table.checks(),
        table.foreignKeys(),
        indexes,
        table.comment());
  }

  private Constraint free(QualifiedName table, Constraint key) {
    String moved = spares.getOrDefault(table, Map.of()).getOrDefault(key.name(), "");
    if (!moved.isEmpty()) {
      return named(key, moved);
    }
    if (!isWanted(table, key.name())) {
      return key;
    }
    String spare = spare(key.name());
    renames.add(new RenameConstraint(table, key, spare));
    return named(key, spare);
  }

  private static Constraint named(Constraint key, String name) {
    return key instanceof PrimaryKey primary
        ? new PrimaryKey(name, primary.columns())
        : new UniqueKey(name, ((UniqueKey) key).columns());
  }

  private Index free(QualifiedName table, Index index) {
    String moved = spares.getOrDefault(table, Map.of()).getOrDefault(index.name(), "");
    if (!moved.isEmpty()) {
      return named(index, moved);
    }
    if (!isWanted(table, index.name())) {
      return index;
    }
    String spare = spare(index.name());
    renames.add(new RenameIndex(table, index.name(), spare));
    return named(index, spare);
  }

  private static Index named(Index index, String name) {
    return new Index(
        name, index.parts(), index.unique(), index.method(), index.include(), index.where());
  }

  /** Whether another table wants the name; one's own successor takes it over by itself. */
  private boolean isWanted(QualifiedName table, String name) {
    QualifiedName by = wanted.get(new QualifiedName(table.schema(), name));
    return by != null && !by.equals(table);
  }

  private String spare(String name) {
    String spare = Names.fit(name, "former");
    for (int i = 2; !taken.add(spare); i++) {
      spare = Names.fit(name, "former" + i);
    }
    return spare;
  }

  private static boolean isRelation(Constraint constraint) {
    return constraint instanceof PrimaryKey || constraint instanceof UniqueKey;
  }

  private static List<String> keys(Table table) {
    List<String> keys = new ArrayList<>(List.of(table.primaryKey().name()));
    table.uniqueKeys().forEach(key -> keys.add(key.name()));
    table.indexes().forEach(index -> keys.add(index.name()));
    return keys;
  }
}
