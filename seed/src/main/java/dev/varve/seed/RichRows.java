package dev.varve.seed;

import dev.varve.seed.rich.Outside;
import dev.varve.seed.rich.PlanRow;
import dev.varve.seed.rich.PlanTable;
import dev.varve.seed.rich.Pool;
import dev.varve.seed.rich.RowFunction;
import dev.varve.seed.value.ValueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Calls the functions of a plan's rows, and hands on what they say. */
final class RichRows {
  /** So many records that relations were given are remembered. */
  private static final int REMEMBERED = 10_000;

  private final PlanTables tables;
  private final Map<Ref<?>, Pool> pools = new IdentityHashMap<>();
  private final Map<Object, Outside> records = new IdentityHashMap<>();
  private final Map<Class<?>, String> lines = new HashMap<>();

  RichRows(PlanTables tables) {
    this.tables = tables;
  }

  /** The records that a whole builder shares. */
  List<Outside> shared(Sharing sharing) {
    List<Outside> shared = new ArrayList<>();
    for (PlanTable table : tables.all()) {
      BuilderShape builder = tables.of(table);
      Sharing.Pool pool = sharing.pool(builder.recordType());
      if (pool != null) {
        pool.records.forEach(record -> shared.add(outside(builder, record)));
      }
    }
    return shared;
  }

  /** The rows that a reference stands for. */
  Pool pool(Ref<?> ref, PlanTable table, String name) {
    Pool pool = pools.computeIfAbsent(ref, any -> new Pool(table, name));
    ref.row = pool;
    return pool;
  }

  /** A function of a plan; null: everything is invented. */
  RowFunction function(BuilderShape builder, @Nullable RowPlan<?> plan) {
    return row -> {
      RowSeed seed = new RowSeed(builder, chances(row));
      hand(plan == null ? seed : applied(seed, row, plan), row);
    };
  }

  private static RowSeed applied(RowSeed seed, PlanRow row, RowPlan<?> plan) {
    try {
      return seed.planned(plan, row.index());
    } catch (SeedException e) {
      throw said(e);
    }
  }

  /**
   * What a setter has said, without the row and before the line: the row has a better name here.
   */
  private static ValueException said(SeedException e) {
    String message = String.valueOf(e.getMessage());
    int line = message.indexOf(" (");
    int end = message.indexOf("): ");
    return line < 0 || end < line
        ? new ValueException(message, e)
        : new ValueException(
            message.substring(end + 3) + ", at " + message.substring(line + 2, end), e);
  }

  /** A function of a child that is asked for alone. */
  private RowFunction function(BuilderShape builder, @Nullable Object[] arguments) {
    return row -> {
      RowSeed seed = new RowSeed(builder, chances(row));
      try {
        hand(seed.asked(arguments), row);
      } catch (SeedException e) {
        throw said(e);
      }
    };
  }

  private static Chances chances(PlanRow row) {
    return new Chances() {
      @Override
      public Chance of(RowSeed seed, int index) {
        return new Chance(row.key(), index);
      }

      @Override
      public boolean isLazy() {
        return true;
      }
    };
  }

  /** Hands on what a function has said of a row. */
  private void hand(RowSeed seed, PlanRow row) {
    TableShape shape = seed.shape;
    // by number: an iterator for each row is garbage for each row
    for (int i = 0; i < shape.columns.size(); i++) {
      ColumnShape column = shape.columns.get(i);
      if (column.slot >= 0 && seed.given[column.slot] != RowSeed.UNSET && !column.computed) {
        row.set(column.index, canonical(seed, column));
      }
    }
    for (int i = 0; i < shape.relations.size(); i++) {
      relate(seed, row, shape.relations.get(i));
    }
    for (int i = 0; i < shape.junctions.size(); i++) {
      JunctionShape junction = shape.junctions.get(i);
      if (seed.given[junction.slot()] != RowSeed.UNSET) {
        row.link(junction.index(), links(seed, row, junction));
      }
    }
    for (int i = 0; i < seed.refs.size(); i++) {
      row.name(pool(seed.refs.get(i), row.table(), "the rows named by as(…)"));
    }
    for (int i = 0; i < seed.asked.size(); i++) {
      children(row, seed.asked.get(i));
    }
  }

  /** What a column was given: the setter has checked it, if it was given alone. */
  private static @Nullable Object canonical(RowSeed seed, ColumnShape column) {
    if (seed.checked[column.slot] != RowSeed.UNSET) {
      return seed.checked[column.slot];
    }
    Object value = seed.given[column.slot];
    if (value == null) {
      if (!column.nullable && !column.identity) {
        throw new ValueException(column.setter + ": must not be null");
      }
      return null;
    }
    try {
      Object canonical = seed.shape.canonical.of(column.type, value);
      column.domain.check(column.type, canonical);
      return canonical;
    } catch (ValueException e) {
      throw new ValueException(column.setter + ": " + e.getMessage(), e);
    }
  }

  private void relate(RowSeed seed, PlanRow row, RelationShape relation) {
    int index = relation.index();
    Object given = seed.given[seed.shape.slots + index];
    if (given == RowSeed.UNSET) {
      unnamed(seed, row, relation);
    } else if (given == null) {
      row.none(index);
    } else if (given instanceof RowSeed parent) {
      hand(parent, row.parent(index));
    } else if (given instanceof Ref<?> ref && ref.record == null) {
      row.relate(index, pool(ref, row.table().relations().get(index).target(), "its rows"));
    } else {
      Object record = given instanceof Ref<?> ref ? Objects.requireNonNull(ref.record) : given;
      row.relate(index, outside(seed.builder.target(index), record));
    }
  }

  /** What is shared, or a row of its own, for a relation that must have one and was not named. */
  private void unnamed(RowSeed seed, PlanRow row, RelationShape relation) {
    if (!relation.required() || seed.sharing == null) {
      return;
    }
    for (int column : relation.columns()) {
      ColumnShape shape = seed.shape.columns.get(column);
      if (shape.slot >= 0 && seed.given[shape.slot] != RowSeed.UNSET) {
        return;
      }
    }
    BuilderShape target = seed.builder.target(relation.index());
    Class<?> record = target.recordType();
    Sharing.Pool shared = seed.sharing.pool(record);
    if (shared != null) {
      Record next = shared.records.get(shared.next++ % shared.records.size());
      row.relate(relation.index(), outside(target, next));
    } else if (seed.sharing.isDistinct()) {
      row.parent(relation.index());
    }
  }

  private List<Object> links(RowSeed seed, PlanRow row, JunctionShape junction) {
    Object given = seed.given[junction.slot()];
    if (given == null) {
      throw new ValueException(junction.name() + ": must not be null");
    }
    BuilderShape target = seed.builder.target(seed.shape.relations.size() + junction.index());
    List<Object> links = new ArrayList<>();
    List<List<Object>> seen = new ArrayList<>();
    for (Object element : Junctions.elements(given)) {
      if (element instanceof RowSeed other) {
        PlanRow linked = row.linked(junction.index(), links.size());
        hand(other, linked);
        links.add(linked);
      } else {
        Object[] key = key(target, junction, element);
        if (!seen.contains(List.of(key))) {
          seen.add(List.of(key));
          links.add(key);
        }
      }
    }
    return links;
  }

  private Object[] key(BuilderShape target, JunctionShape junction, @Nullable Object element) {
    if (element == null) {
      throw new ValueException(junction.name() + ": must not hold null");
    }
    Object value = element instanceof Ref<?> ref ? ref.get() : element;
    int[] key = target.table.key;
    Object[] values = new Object[key.length];
    if (!junction.byRecord() && !(value instanceof Record)) {
      values[0] = target.table.canonical.of(target.table.columns.get(key[0]).type, value);
      return values;
    }
    Outside row = outside(target, value);
    for (int i = 0; i < key.length; i++) {
      values[i] = Objects.requireNonNull(row.cells()[key[i]]);
    }
    return values;
  }

  /** A row that is in the database, as its record says. */
  private Outside outside(BuilderShape builder, Object record) {
    Outside known = records.get(record);
    if (known == null) {
      known = read(builder, record);
      if (records.size() == REMEMBERED) {
        records.clear();
      }
      records.put(record, known);
    }
    return known;
  }

  private Outside read(BuilderShape builder, Object record) {
    TableShape shape = builder.table;
    @Nullable Object[] slots = new Object[shape.slots];
    builder.record.takeApart(record, slots);
    @Nullable Object[] cells = new Object[shape.columns.size()];
    @Nullable Outside[] parents = new Outside[shape.relations.size()];
    for (ColumnShape column : shape.columns) {
      Object value = column.slot < 0 ? null : slots[column.slot];
      cells[column.index] = value == null ? null : shape.canonical.of(column.type, value);
    }
    for (RelationShape relation : shape.relations) {
      Object parent = relation.slot() < 0 ? null : slots[relation.slot()];
      if (parent != null) {
        BuilderShape target = builder.target(relation.index());
        Outside above = outside(target, parent);
        parents[relation.index()] = above;
        for (int i = 0; i < relation.columns().length; i++) {
          int from = target.table.column(relation.targetColumns()[i]);
          cells[relation.columns()[i]] = above.cells()[from];
        }
      }
    }
    for (int column : shape.key) {
      Object value = cells[column];
      if (value == null || shape.columns.get(column).identity && Existing.isZero(value)) {
        throw new ValueException(
            "the record has no key yet, so it is not in the database: " + Problems.shown(record));
      }
    }
    return new Outside(tables.of(builder), cells, parents);
  }

  private void children(PlanRow row, RowSeed.Asked asked) {
    BuilderShape child = asked.child().builder();
    int relation = asked.child().relation().index();
    @Nullable Object[] arguments = asked.arguments();
    Object last = arguments[arguments.length - 1];
    PlanTable table = tables.of(child);
    if (last instanceof UnaryOperator<?>) {
      row.children(table, relation, 1, function(child, arguments), line(last));
      return;
    }
    int count = (Integer) Objects.requireNonNull(arguments[0]);
    if (count < 0) {
      throw new ValueException(child.table.name + "(" + count + "): less than none can't be made");
    }
    RowPlan<?> plan = arguments.length == 1 ? null : (RowPlan<?>) last;
    row.children(table, relation, count, plan == null ? null : function(child, plan), line(plan));
  }

  /**
   * Where a function of children stands: looked up once for each, for walking the stack is slow.
   */
  private String line(@Nullable Object function) {
    if (function == null) {
      return "";
    }
    return lines.computeIfAbsent(function.getClass(), any -> Problems.line());
  }
}
