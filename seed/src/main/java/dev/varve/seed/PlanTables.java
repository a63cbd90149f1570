package dev.varve.seed;

import dev.varve.seed.rich.PlanColumn;
import dev.varve.seed.rich.PlanJunction;
import dev.varve.seed.rich.PlanRelation;
import dev.varve.seed.rich.PlanTable;
import dev.varve.seed.rich.PlanUnique;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;

/** Tables as plans see them, for one database engine: those of a plan and all around them. */
final class PlanTables {
  private final SeedEngine engine;
  private final List<WordSource> sources = new ArrayList<>();
  private final Map<BuilderShape, PlanTable> tables = new LinkedHashMap<>();
  private final Map<PlanTable, BuilderShape> builders = new IdentityHashMap<>();

  /**
   * Collects tables.
   *
   * @param first the tables that a plan names
   * @param engine the database
   */
  PlanTables(Collection<BuilderShape> first, SeedEngine engine) {
    this.engine = engine;
    ServiceLoader.load(WordSource.class).forEach(sources::add);
    Deque<BuilderShape> todo = new ArrayDeque<>(first);
    while (!todo.isEmpty()) {
      BuilderShape shape = todo.remove();
      if (!tables.containsKey(shape)) {
        PlanTable table = table(shape);
        tables.put(shape, table);
        builders.put(table, shape);
        todo.addAll(around(shape));
      }
    }
    tables.forEach(this::refer);
  }

  private static List<BuilderShape> around(BuilderShape shape) {
    List<BuilderShape> around = new ArrayList<>();
    int ends = shape.table.relations.size() + shape.table.junctions.size();
    for (int i = 0; i < ends; i++) {
      around.add(shape.target(i));
    }
    for (int i = 0; i < shape.childCount(); i++) {
      around.add(shape.child(i).builder());
    }
    return around;
  }

  private PlanTable table(BuilderShape shape) {
    TableShape table = shape.table;
    String entity = shape.recordType().getSimpleName();
    List<PlanColumn> columns = new ArrayList<>();
    for (ColumnShape column : table.columns) {
      columns.add(
          new PlanColumn(
              column.index,
              column.name,
              column.setter,
              column.type,
              column.nullable,
              column.optional,
              column.groups,
              column.identity,
              column.computed,
              column.hasDefault(engine),
              new ColumnChoices(column, table, entity, sources)));
    }
    List<PlanUnique> uniques = new ArrayList<>();
    for (UniqueShape unique : table.uniques) {
      uniques.add(new PlanUnique(unique.name(), unique.columns(), unique.condition()));
    }
    for (int column : table.distinct) {
      if (table.relations.stream().noneMatch(relation -> has(relation, column))) {
        uniques.add(new PlanUnique(table.columns.get(column).name, new int[] {column}));
      }
    }
    PlanTable plan = new PlanTable(entity, table.name, columns, table.key, uniques);
    plan.compare(table.orders);
    return plan;
  }

  private static boolean has(RelationShape relation, int column) {
    for (int each : relation.columns()) {
      if (each == column) {
        return true;
      }
    }
    return false;
  }

  private void refer(BuilderShape shape, PlanTable table) {
    List<PlanRelation> relations = new ArrayList<>();
    for (RelationShape relation : shape.table.relations) {
      BuilderShape target = shape.target(relation.index());
      int[] columns = new int[relation.targetColumns().length];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = target.table.column(relation.targetColumns()[i]);
      }
      relations.add(
          new PlanRelation(
              relation.index(),
              relation.name(),
              relation.constraint(),
              relation.columns(),
              of(target),
              columns,
              relation.deferrable(),
              relation.required()));
    }
    List<PlanJunction> junctions = new ArrayList<>();
    for (JunctionShape junction : shape.table.junctions) {
      junctions.add(
          new PlanJunction(
              junction.index(),
              junction.name(),
              junction.table(),
              junction.ownerColumns(),
              junction.targetColumns(),
              of(shape.target(relations.size() + junction.index()))));
    }
    table.refer(relations, junctions);
  }

  boolean has(BuilderShape shape) {
    return tables.containsKey(shape);
  }

  /** The table of a builder. */
  PlanTable of(BuilderShape shape) {
    return Objects.requireNonNull(tables.get(shape), () -> shape.table + " is out of reach");
  }

  /** The builder of a table. */
  BuilderShape of(PlanTable table) {
    return Objects.requireNonNull(builders.get(table), () -> table + " is out of reach");
  }

  Collection<PlanTable> all() {
    return List.copyOf(tables.values());
  }
}
