package dev.varve.schema.change;

import dev.varve.schema.Constraint;
import dev.varve.schema.Index;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.change.Change.RenameConstraint;
import dev.varve.schema.change.Change.RenameIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Finds constraints and indexes that are the same but for their names. Those that have kept their
 * names are matched first.
 */
final class ElementRenames {
  /**
   * What a constraint or index is called where.
   *
   * @param scope where names are unique: for keys and indexes the schema, as PostgreSQL has it and
   *     SQLite for all; for other constraints the table
   */
  private record ElementName(String scope, String name) {}

  /** An element in its table. */
  private record Element(QualifiedName table, Object value) {}

  /** Which constraint or index of which table. */
  private record ElementKey(QualifiedName table, String kind, String name) {}

  private final Map<ElementName, Element> there = new HashMap<>();

  /**
   * What was called so, as long as tables that come from other schemas bring names that others
   * have.
   */
  private final Map<ElementKey, ElementName> names = new HashMap<>();

  /** Those of them whose name another one has in {@link #there}, by that name. */
  private final Map<ElementName, List<ElementName>> namesakes = new HashMap<>();

  private final Map<ElementName, ElementName> renames = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** Reads a table in both of its forms; columns and tables have their new names in both. */
  void add(Table former, Table present) {
    addFormer(former);
    add(
        former,
        constraints(former),
        constraints(present),
        Constraint::name,
        Same::constraints,
        constraint -> Elements.renamed(Same.form(constraint), ""));
    add(
        former,
        former.indexes(),
        present.indexes(),
        Index::name,
        Same::indexes,
        index -> Elements.renamed(Same.form(index), ""));
  }

  /** Reads a table that goes. */
  void addFormer(Table former) {
    for (Constraint constraint : constraints(former)) {
      addFormer(former, constraint, constraint.name());
    }
    for (Index index : former.indexes()) {
      addFormer(former, index, index.name());
    }
  }

  private void addFormer(Table table, Object element, String name) {
    ElementName own = name(table, element, name);
    if (there.containsKey(own)) {
      ElementName common = own;
      own = new ElementName(own.scope() + " table " + table.name(), name);
      namesakes.computeIfAbsent(common, key -> new ArrayList<>()).add(own);
    }
    there.put(own, new Element(table.name(), element));
    names.put(new ElementKey(table.name(), kind(element), name), own);
  }

  private ElementName former(Table table, Object element, String name) {
    return Objects.requireNonNull(names.get(new ElementKey(table.name(), kind(element), name)));
  }

  boolean isEmpty() {
    return renames.isEmpty();
  }

  /** The renames as changes in order. */
  List<Change> changes() {
    for (ElementName name : there.keySet()) {
      taken.add(name.name());
    }
    for (ElementName name : renames.values()) {
      taken.add(name.name());
    }
    SpareNames spare = new SpareNames(taken);
    List<Change> changes = new ArrayList<>();
    clearWanted(spare, changes);
    RenameOrder.of(
        renames,
        there.keySet(),
        name -> new ElementName(name.scope(), spare.of(name.name())),
        (from, to) -> changes.add(rename(from, to)));
    return changes;
  }

  /** Of several that have a wanted name, the order of renames knows but one. */
  private void clearWanted(SpareNames spare, List<Change> changes) {
    for (ElementName wanted : List.copyOf(renames.values())) {
      for (ElementName from : namesakes.getOrDefault(wanted, List.of())) {
        ElementName aside = new ElementName(from.scope(), spare.of(from.name()));
        changes.add(rename(from, aside));
        ElementName to = renames.remove(from);
        if (to != null) {
          renames.put(aside, to);
        }
      }
      namesakes.remove(wanted);
    }
  }

  private Change rename(ElementName from, ElementName to) {
    Element element = there.remove(from);
    if (element.value() instanceof Constraint constraint) {
      there.put(to, new Element(element.table(), Elements.renamed(constraint, to.name())));
      return new RenameConstraint(element.table(), constraint, to.name());
    }
    there.put(to, element);
    return new RenameIndex(element.table(), from.name(), to.name());
  }

  private <E> void add(
      Table table,
      List<E> former,
      List<E> present,
      Function<E, String> name,
      BiPredicate<E, E> same,
      Function<E, E> content) {
    Map<String, E> kept = new HashMap<>();
    for (E element : former) {
      kept.put(kind(element) + name.apply(element), element);
    }
    List<E> wanted = new ArrayList<>();
    for (E element : present) {
      String key = kind(element) + name.apply(element);
      E old = kept.get(key);
      if (old != null && same.test(old, element)) {
        kept.remove(key);
      } else {
        wanted.add(element);
      }
    }
    if (wanted.isEmpty() || kept.isEmpty()) {
      return;
    }
    Map<E, Deque<E>> left = new HashMap<>();
    for (E element : former) {
      if (kept.containsKey(kind(element) + name.apply(element))) {
        left.computeIfAbsent(content.apply(element), key -> new ArrayDeque<>()).add(element);
      }
    }
    for (E element : wanted) {
      Deque<E> equal = left.get(content.apply(element));
      if (equal != null && !equal.isEmpty()) {
        E old = equal.remove();
        renames.put(former(table, old, name.apply(old)), name(table, element, name.apply(element)));
      }
    }
  }

  private static String kind(Object element) {
    return element.getClass().getSimpleName() + ' ';
  }

  private static ElementName name(Table table, Object element, String name) {
    boolean relation =
        element instanceof Index || element instanceof PrimaryKey || element instanceof UniqueKey;
    return new ElementName(
        relation ? "schema " + table.name().schema() : "table " + table.name(), name);
  }

  private static List<Constraint> constraints(Table table) {
    List<Constraint> all = new ArrayList<>();
    if (!table.primaryKey().columns().isEmpty()) {
      all.add(table.primaryKey());
    }
    all.addAll(table.uniqueKeys());
    all.addAll(table.checks());
    all.addAll(table.foreignKeys());
    return all;
  }
}
