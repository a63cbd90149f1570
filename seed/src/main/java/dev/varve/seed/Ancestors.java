package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a row of the call, or a shared one, for a relation that must have a row and names none.
 *
 * <p>In this order: what the row, or one that it was made for, shares; what it leads to by its
 * other relations, then what those lead to that it was made for; what the whole builder shares; the
 * first row of the table in the call. A row that is there twice is never taken: two relations of
 * one row to one table lead to two rows.
 */
final class Ancestors {
  /** So many rows of a table are looked at before one is made. */
  private static final int MOST = 16;

  private final Map<TableName, List<Row>> first = new HashMap<>();
  private final Map<Record, Row> shared = new IdentityHashMap<>();
  private final Fit fit = new Fit();
  private final Sharing sharing;
  private final Existing existing;

  /**
   * Knows no rows yet.
   *
   * @param sharing what the whole builder shares
   */
  Ancestors(Sharing sharing, Existing existing) {
    this.sharing = sharing;
    this.existing = existing;
  }

  /** Notes a row of the call. */
  void offer(Row row) {
    List<Row> rows = first.computeIfAbsent(row.shape.name, any -> new ArrayList<>());
    if (rows.size() < MOST) {
      rows.add(row);
    }
    fit.add(row);
  }

  /** The row for {@code relation} of {@code row}; null if one must be made. */
  @Nullable Row of(Row row, RelationShape relation) {
    Row found = sharedAround(row, relation);
    boolean own = row.shape.name.equals(relation.target());
    if (found == null && own && relation.slot() < 0) {
      return row;
    }
    boolean distinct = isDistinct(row);
    found = found == null && !distinct ? above(row, relation) : found;
    found = found == null ? pooled(sharing, row, relation) : found;
    found = found == null && !distinct ? first(row, relation) : found;
    return found == null ? cycle(row, relation) : found;
  }

  private @Nullable Row first(Row row, RelationShape relation) {
    for (Row candidate : first.getOrDefault(relation.target(), List.of())) {
      if (fit.fits(row, relation, candidate) && Lineage.agree(row, candidate)) {
        return candidate;
      }
    }
    return null;
  }

  /** The row that closes a cycle of rows of which each needs the next, where there is one. */
  private @Nullable Row cycle(Row row, RelationShape relation) {
    for (Row at = row; at != null; at = at.maker) {
      if (at.shape.name.equals(relation.target())) {
        if (fit.fits(row, relation, at)) {
          return at;
        }
        if (at.invented) {
          throw endless(row, relation);
        }
      }
    }
    return null;
  }

  private static SeedException endless(Row row, RelationShape relation) {
    return Problems.of(
        row,
        "rows that need each other can't be invented, since a record can't hold itself: set "
            + relation.name()
            + " on one of them",
        null);
  }

  /** The row for {@code relation} of {@code row} that somebody shares; null if nobody does. */
  @Nullable Row shared(Row row, RelationShape relation) {
    Row found = sharedAround(row, relation);
    return found == null ? pooled(sharing, row, relation) : found;
  }

  private boolean isDistinct(Row row) {
    for (Row at = row; at != null; at = at.maker) {
      if (at.seed.sharing != null && at.seed.sharing.isDistinct()) {
        return true;
      }
    }
    return sharing.isDistinct();
  }

  private @Nullable Row sharedAround(Row row, RelationShape relation) {
    Row found = null;
    for (Row at = row; at != null && found == null; at = at.maker) {
      Sharing own = at.seed.sharing;
      found = own == null ? null : pooled(own, row, relation);
    }
    return found;
  }

  private @Nullable Row pooled(Sharing from, Row row, RelationShape relation) {
    BuilderShape target = row.seed.builder.target(relation.index());
    Sharing.Pool pool = from.pool(target.recordType());
    for (int i = 0; pool != null && i < pool.records.size(); i++) {
      int turn = (pool.next + i) % pool.records.size();
      Row candidate = shared(row, relation, pool.records.get(turn));
      if (fit.fits(row, relation, candidate)) {
        pool.next = turn + 1;
        return candidate;
      }
    }
    return null;
  }

  private Row shared(Row row, RelationShape relation, Record record) {
    Row known = shared.get(record);
    if (known == null) {
      known = existing.row(Row.shared(row.seed.targetSeed(relation.index())), record);
      shared.put(record, known);
    }
    return known;
  }

  /** What rows around lead to: a row's own relations first, then those of whom it was made for. */
  private @Nullable Row above(Row row, RelationShape relation) {
    Set<Row> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Row at = row; at != null; at = at.maker) {
      Row found = search(at, row, relation, seen);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Row search(Row from, Row row, RelationShape relation, Set<Row> seen) {
    Deque<Row> queue = new ArrayDeque<>(List.of(from));
    while (!queue.isEmpty()) {
      Row at = queue.remove();
      if (!seen.add(at)) {
        continue;
      }
      if (at != row && at.shape.name.equals(relation.target())) {
        if (fit.fits(row, relation, at)) {
          return at;
        }
      } else {
        for (Row parent : at.parents) {
          if (parent != null) {
            queue.add(parent);
          }
        }
      }
    }
    return null;
  }
}
