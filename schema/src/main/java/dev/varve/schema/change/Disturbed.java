package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Columns and keys that change under the foreign keys that use them. */
final class Disturbed {
  private final Set<ColumnName> retyped = new HashSet<>();
  private final Set<ColumnName> dropped = new HashSet<>();
  private final Set<ColumnName> added = new HashSet<>();
  private final Map<QualifiedName, Set<Set<String>>> droppedKeys = new HashMap<>();
  private final Map<QualifiedName, Set<Set<String>>> addedKeys = new HashMap<>();

  void retyped(QualifiedName table, Column column) {
    retyped.add(new ColumnName(table, column.name()));
  }

  void dropped(QualifiedName table, Column column) {
    dropped.add(new ColumnName(table, column.name()));
  }

  void added(QualifiedName table, Column column) {
    added.add(new ColumnName(table, column.name()));
  }

  void dropped(QualifiedName table, List<String> key) {
    droppedKeys.computeIfAbsent(table, name -> new HashSet<>()).add(new HashSet<>(key));
  }

  void added(QualifiedName table, List<String> key) {
    addedKeys.computeIfAbsent(table, name -> new HashSet<>()).add(new HashSet<>(key));
  }

  void dropped(QualifiedName table, Index index) {
    if (isKey(index)) {
      dropped(table, columns(index));
    }
  }

  void added(QualifiedName table, Index index) {
    if (isKey(index)) {
      added(table, columns(index));
    }
  }

  /** Whether a foreign key may refer to it: whole columns, all rows. */
  private static boolean isKey(Index index) {
    for (Index.Part part : index.parts()) {
      if (!(part instanceof ColumnPart)) {
        return false;
      }
    }
    return index.unique() && index.where().equals(Sql.NONE);
  }

  private static List<String> columns(Index index) {
    return index.parts().stream().map(part -> ((ColumnPart) part).name()).toList();
  }

  boolean isEmpty() {
    return retyped.isEmpty() && droppedKeys.isEmpty();
  }

  /** Whether a foreign key that stays can't stay all the time. */
  boolean moves(QualifiedName table, ForeignKey key) {
    return contains(retyped, table, key.columns())
        || contains(retyped, key.target(), key.targetColumns())
        || contains(droppedKeys, key);
  }

  /** Whether what a foreign key refers to goes before tables do. */
  boolean losesTarget(ForeignKey key) {
    return contains(dropped, key.target(), key.targetColumns()) || contains(droppedKeys, key);
  }

  /** Whether what a foreign key refers to comes after tables do. */
  boolean awaitsTarget(ForeignKey key) {
    return contains(added, key.target(), key.targetColumns()) || contains(addedKeys, key);
  }

  private static boolean contains(Set<ColumnName> some, QualifiedName table, List<String> columns) {
    if (some.isEmpty()) {
      return false;
    }
    for (String column : columns) {
      if (some.contains(new ColumnName(table, column))) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(
      Map<QualifiedName, Set<Set<String>>> keys, ForeignKey foreignKey) {
    Set<Set<String>> ofTarget = keys.get(foreignKey.target());
    return ofTarget != null && ofTarget.contains(new HashSet<>(foreignKey.targetColumns()));
  }
}
