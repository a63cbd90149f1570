package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which rows a call needs and what each refers to. The rows that were named come first,
 * with all that they name in turn; only then is anything invented, and only what must be.
 */
final class Planner {
  private final SeedEngine engine;

  /** The new rows, each before those that were made for it. */
  final List<Row> rows = new ArrayList<>();

  private final Deque<Row> queue = new ArrayDeque<>();

  /** For each table the row that is shared by all that need one and name none. */
  private final Map<TableName, Row> shared = new HashMap<>();

  private final Existing existing;

  Planner(SeedEngine engine) {
    this.engine = engine;
    this.existing = new Existing(engine);
  }

  /** Plans {@code seed} and what it needs. */
  Row plan(RowSeed seed) {
    Row first = Row.first(seed);
    shared.put(first.shape.name, first);
    name(first);
    for (int i = 0; i < rows.size(); i++) {
      relate(rows.get(i));
    }
    return first;
  }

  /** Takes over what {@code first} and all rows that it names hold. */
  private void name(Row first) {
    queue.add(first);
    while (!queue.isEmpty()) {
      Row row = queue.remove();
      rows.add(row);
      give(row);
      for (RelationShape relation : row.shape.relations) {
        Row parent = named(row, relation);
        row.parents[relation.index()] = parent;
        if (parent != null) {
          shared.putIfAbsent(parent.shape.name, parent);
        }
      }
    }
  }

  private void give(Row row) {
    for (ColumnShape column : row.shape.columns) {
      if (column.slot >= 0 && !column.computed && row.seed.given[column.slot] != RowSeed.UNSET) {
        Object given = row.seed.given[column.slot];
        row.cells[column.index] = Values.canonical(row, column, given, engine);
      }
    }
  }

  private @Nullable Row named(Row row, RelationShape relation) {
    Object given = row.seed.given[row.shape.slots + relation.index()];
    if (given == null || given == RowSeed.UNSET) {
      return null;
    }
    if (given instanceof RowSeed seed) {
      Row parent = row.parent(seed, relation, false, false);
      queue.add(parent);
      return parent;
    }
    RowSeed target = row.seed.targetSeed(relation.index());
    return existing.row(row.parent(target, relation, true, false), given);
  }

  /** Ties {@code row} to the rows it refers to, and makes those that are missing. */
  private void relate(Row row) {
    List<RelationShape> relations = new ArrayList<>(row.shape.relations);
    // A tenant before what belongs to a tenant: the key that is part of another is tied first.
    relations.sort((a, b) -> Integer.compare(a.columns().length, b.columns().length));
    for (RelationShape relation : relations) {
      Row parent = row.parents[relation.index()];
      if (parent != null) {
        tie(row, relation, parent);
      }
    }
    for (RelationShape relation : relations) {
      if (row.parents[relation.index()] == null) {
        unnamed(row, relation);
      }
    }
  }

  private void unnamed(Row row, RelationShape relation) {
    Object given = row.seed.given[row.shape.slots + relation.index()];
    if (given == null) {
      none(row, relation);
    } else if (isSet(row, relation)) {
      row.parents[relation.index()] = source(row, relation);
    } else if (relation.required() && !isLeft(row, relation)) {
      Row parent = row.seed.shape.name.equals(relation.target()) ? self(row, relation) : null;
      parent = parent == null ? share(row, relation) : parent;
      parent = parent == null ? invent(row, relation) : parent;
      row.parents[relation.index()] = parent;
      tie(row, relation, parent);
    }
  }

  private static void none(Row row, RelationShape relation) {
    for (int column : relation.columns()) {
      if (row.isUnset(column)) {
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

  private static @Nullable Row self(Row row, RelationShape relation) {
    return relation.slot() < 0 ? row : null;
  }

  /** The row of the target that something else in this call refers to, if {@code row} may too. */
  private @Nullable Row share(Row row, RelationShape relation) {
    Row candidate = shared.get(relation.target());
    if (candidate == null || candidate == row || relation.columns().length > 1) {
      return null;
    }
    for (Row parent : row.parents) {
      if (parent == candidate) {
        return null;
      }
    }
    boolean holdsItself = relation.slot() >= 0 && holds(candidate, row);
    return holdsItself || wouldRepeat(row, relation, candidate) ? null : candidate;
  }

  /** Whether the record of {@code holder} contains that of {@code row}. */
  private static boolean holds(Row holder, Row row) {
    if (holder == row) {
      return true;
    }
    for (RelationShape relation : holder.shape.relations) {
      Row parent = holder.parents[relation.index()];
      if (parent != null && relation.slot() >= 0 && holds(parent, row)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a unique key would hold {@code candidate} twice. */
  private boolean wouldRepeat(Row row, RelationShape relation, Row candidate) {
    for (UniqueShape unique : row.shape.uniques) {
      if (within(unique.columns(), relation.columns()[0])) {
        if (unique.columns().length == 1 || usedBefore(row, relation, candidate)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean within(int[] columns, int column) {
    for (int candidate : columns) {
      if (candidate == column) {
        return true;
      }
    }
    return false;
  }

  private boolean usedBefore(Row row, RelationShape relation, Row candidate) {
    for (Row other : rows) {
      boolean same = other != row && other.shape.name.equals(row.shape.name);
      if (same && other.parents[relation.index()] == candidate) {
        return true;
      }
    }
    return false;
  }

  private Row invent(Row row, RelationShape relation) {
    for (Row child = row; child != null; child = child.child) {
      if (child.shape.name.equals(relation.target())) {
        if (child != row && mayClose(row, relation, child)) {
          return child;
        }
        if (child.invented) {
          throw endless(row, relation);
        }
      }
    }
    Row parent = row.parent(row.seed.targetSeed(relation.index()), relation, false, true);
    rows.add(parent);
    for (RelationShape other : parent.shape.relations) {
      parent.parents[other.index()] = null;
    }
    shared.putIfAbsent(parent.shape.name, parent);
    return parent;
  }

  private static SeedException endless(Row row, RelationShape relation) {
    return Problems.of(
        row,
        "rows that need each other can't be invented, since a record can't hold itself: set "
            + relation.name()
            + " on one of them",
        null);
  }

  /** Whether {@code row} may refer to the row that it was made for, after whatever was between. */
  private boolean mayClose(Row row, RelationShape relation, Row start) {
    boolean holdsItself = relation.slot() >= 0 && holds(start, row);
    boolean taken = isUnique(row, relation) && usedBefore(row, relation, start);
    return !holdsItself && !taken && agrees(row, relation, start);
  }

  private static boolean isUnique(Row row, RelationShape relation) {
    for (UniqueShape unique : row.shape.uniques) {
      if (within(unique.columns(), relation.columns()[0])) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is set of the columns of {@code relation} is the key of {@code parent}. */
  private static boolean agrees(Row row, RelationShape relation, Row parent) {
    for (int i = 0; i < relation.columns().length; i++) {
      int column = relation.columns()[i];
      int target = parent.shape.column(relation.targetColumns()[i]);
      if (!row.isUnset(column) && !Objects.deepEquals(row.source(column), parent.source(target))) {
        return false;
      }
    }
    return true;
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
