package dev.varve.seed;

import dev.varve.seed.load.TableName;
import dev.varve.seed.value.ColumnOrders;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lets rows of smoke refer to each other. */
final class SmokeRelations {
  /** The most combinations of rows that are tried for one row. */
  private static final int TRIES = 500;

  private final Map<TableName, SmokeTable> tables;
  private final SmokeKeys keys;
  private final SmokeCells cells;
  private final List<Later> later = new ArrayList<>();
  private int tries;

  /** A relation to a table whose rows don't exist yet. */
  private record Later(SmokeRow row, RelationShape relation, int number) {}

  SmokeRelations(Map<TableName, SmokeTable> tables, SmokeKeys keys, SmokeCells cells) {
    this.tables = tables;
    this.cells = cells;
    this.keys = keys;
  }

  /** Ties a new row to rows of tables that have theirs; false if it can't be. */
  boolean tie(SmokeRow row, int number) throws SQLException {
    List<RelationShape> relations = new ArrayList<>();
    List<RelationShape> postponed = new ArrayList<>();
    for (RelationShape relation : row.table.shape.relations) {
      if (row.isGiven(relation)) {
        continue;
      }
      boolean own = relation.target().equals(row.table.shape.name);
      if (number == row.table.bareRow() && !relation.required()) {
        row.none(relation);
      } else if (!own && target(relation).rows.isEmpty()) {
        postponed.add(relation);
      } else {
        relations.add(relation);
      }
    }
    // what holds a part of another key follows from it
    relations.sort(
        Comparator.<RelationShape>comparingInt(relation -> -relation.columns().length)
            .thenComparing(relation -> !relation.required()));
    tries = 0;
    boolean tied = tie(row, relations, 0, number);
    if (tied) {
      postponed.forEach(relation -> later.add(new Later(row, relation, number)));
    }
    return tied;
  }

  private boolean tie(SmokeRow row, List<RelationShape> relations, int at, int number)
      throws SQLException {
    if (at == relations.size()) {
      return true;
    }
    RelationShape relation = relations.get(at);
    for (SmokeRow candidate : candidates(row, relation, number)) {
      if (tries++ < TRIES && fits(row, relation, candidate)) {
        row.parents[relation.index()] = candidate;
        if (!isTaken(row, relation) && tie(row, relations, at + 1, number)) {
          return true;
        }
        row.parents[relation.index()] = null;
      }
    }
    if (relation.required()) {
      return false;
    }
    row.none(relation);
    if (tie(row, relations, at + 1, number)) {
      return true;
    }
    row.some(relation);
    return false;
  }

  /** Ties what could not be tied before; what can't be tied now either is left to be invented. */
  void tieLater() throws SQLException {
    for (Later one : later) {
      SmokeRow row = one.row();
      RelationShape relation = one.relation();
      for (SmokeRow candidate : candidates(row, relation, one.number())) {
        if (row.parents[relation.index()] == null && fits(row, relation, candidate)) {
          row.parents[relation.index()] = candidate;
          if (isTaken(row, relation) || !cells.differ(row)) {
            row.parents[relation.index()] = null;
          }
        }
      }
      if (row.parents[relation.index()] != null) {
        keys.add(row);
      } else if (!relation.required()) {
        row.none(relation);
      }
    }
  }

  private SmokeTable target(RelationShape relation) {
    return Objects.requireNonNull(tables.get(relation.target()));
  }

  /** The rows to refer to, in the order in which they are tried: all in turn. */
  private List<SmokeRow> candidates(SmokeRow row, RelationShape relation, int number) {
    List<SmokeRow> rows = target(relation).rows;
    List<SmokeRow> candidates = new ArrayList<>();
    if (relation.target().equals(row.table.shape.name)) {
      for (int i = rows.size() - 1; i >= 0; i--) {
        candidates.add(rows.get(i));
      }
      if (relation.slot() < 0) {
        candidates.add(rows.isEmpty() ? 0 : candidates.size(), row);
      }
      return candidates;
    }
    // several relations to one table lead to different rows
    for (int i = 0; i < rows.size(); i++) {
      candidates.add(rows.get((number + relation.index() + i) % rows.size()));
    }
    return candidates;
  }

  private static boolean fits(SmokeRow row, RelationShape relation, SmokeRow candidate) {
    if (relation.slot() >= 0 && candidate.holds(row, new HashSet<>())) {
      return false;
    }
    for (int i = 0; i < relation.columns().length; i++) {
      int column = relation.columns()[i];
      int target = candidate.table.shape.column(relation.targetColumns()[i]);
      Object mine = row.origin(column);
      boolean open = mine.equals(new SmokeRow.Place(row, column));
      boolean nothing = row.isNull(column) || candidate.isNull(target);
      if (nothing
          || !isOrdered(row, column, candidate.origin(target))
          || !open && !mine.equals(candidate.origin(target))) {
        return false;
      }
    }
    return true;
  }

  /** Whether columns that must be the same, or mustn't, are so: nobody knows which key is less. */
  private static boolean isOrdered(SmokeRow row, int column, Object origin) {
    for (ColumnOrders.Order order : row.table.shape.orders.orders()) {
      if (order.has(column) && !row.isNull(order.other(column))) {
        boolean same = origin.equals(row.origin(order.other(column)));
        if (same ? order.operator().equals("<>") : order.operator().equals("=")) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a unique key that no value of the row's own can rescue is broken. */
  private boolean isTaken(SmokeRow row, RelationShape relation) throws SQLException {
    for (UniqueShape unique : keys.taken(row)) {
      boolean concerned = false;
      for (int column : relation.columns()) {
        concerned |= unique.has(column);
      }
      if (concerned && !row.table.isVaried(unique)) {
        return true;
      }
    }
    return false;
  }
}
