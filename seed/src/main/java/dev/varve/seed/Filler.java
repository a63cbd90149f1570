package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each cell of planned rows its value. */
final class Filler {
  private final SeedEngine engine;
  private final Map<TableName, Long> ordinals;
  private final Uniques uniques;

  Filler(SeedEngine engine, Map<TableName, Long> ordinals) {
    this.engine = engine;
    this.ordinals = ordinals;
    this.uniques = new Uniques(engine);
  }

  /** Fills rows, those that others refer to first. */
  void fill(List<Row> rows) throws SQLException {
    new Identities(engine).give(rows);
    for (Row row : rows) {
      uniques.register(row);
    }
    Map<Row, Boolean> done = new IdentityHashMap<>();
    for (Row row : rows) {
      fill(row, done);
    }
    for (Row row : rows) {
      agree(row);
    }
  }

  static int identity(TableShape table) {
    for (ColumnShape column : table.columns) {
      if (column.identity) {
        return column.index;
      }
    }
    return -1;
  }

  private void fill(Row row, Map<Row, Boolean> done) throws SQLException {
    if (row.exists || done.putIfAbsent(row, true) != null) {
      return;
    }
    for (Object cell : row.cells) {
      if (cell instanceof Row.Ref ref) {
        fill(ref.row(), done);
      }
    }
    Set<Integer> present = present(row);
    List<ColumnShape> invented = new ArrayList<>();
    for (ColumnShape column : row.shape.columns) {
      boolean required = required(column, present);
      if (row.isUnset(column.index)) {
        if (unset(row, column, required)) {
          invented.add(column);
        }
      } else if (required && row.value(column.index) == null) {
        throw Problems.of(row, column, "must not be null", null);
      }
    }
    long ordinal = ordinals.merge(row.shape.name, 1L, Long::sum) - 1;
    uniques.invent(row, invented, ordinal);
  }

  /** The nullable embedded records of which something is given. */
  private static Set<Integer> present(Row row) {
    Set<Integer> present = new HashSet<>();
    for (ColumnShape column : row.shape.columns) {
      boolean isSet = !row.isUnset(column.index) && row.value(column.index) != null;
      if (isSet || row.seed.wants(column)) {
        present.addAll(column.groups);
      }
    }
    return present;
  }

  private static boolean required(ColumnShape column, Set<Integer> present) {
    if (!column.nullable) {
      return true;
    }
    return !column.groups.isEmpty() && !column.optional && present.containsAll(column.groups);
  }

  /** Whether a value must be invented. */
  private boolean unset(Row row, ColumnShape column, boolean required) {
    if (row.seed.wants(column)) {
      return true;
    }
    if (column.computed || isLeft(row, column)) {
      row.cells[column.index] = Row.LEFT;
      return false;
    }
    if (!required) {
      row.cells[column.index] = null;
    }
    return required;
  }

  /** Whether the database's own value will do: nothing is known that it may not agree with. */
  private boolean isLeft(Row row, ColumnShape column) {
    if (!column.hasDefault(engine) || row.shape.isKey(column.index)) {
      return false;
    }
    for (int other : row.shape.orders.others(column.index)) {
      ColumnShape compared = row.shape.columns.get(other);
      boolean absent = row.isUnset(other) ? compared.nullable : row.value(other) == null;
      boolean left = row.value(other) == Row.LEFT;
      if (!absent && !left && !(row.isUnset(other) && compared.hasDefault(engine))) {
        return false;
      }
    }
    return true;
  }

  /** A column of two keys must hold the same in both. */
  private static void agree(Row row) {
    for (RelationShape relation : row.shape.relations) {
      Row parent = row.parents[relation.index()];
      if (parent == null) {
        continue;
      }
      for (int i = 0; i < relation.columns().length; i++) {
        ColumnShape column = row.shape.columns.get(relation.columns()[i]);
        Object mine = row.value(column.index);
        Object theirs = parent.value(parent.shape.column(relation.targetColumns()[i]));
        if (!same(mine, theirs)) {
          throw Problems.of(
              row,
              column,
              Problems.shown(mine)
                  + " was given, but "
                  + relation.name()
                  + " has "
                  + Problems.shown(theirs),
              null);
        }
      }
    }
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    return Objects.deepEquals(a, b);
  }
}
