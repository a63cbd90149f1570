package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a row that is there already can be what another one's relation leads to. */
final class Fit {
  private final Map<TableName, List<Row>> byTable = new HashMap<>();

  /** Notes a row of the call, whose unique keys no other may repeat. */
  void add(Row row) {
    byTable.computeIfAbsent(row.shape.name, any -> new ArrayList<>()).add(row);
  }

  boolean fits(Row row, RelationShape relation, Row candidate) {
    if (candidate == row || isParent(row, candidate) || !agrees(row, relation, candidate)) {
      return false;
    }
    return !(relation.slot() >= 0 && holds(candidate, row)) && !repeats(row, relation, candidate);
  }

  private static boolean isParent(Row row, Row candidate) {
    for (Row parent : row.parents) {
      if (parent != null && Lineage.same(parent, candidate)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the columns that are known already say the same. */
  private static boolean agrees(Row row, RelationShape relation, Row candidate) {
    for (int i = 0; i < relation.columns().length; i++) {
      int column = relation.columns()[i];
      int target = candidate.shape.column(relation.targetColumns()[i]);
      if (!row.isUnset(column) && !Objects.equals(candidate.source(target), row.source(column))) {
        return false;
      }
      if (candidate.exists && !candidate.isKnown(target)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the record of {@code candidate} contains that of {@code row}. */
  private static boolean holds(Row candidate, Row row) {
    return holds(candidate, row, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean holds(Row holder, Row row, Set<Row> seen) {
    if (holder == row) {
      return true;
    }
    if (seen.add(holder)) {
      for (RelationShape relation : holder.shape.relations) {
        Row parent = holder.parents[relation.index()];
        if (parent != null && relation.slot() >= 0 && holds(parent, row, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a unique key would hold the same values twice. */
  private boolean repeats(Row row, RelationShape relation, Row candidate) {
    for (UniqueShape unique : row.shape.uniques) {
      boolean concerned = false;
      for (int column : relation.columns()) {
        concerned |= unique.has(column);
      }
      if (concerned && unique.mayConcern(row)) {
        for (Row other : byTable.getOrDefault(row.shape.name, List.of())) {
          if (other != row
              && unique.mayConcern(other)
              && repeats(row, relation, candidate, unique, other)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean repeats(
      Row row, RelationShape relation, Row candidate, UniqueShape unique, Row other) {
    for (int column : unique.columns()) {
      Object mine = origin(row, relation, candidate, column);
      // What isn't known yet is another relation's, or will be invented to differ; a null differs.
      if (mine == null || other.isUnset(column) || !mine.equals(other.source(column))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object origin(
      Row row, RelationShape relation, Row candidate, int column) {
    for (int i = 0; i < relation.columns().length; i++) {
      if (relation.columns()[i] == column) {
        return candidate.source(candidate.shape.column(relation.targetColumns()[i]));
      }
    }
    return row.isUnset(column) ? null : row.source(column);
  }
}
