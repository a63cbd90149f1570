package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which enum types are only called otherwise: one is gone, another is new, and all columns that had
 * the one have the other. Types hold no rows, so that this can't be a wrong guess.
 */
final class EnumTypePairs {
  private final Set<QualifiedName> gone;
  private final Set<QualifiedName> added;
  private final Map<QualifiedName, QualifiedName> forth = new TreeMap<>();
  private final Map<QualifiedName, QualifiedName> back = new HashMap<>();
  private final Set<QualifiedName> ambiguous = new HashSet<>();

  private EnumTypePairs(Schema from, Schema to) {
    gone = names(from);
    added = names(to);
    added.removeAll(gone);
    gone.removeAll(names(to));
  }

  /** The present name of each former type. */
  static Map<QualifiedName, QualifiedName> renames(Schema from, Schema to, List<TablePair> tables) {
    EnumTypePairs found = new EnumTypePairs(from, to);
    if (found.gone.isEmpty() || found.added.isEmpty()) {
      return Map.of();
    }
    for (TablePair table : tables) {
      for (Column column : table.present.columns()) {
        Column former = table.formerOf(column);
        if (former != null) {
          found.read(type(former.type()), type(column.type()));
        }
      }
    }
    found.forth.entrySet().removeIf(found::isAmbiguous);
    return found.forth;
  }

  private static Set<QualifiedName> names(Schema schema) {
    Set<QualifiedName> names = new HashSet<>();
    for (EnumType type : schema.enumTypes()) {
      names.add(type.name());
    }
    return names;
  }

  private static @Nullable QualifiedName type(ColumnType type) {
    ColumnType element = type instanceof Array array ? array.element() : type;
    return element instanceof NativeEnum nativeEnum ? nativeEnum.type() : null;
  }

  private void read(@Nullable QualifiedName old, @Nullable QualifiedName name) {
    if (old == null || name == null || !gone.contains(old) || !added.contains(name)) {
      return;
    }
    QualifiedName other = forth.putIfAbsent(old, name);
    QualifiedName before = back.putIfAbsent(name, old);
    if (other != null && !other.equals(name) || before != null && !before.equals(old)) {
      ambiguous.add(old);
      ambiguous.add(name);
    }
  }

  private boolean isAmbiguous(Map.Entry<QualifiedName, QualifiedName> pair) {
    return ambiguous.contains(pair.getKey()) || ambiguous.contains(pair.getValue());
  }
}
