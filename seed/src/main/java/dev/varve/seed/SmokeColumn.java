package dev.varve.seed;

import dev.varve.seed.value.JavaType;
import dev.varve.seed.value.ValueDomain;
import dev.varve.seed.value.ValueException;
import dev.varve.seed.value.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What smoke puts into a column that belongs to no relation.
 *
 * @param shape the column
 * @param edges the values at its edges that the database can store; none: it is left alone, for
 *     nobody understands what is valid
 * @param problem why it is left alone
 * @param more how many values can be invented
 */
record SmokeColumn(ColumnShape shape, List<Object> edges, String problem, long more) {
  /** Of texts there are more edges than a few rows can have: all columns have the first of them, */
  private static final int COMMON = 4;

  /** and each so many of the others. */
  private static final int OWN = 2;

  /** Fewer different values than this are few. */
  private static final long FEW = 4096;

  static SmokeColumn of(BuilderShape builder, ColumnShape column, SeedEngine engine) {
    try {
      List<Object> edges = edges(builder, column, column.domain, engine);
      return new SmokeColumn(column, edges, "", column.choices(builder.table.name).count());
    } catch (ValueException e) {
      return new SmokeColumn(column, List.of(), String.valueOf(e.getMessage()), 0);
    }
  }

  /**
   * The edges of a column's values, those that {@code engine} can store and that constructors of
   * value records take, at least one.
   *
   * @throws ValueException if there is none
   */
  static List<Object> edges(
      BuilderShape builder, ColumnShape column, ValueDomain domain, SeedEngine engine) {
    List<Object> edges = new ArrayList<>();
    for (Object edge : column.edges(builder.table.name, domain)) {
      if (isStorable(column, edge, engine) && isTaken(builder, column, edge)) {
        edges.add(edge);
      }
    }
    if (edges.isEmpty()) {
      edges.add(column.choices(builder.table.name, domain).get(0));
    }
    boolean many = column.type.kind() == Kind.TEXT && edges.size() > COMMON + OWN;
    return many ? fewer(edges, column.index) : edges;
  }

  /** The first ones, and some of the others: every column has others. */
  private static List<Object> fewer(List<Object> edges, int column) {
    List<Object> fewer = new ArrayList<>(edges.subList(0, COMMON));
    List<Object> others = edges.subList(COMMON, edges.size());
    for (int i = 0; i < OWN; i++) {
      fewer.add(others.get((OWN * column + i) % others.size()));
    }
    return fewer;
  }

  private static boolean isStorable(ColumnShape column, Object edge, SeedEngine engine) {
    try {
      engine.stored(column.type, edge);
      return true;
    } catch (ValueException e) {
      return false;
    }
  }

  private static boolean isTaken(BuilderShape builder, ColumnShape column, Object edge) {
    JavaType java = column.java;
    try {
      return java == null
          || builder.record.takes(column.slot, java.of(column.type, edge, builder.table.records));
    } catch (ValueException e) {
      return false;
    }
  }

  boolean isLeft() {
    return edges.isEmpty();
  }

  /** Whether there may be more rows than values. */
  boolean isSmall() {
    return more < FEW;
  }
}
