package dev.varve.processor.seed;

import com.palantir.javapoet.ClassName;
import dev.varve.processor.binding.EntityBinding;
import dev.varve.processor.binding.RelationBinding;
import dev.varve.processor.read.Model;
import dev.varve.schema.Index;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** For each entity those that refer to it. */
final class Children {
  /** By the entity referred to, then by the one that refers. */
  private final Map<ClassName, Map<ClassName, List<Child>>> byParent = new HashMap<>();

  private Children() {}

  /**
   * Finds the children of a compilation's entities.
   *
   * @param earlier knows those that aren't in this compilation
   */
  static Children of(Model model, Earlier earlier) {
    Children children = new Children();
    for (EntityBinding entity : model.entities()) {
      List<Parameter> needs = Parameter.of(entity, model.dialects());
      for (RelationBinding relation : entity.relations()) {
        children.add(
            relation.target(),
            new Child(
                entity.record(),
                relation.name(),
                relation.key().name(),
                single(entity.table(), relation.key().columns()),
                only(entity, relation),
                needs));
      }
    }
    for (EntityBinding entity : model.entities()) {
      earlier.children(entity.record()).forEach(child -> children.add(entity.record(), child));
    }
    return children;
  }

  /** Whether no two rows of {@code table} may hold the same in {@code columns}. */
  private static boolean single(Table table, List<String> columns) {
    boolean single = columns.containsAll(table.primaryKey().columns());
    for (UniqueKey unique : table.uniqueKeys()) {
      single |= columns.containsAll(unique.columns());
    }
    for (Index index : table.indexes()) {
      single |= index.unique() && index.where().byDialect().isEmpty() && isWithin(index, columns);
    }
    return single;
  }

  private static boolean isWithin(Index index, List<String> columns) {
    for (Index.Part part : index.parts()) {
      if (!(part instanceof Index.ColumnPart column) || !columns.contains(column.name())) {
        return false;
      }
    }
    return true;
  }

  private static boolean only(EntityBinding entity, RelationBinding relation) {
    int count = 0;
    for (RelationBinding other : entity.relations()) {
      count += other.target().equals(relation.target()) ? 1 : 0;
    }
    return count == 1;
  }

  private void add(ClassName parent, Child child) {
    byParent
        .computeIfAbsent(parent, any -> new TreeMap<>())
        .computeIfAbsent(child.entity(), any -> new ArrayList<>())
        .add(child);
  }

  /** Those that refer to {@code parent}: by their names, and by the order of their relations. */
  List<Child> of(ClassName parent) {
    List<Child> all = new ArrayList<>();
    byParent.getOrDefault(parent, Map.of()).values().forEach(all::addAll);
    return all;
  }
}
