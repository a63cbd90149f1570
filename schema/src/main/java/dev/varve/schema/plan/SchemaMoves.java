package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.Constraint;
import dev.varve.schema.Index;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.RenameConstraint;
import dev.varve.schema.change.Change.RenameIndex;
import dev.varve.schema.change.Change.RenameTable;
import dev.varve.schema.change.Changes;
import dev.varve.schema.sql.Counters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves of tables to other schemas of PostgreSQL. With a table go its indexes and counters, by the
 * names that they have, and there may be others of these names. Where that is so they get other
 * names for the time of the move.
 */
final class SchemaMoves {
  private Schema state;
  private final List<Change> renames = new ArrayList<>();

  /** For a table, by its name at this moment: the spare names of its keys and indexes. */
  private final Map<QualifiedName, Map<String, String>> spares = new HashMap<>();

  private SchemaMoves(Schema from) {
    state = from;
  }

  /**
   * The same renames, so that no name is taken at any time.
   *
   * @param from the former schema
   */
  static SchemaMoves of(Schema from, List<Change> renames) {
    SchemaMoves safe = new SchemaMoves(from);
    boolean moves = false;
    for (Change change : renames) {
      moves |= change instanceof RenameTable rename && isMove(rename);
    }
    if (moves) {
      renames.forEach(safe::add);
    } else {
      safe.renames.addAll(renames);
      safe.state = renames.isEmpty() ? from : Changes.apply(from, renames);
    }
    return safe;
  }

  /** The renames. */
  List<Change> renames() {
    return renames;
  }

  /** The schema afterwards. */
  Schema schema() {
    return state;
  }

  /** By table and own name: the spare names of keys and indexes that still have to get theirs. */
  Map<QualifiedName, Map<String, String>> spares() {
    return spares;
  }

  private static boolean isMove(RenameTable rename) {
    return !rename.table().schema().equals(rename.to().schema());
  }

  private void add(Change change) {
    if (change instanceof RenameTable rename) {
      move(rename);
    } else if (change instanceof RenameConstraint rename) {
      String spare = take(rename.table(), rename.constraint().name());
      make(spare.isEmpty() ? rename : renamed(rename.table(), spare, rename.to()));
    } else if (change instanceof RenameIndex rename) {
      String spare = take(rename.table(), rename.from());
      make(spare.isEmpty() ? rename : new RenameIndex(rename.table(), spare, rename.to()));
    } else {
      make(change);
    }
  }

  private void make(Change change) {
    renames.add(change);
    state = Changes.apply(state, List.of(change));
  }

  private void move(RenameTable rename) {
    QualifiedName name = rename.table();
    Table table = table(name);
    Set<String> taken = isMove(rename) ? relations(rename.to().schema()) : Set.of();
    boolean isTaken = taken.contains(name.name());
    for (String counter : counters(table)) {
      isTaken |= taken.contains(counter);
    }
    QualifiedName moved = name;
    if (isTaken) {
      taken.addAll(relations(name.schema()));
      String spare = free(name.name(), taken);
      moved = new QualifiedName(rename.to().schema(), spare);
      makeMove(name, new QualifiedName(name.schema(), spare));
      name = new QualifiedName(name.schema(), spare);
    }
    spareKeys(name, taken);
    if (isTaken) {
      makeMove(name, moved);
      name = moved;
    }
    QualifiedName inPlace = new QualifiedName(rename.to().schema(), name.name());
    if (!inPlace.equals(name) && !inPlace.equals(rename.to())) {
      // Two changes, so that their inverses pass the same names in reverse.
      makeMove(name, inPlace);
      name = inPlace;
    }
    makeMove(name, rename.to());
  }

  private void makeMove(QualifiedName name, QualifiedName to) {
    make(new RenameTable(name, to));
    Map<String, String> ofTable = spares.remove(name);
    if (ofTable != null) {
      spares.put(to, ofTable);
    }
  }

  private void spareKeys(QualifiedName name, Set<String> taken) {
    Table table = table(name);
    Map<String, String> ofTable = new LinkedHashMap<>();
    for (String key : keys(table)) {
      if (taken.contains(key)) {
        ofTable.put(key, free(key, taken));
      }
    }
    ofTable.forEach((key, spare) -> rename(name, key, spare));
    if (!ofTable.isEmpty()) {
      spares.computeIfAbsent(name, any -> new LinkedHashMap<>()).putAll(ofTable);
    }
  }

  private void rename(QualifiedName table, String from, String to) {
    boolean isIndex = false;
    for (Index index : table(table).indexes()) {
      isIndex |= index.name().equals(from);
    }
    make(isIndex ? new RenameIndex(table, from, to) : renamed(table, from, to));
  }

  private RenameConstraint renamed(QualifiedName name, String from, String to) {
    Table table = table(name);
    Constraint constraint = table.primaryKey();
    for (UniqueKey key : table.uniqueKeys()) {
      constraint = key.name().equals(from) ? key : constraint;
    }
    return new RenameConstraint(name, constraint, to);
  }

  private String take(QualifiedName table, String name) {
    Map<String, String> ofTable = spares.getOrDefault(table, Map.of());
    return ofTable.containsKey(name) ? ofTable.remove(name) : "";
  }

  private static String free(String name, Set<String> taken) {
    String free = Names.fit(name, "moved");
    for (int i = 2; !taken.add(free); i++) {
      free = Names.fit(name, "moved" + i);
    }
    return free;
  }

  private Table table(QualifiedName name) {
    for (Table table : state.tables()) {
      if (table.name().equals(name)) {
        return table;
      }
    }
    throw new IllegalArgumentException("no table " + name);
  }

  /** The names of a schema's tables, indexes and counters. */
  private Set<String> relations(String schema) {
    Set<String> relations = new HashSet<>();
    for (Table table : state.tables()) {
      if (table.name().schema().equals(schema)) {
        relations.add(table.name().name());
        relations.addAll(keys(table));
        relations.addAll(counters(table));
      }
    }
    return relations;
  }

  private static List<String> keys(Table table) {
    List<String> keys = new ArrayList<>(List.of(table.primaryKey().name()));
    table.uniqueKeys().forEach(key -> keys.add(key.name()));
    table.indexes().forEach(index -> keys.add(index.name()));
    return keys;
  }

  private static List<String> counters(Table table) {
    List<String> counters = new ArrayList<>(1);
    for (Column column : table.columns()) {
      if (column.source() instanceof Identity) {
        counters.add(Counters.name(table.name(), column.name()));
      }
    }
    return counters;
  }
}
