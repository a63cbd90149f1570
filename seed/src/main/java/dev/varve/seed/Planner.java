package dev.varve.seed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which rows a call needs and what each refers to. The rows that were named come first,
 * with all that they name in turn; only then is anything invented, and only what must be.
 */
final class Planner {
  private final SeedEngine engine;

  /** The new rows: first those that a call begins with, then those made for them. */
  final List<Row> rows = new ArrayList<>();

  private final Deque<Row> queue = new ArrayDeque<>();
  private final Map<RowSeed, Row> bySeed = new IdentityHashMap<>();
  private final List<Reference> references = new ArrayList<>();
  private final Ancestors ancestors;
  private final Existing existing;

  /** A relation that is to lead to what a {@link Ref} means. */
  private record Reference(Row row, RelationShape relation, Ref<?> ref) {}

  Planner(SeedEngine engine, Sharing sharing) {
    this.engine = engine;
    this.existing = new Existing(engine);
    this.ancestors = new Ancestors(sharing, existing);
  }

  /** Plans rows and what they need: the first rows are then those of {@code seeds}. */
  void plan(List<RowSeed> seeds) {
    for (RowSeed seed : seeds) {
      queued(Row.first(seed));
    }
    while (!queue.isEmpty()) {
      name(queue.remove());
    }
    references.forEach(this::resolve);
    rows.forEach(ancestors::offer);
    rows.forEach(Planner::tie);
    for (Row row : List.copyOf(rows)) {
      complete(row);
    }
  }

  /** The new row of {@code seed}. */
  Row row(RowSeed seed) {
    Row row = bySeed.get(seed);
    if (row == null) {
      throw new IllegalArgumentException(seed.path() + " is no row of this call");
    }
    return row;
  }

  private Row queued(RowSeed seed, Row maker) {
    Row known = bySeed.get(seed);
    return known != null ? known : queued(Row.named(seed, maker));
  }

  private Row queued(Row row) {
    bySeed.put(row.seed, row);
    queue.add(row);
    return row;
  }

  /** Takes over what {@code row} holds, and what it names. */
  private void name(Row row) {
    rows.add(row);
    give(row);
    for (Ref<?> ref : row.seed.refs) {
      if (ref.row != row.seed) {
        throw Problems.of(row, "the reference that it is given by .as(…) means another row", null);
      }
    }
    for (RelationShape relation : row.shape.relations) {
      row.parents[relation.index()] = named(row, relation);
    }
    for (JunctionShape junction : row.shape.junctions) {
      for (Object element : Junctions.elements(row.seed.given[junction.slot()])) {
        if (element instanceof RowSeed seed) {
          queued(seed, row);
        }
      }
    }
    for (RowSeed child : row.seed.children) {
      queued(child, row);
    }
  }

  private void give(Row row) {
    for (ColumnShape column : row.shape.columns) {
      if (column.slot >= 0 && !column.computed && row.seed.given[column.slot] != RowSeed.UNSET) {
        row.cells[column.index] = canonical(row, column);
      } else if (row.seed.presets != null && !row.seed.wants(column)) {
        row.cells[column.index] = row.seed.presets()[column.index];
      }
    }
  }

  private @Nullable Object canonical(Row row, ColumnShape column) {
    Object checked = row.seed.checked[column.slot];
    if (checked == RowSeed.UNSET) {
      return Values.canonical(row, column, row.seed.given[column.slot], engine);
    }
    if (checked != null) {
      Values.storable(row, column, checked, engine);
    }
    return checked;
  }

  private @Nullable Row named(Row row, RelationShape relation) {
    Object given = row.seed.given[row.shape.slots + relation.index()];
    if (given == null || given == RowSeed.UNSET) {
      return null;
    }
    if (given instanceof RowSeed seed) {
      return queued(seed, row);
    }
    if (given instanceof Ref<?> ref) {
      references.add(new Reference(row, relation, ref));
      return null;
    }
    return existing(row, relation, given);
  }

  private Row existing(Row row, RelationShape relation, Object record) {
    RowSeed target = row.seed.targetSeed(relation.index());
    return existing.row(row.parent(target, relation, true), record);
  }

  private void resolve(Reference reference) {
    Row row = reference.row();
    RelationShape relation = reference.relation();
    Ref<?> ref = reference.ref();
    Row here = ref.row instanceof RowSeed seed ? bySeed.get(seed) : null;
    if (here == null && ref.record == null) {
      throw Problems.of(
          row,
          relation.name() + " is a reference that means no row: give it one by .as(…) in this call",
          null);
    }
    row.parents[relation.index()] = here != null ? here : existing(row, relation, ref.record);
  }

  /** Ties {@code row} to the rows that it names. */
  private static void tie(Row row) {
    for (RelationShape relation : relations(row)) {
      Row parent = row.parents[relation.index()];
      if (parent != null) {
        tie(row, relation, parent);
      }
    }
  }

  /** A tenant before what belongs to a tenant: the key that is part of another is tied first. */
  private static List<RelationShape> relations(Row row) {
    if (row.shape.relations.size() < 2) {
      return row.shape.relations;
    }
    List<RelationShape> relations = new ArrayList<>(row.shape.relations);
    relations.sort((a, b) -> Integer.compare(a.columns().length, b.columns().length));
    return relations;
  }

  /** Finds or makes the rows that {@code row} must have and doesn't name, and what these need. */
  private void complete(Row row) {
    List<RelationShape> relations = relations(row);
    for (RelationShape relation : relations) {
      if (relation.columns().length > 1) {
        share(row, relation);
      }
    }
    for (RelationShape relation : relations) {
      if (row.parents[relation.index()] == null) {
        unnamed(row, relation);
      }
    }
  }

  /** Takes a shared row that has parts of other keys before these are made up. */
  private void share(Row row, RelationShape relation) {
    Object given = row.seed.given[row.shape.slots + relation.index()];
    boolean open = given == RowSeed.UNSET && relation.required() && !isSet(row, relation);
    Row parent = open ? ancestors.shared(row, relation) : null;
    if (parent != null) {
      row.parents[relation.index()] = parent;
      tie(row, relation, parent);
    }
  }

  private void unnamed(Row row, RelationShape relation) {
    Object given = row.seed.given[row.shape.slots + relation.index()];
    if (given == null) {
      none(row, relation);
    } else if (isSet(row, relation)) {
      row.parents[relation.index()] = source(row, relation);
    } else if (relation.required() && !isLeft(row, relation)) {
      Row found = ancestors.of(row, relation);
      Row parent = found == null ? invent(row, relation) : found;
      row.parents[relation.index()] = parent;
      tie(row, relation, parent);
      if (found == null) {
        complete(parent);
      }
    }
  }

  private static void none(Row row, RelationShape relation) {
    for (int column : relation.columns()) {
      if (row.isUnset(column) && row.shape.columns.get(column).nullable) {
        row.cells[column] = null;
      }
    }
  }

  private static boolean isSet(Row row, RelationShape relation) {
    for (int column : relation.columns()) {
      if (row.isUnset(column)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a key that nobody named has a default, and the record doesn't ask for more. */
  private boolean isLeft(Row row, RelationShape relation) {
    for (int column : relation.columns()) {
      if (row.isUnset(column) && row.shape.columns.get(column).hasDefault(engine)) {
        return relation.slot() < 0 && !row.shape.isKey(column);
      }
    }
    return false;
  }

  /** The row that columns which are set already come from. */
  private static @Nullable Row source(Row row, RelationShape relation) {
    Object cell = row.cells[relation.columns()[0]];
    while (cell instanceof Row.Ref ref) {
      if (ref.row().shape.name.equals(relation.target())) {
        return ref.row();
      }
      cell = ref.row().cells[ref.column()];
    }
    return null;
  }

  private Row invent(Row row, RelationShape relation) {
    Row parent = row.parent(row.seed.targetSeed(relation.index()), relation, false);
    rows.add(parent);
    ancestors.offer(parent);
    return parent;
  }

  /**
   * Makes the columns of a key agree: {@code row} takes them from {@code parent}, or hands down.
   */
  private static void tie(Row row, RelationShape relation, Row parent) {
    for (int i = 0; i < relation.columns().length; i++) {
      int column = relation.columns()[i];
      int target = parent.shape.column(relation.targetColumns()[i]);
      if (row.isUnset(column)) {
        row.refer(column, parent, target);
      } else if (!parent.exists && parent.isUnset(target)) {
        parent.refer(target, row, column);
      }
    }
  }
}
