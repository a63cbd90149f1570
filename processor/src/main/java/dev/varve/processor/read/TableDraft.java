package dev.varve.processor.read;

import dev.varve.processor.binding.ColumnOrder;
import dev.varve.processor.binding.Member;
import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Index;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of an entity while it is being read. */
final class TableDraft {
  private final RecordDeclaration entity;
  private final QualifiedName name;
  private final Map<String, DraftColumn> columns = new LinkedHashMap<>();
  private final Map<String, DraftComponent> components = new LinkedHashMap<>();
  private final Set<String> unreadable = new HashSet<>();
  private final Map<String, DomainDraft> domains = new HashMap<>();
  final List<Member> members = new ArrayList<>();
  final List<String> key = new ArrayList<>(2);
  final List<DraftRelation> relations = new ArrayList<>();
  final List<DraftJunction> junctions = new ArrayList<>();
  final List<Placed<UniqueKey>> uniqueKeys = new ArrayList<>();
  final List<Placed<Check>> checks = new ArrayList<>();
  final List<ColumnOrder> orders = new ArrayList<>();
  final List<Placed<Index>> indexes = new ArrayList<>();

  TableDraft(RecordDeclaration entity, QualifiedName name) {
    this.entity = entity;
    this.name = name;
  }

  RecordDeclaration entity() {
    return entity;
  }

  QualifiedName name() {
    return name;
  }

  /** Adds a column, unless there is one of that name, which is returned then. */
  @Nullable DraftColumn add(DraftColumn column) {
    return columns.putIfAbsent(column.name(), column);
  }

  /** Puts a column in the place of that with the same name. */
  void replace(DraftColumn column, Column by) {
    columns.put(column.name(), column.with(by));
  }

  /** All columns; they may be replaced while one goes through them. */
  Collection<DraftColumn> columns() {
    return columns.values();
  }

  Set<String> columnNames() {
    return columns.keySet();
  }

  @Nullable DraftColumn column(String column) {
    return columns.get(column);
  }

  /** Adds a component whose columns have been added. */
  void add(DraftComponent component) {
    components.put(component.path(), component);
  }

  /** The components that have columns, embedded records before theirs. */
  Collection<DraftComponent> components() {
    return components.values();
  }

  /** The component at a path; null if there is none that has columns. */
  @Nullable DraftComponent component(String path) {
    return components.get(path);
  }

  /** Notes a component that has no columns because something is wrong with it. */
  void unreadable(Component component) {
    unreadable.add(component.name());
  }

  /** Whether a name that isn't found may be that of a component which couldn't be read. */
  boolean mayHave(String componentOrColumn) {
    String snake = Names.snakeCase(componentOrColumn);
    for (String component : unreadable) {
      String own = Names.snakeCase(component);
      if (snake.equals(own) || snake.startsWith(own + '_') || snake.endsWith('_' + own)) {
        return true;
      }
    }
    return false;
  }

  /** What the entity is called in messages. */
  String display() {
    return entity.simpleName();
  }

  /** The columns that a component's or column's name stands for; null if there is no such name. */
  @Nullable List<String> resolve(String componentOrColumn) {
    DraftComponent found = components.get(componentOrColumn);
    if (found != null) {
      return found.columns();
    }
    return columns.containsKey(componentOrColumn) ? List.of(componentOrColumn) : null;
  }

  /** All names that {@link #resolve} knows. */
  List<String> resolvable() {
    List<String> names = new ArrayList<>();
    for (DraftComponent component : components.values()) {
      if (!component.columns().isEmpty()) {
        names.add(component.path());
      }
    }
    for (String column : columns.keySet()) {
      if (!components.containsKey(column)) {
        names.add(column);
      }
    }
    return names;
  }

  /** What is known of the values that a column may have. */
  DomainDraft domain(String column) {
    return domains.computeIfAbsent(column, any -> new DomainDraft());
  }

  /** The same, if anything is known; else null. */
  @Nullable DomainDraft knownDomain(String column) {
    return domains.get(column);
  }
}
