package dev.varve.seed;

import dev.varve.seed.load.TableName;
import dev.varve.seed.value.Canonical;
import dev.varve.seed.value.ColumnOrders;
import dev.varve.seed.value.JsonText;
import dev.varve.seed.value.RecordAccess;
import dev.varve.seed.value.ValueDomain;
import dev.varve.seed.value.ValueType;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the engine knows of an entity's table, from its descriptor, a fact a line:
 *
 * <pre>{@code
 * table <name>
 * col <name> <type> <slot> <setter> <flags...>
 * key <columns> <name>
 * unique <name> <columns>
 * distinct <columns>                of a unique index over expressions
 * order <column> <operator> <column>   what a CHECK says of two columns, see ColumnOrders
 * check <name> <condition>          two where the dialects' words differ
 * rel <name> <slot> <constraint> <columns> <table> <columns> <flags...>
 * many <name> <slot> <table> <owner's columns> <target's columns> set|list record|key
 * tree <components>                 see RecordTree
 * set <method> <kind> <place>       what a method of the builder sets, see Setter
 * }</pre>
 */
final class TableShape {
  final TableName name;
  final List<ColumnShape> columns;
  final int[] key;
  final String keyName;
  final List<UniqueShape> uniques;
  final List<CheckShape> checks;
  final Set<Integer> distinct;

  /** What CHECKs say of two of its columns. */
  final ColumnOrders orders;

  final List<RelationShape> relations;
  final List<JunctionShape> junctions;

  /** Reads and makes records that are stored as JSON. */
  final RecordAccess records;

  final Canonical canonical;

  /** How many slots the record has. */
  final int slots;

  TableShape(DescriptorReader reader, Lookup lookup) {
    records = new RecordAccess(lookup);
    canonical = new Canonical(new JsonText(records));
    name = reader.name;
    columns = List.copyOf(reader.columns);
    key = reader.key;
    keyName = reader.keyName;
    checks = List.copyOf(reader.checks);
    uniques = reader.uniques.stream().map(unique -> unique.in(this)).toList();
    distinct = Set.copyOf(reader.distinct);
    relations = List.copyOf(reader.relations);
    junctions = List.copyOf(reader.junctions);
    slots = reader.slots;
    orders = orders(reader);
  }

  private static ColumnOrders orders(DescriptorReader reader) {
    List<ValueType> types = new ArrayList<>(reader.columns.size());
    List<ValueDomain> domains = new ArrayList<>(reader.columns.size());
    for (ColumnShape column : reader.columns) {
      types.add(column.type);
      domains.add(column.domain);
    }
    return new ColumnOrders(reader.orders, types, domains);
  }

  /** The unique keys, and those that an index over an expression amounts to: a column each. */
  List<UniqueShape> differing() {
    List<UniqueShape> differing = new ArrayList<>(uniques);
    for (int column : distinct) {
      differing.add(new UniqueShape("an index over " + columns.get(column), new int[] {column}));
    }
    return differing;
  }

  /** The place of the column called {@code name}. */
  int column(String name) {
    for (ColumnShape column : columns) {
      if (column.name.equals(name)) {
        return column.index;
      }
    }
    throw new IllegalArgumentException(this.name + " has no column " + name);
  }

  /** The column whose value is in a slot. */
  ColumnShape bySlot(int slot) {
    for (ColumnShape column : columns) {
      if (column.slot == slot) {
        return column;
      }
    }
    throw new IllegalArgumentException(name + " has no column for slot " + slot);
  }

  /** The many-to-many relation whose collection is in a slot. */
  JunctionShape junction(int slot) {
    for (JunctionShape junction : junctions) {
      if (junction.slot() == slot) {
        return junction;
      }
    }
    throw new IllegalArgumentException(name + " has no junction table for slot " + slot);
  }

  boolean isKey(int column) {
    for (int part : key) {
      if (part == column) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
