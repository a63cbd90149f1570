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

/**
 * Names of keys and indexes that go, while one of another table comes by the same name. PostgreSQL
 * has each name once in a schema, and what goes does so late: it gets another name first.
 */
final class TakenNames {
  private final Map<QualifiedName, QualifiedName> wanted = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<Change> renames = new ArrayList<>();
  private final List<Change> others = new ArrayList<>();

  /**
   * @param before the former schema after its renames
   * @param changes what else changes
   */
  TakenNames(Schema before, List<Change> changes) {
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
    changes.forEach(change -> others.add(wanted.isEmpty() ? change : free(change)));
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
        table.columns(),
        (PrimaryKey) free(table.name(), table.primaryKey()),
        uniques,
        table.checks(),
        table.foreignKeys(),
        indexes,
        table.comment());
  }

  private Constraint free(QualifiedName table, Constraint key) {
    if (!isWanted(table, key.name())) {
      return key;
    }
    String spare = spare(key.name());
    renames.add(new RenameConstraint(table, key, spare));
    return key instanceof PrimaryKey primary
        ? new PrimaryKey(spare, primary.columns())
        : new UniqueKey(spare, ((UniqueKey) key).columns());
  }

  private Index free(QualifiedName table, Index index) {
    if (!isWanted(table, index.name())) {
      return index;
    }
    String spare = spare(index.name());
    renames.add(new RenameIndex(table, index.name(), spare));
    return new Index(
        spare, index.parts(), index.unique(), index.method(), index.include(), index.where());
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
