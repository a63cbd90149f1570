package dev.varve.seed.rich;

import dev.varve.seed.load.TableName;
import dev.varve.seed.value.ColumnOrders;
import java.util.ArrayList;
import java.util.List;

/** A table, as far as plans need to know it. Tables are the same only if they are one object. */
public final class PlanTable {
  final String entity;
  final TableName name;
  final List<PlanColumn> columns;
  final int[] key;

  /**
   * The unique keys that need attention: none that holds all columns of another, or an identity.
   */
  final List<PlanUnique> uniques = new ArrayList<>();

  /** All unique keys. */
  final List<PlanUnique> keys;

  final int identity;

  /** Those of them that are about some rows only. */
  final PlanUnique[] partial;

  private List<PlanRelation> relations = List.of();

  /** The foreign keys, as an array: what is walked for each row is no list. */
  PlanRelation[] foreignKeys = {};

  PlanJunction[] manyToMany = {};

  /** By relation: whether another has a column of it too. */
  private boolean[] tied = {};

  final PlanColumn[] all;

  /** What CHECKs say of two of its columns. */
  private ColumnOrders orders = new ColumnOrders(List.of(), List.of(), List.of());

  /**
   * A table, still without its relations.
   *
   * @param entity the simple name of its record, for messages
   * @param key the places of its primary key's columns
   * @param uniques its unique keys, the primary key among them
   */
  public PlanTable(
      String entity,
      TableName name,
      List<PlanColumn> columns,
      int[] key,
      List<PlanUnique> uniques) {
    this.entity = entity;
    this.name = name;
    this.columns = List.copyOf(columns);
    all = columns.toArray(new PlanColumn[0]);
    this.key = key.clone();
    keys = List.copyOf(uniques);
    int counted = -1;
    for (PlanColumn column : columns) {
      counted = column.identity() ? column.index() : counted;
    }
    identity = counted;
    for (PlanUnique unique : uniques) {
      if (!unique.has(identity) && this.uniques.stream().noneMatch(unique::follows)) {
        this.uniques.removeIf(other -> other.follows(unique));
        this.uniques.add(unique);
      }
    }
    partial = partial(this.uniques);
  }

  private static PlanUnique[] partial(List<PlanUnique> uniques) {
    return uniques.stream().filter(each -> each.where() != null).toArray(PlanUnique[]::new);
  }

  /** Says what the table refers to; once. */
  public void refer(List<PlanRelation> relations, List<PlanJunction> junctions) {
    this.relations = List.copyOf(relations);
    foreignKeys = relations.toArray(foreignKeys);
    manyToMany = junctions.toArray(manyToMany);
    tied = new boolean[foreignKeys.length];
    for (PlanRelation one : relations) {
      for (PlanRelation other : relations) {
        for (int column : one.columns()) {
          tied[one.index()] |= other != one && other.has(column);
        }
      }
    }
  }

  /** Whether a relation has a column in common with another. */
  boolean isTied(int relation) {
    return tied[relation];
  }

  /** Says what CHECKs want of two columns each; once. */
  public void compare(ColumnOrders conditions) {
    orders = conditions;
  }

  /** What CHECKs say of two of its columns. */
  ColumnOrders orders() {
    return orders;
  }

  /** The table's name. */
  public TableName name() {
    return name;
  }

  /** Its columns, in order. */
  public List<PlanColumn> columns() {
    return columns;
  }

  /** Its foreign keys, in order. */
  public List<PlanRelation> relations() {
    return relations;
  }

  /** Its many-to-many relations, in order. */
  public List<PlanJunction> junctions() {
    return List.of(manyToMany);
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
