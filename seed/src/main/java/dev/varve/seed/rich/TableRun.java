package dev.varve.seed.rich;

import dev.varve.seed.value.Keys;
import dev.varve.seed.value.ValueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run of a plan knows of a table. */
final class TableRun {
  final PlanTable table;
  final int id;
  final long seed;
  final long key;

  /** How many rows have a number. */
  int rows;

  /** How many of them have been sent. */
  int sent;

  /** The rows of the chunk that is being sent. */
  List<PlanRow> sending = List.of();

  /** The values of columns that others refer to; null for the others. */
  final @Nullable KeyColumn[] keys;

  /** How many of them somebody asked for. */
  int wanted;

  /** How many rows nodes of the plan have begun. */
  int begun;

  /** How many rows were made because others needed one. */
  int automatic;

  /** How often a row of an automatic table was needed. */
  long needed;

  /** Whether a row is being made because others need one. */
  boolean growing;

  /** Whether the plan has a node of its own for the table. */
  boolean planned;

  /** Whether the database was asked what it has of the table. */
  boolean begins;

  /** The unique keys of which was asked what values the database has. */
  final List<PlanUnique> asked = new ArrayList<>();

  /**
   * How many values of unique keys to leave out, because the database has rows that may have them.
   */
  long taken;

  /**
   * By column that must differ: values that rows have which weren't invented by their numbers; null
   * where there are none.
   */
  final @Nullable Used[] others;

  /** By column: whether the values that are in the database are among the others. */
  final boolean[] compared;

  /** By column: the least number of a value that may still be free, where there are others. */
  final long[] next;

  /** The rows of the chunk that is being made. */
  List<PlanRow> chunk = new ArrayList<>();

  /** Of the row that is being looked at, what {@link Pattern#kinds} holds. */
  final byte[] kinds;

  final List<Pattern> patterns = new ArrayList<>();
  final Used used = new Used();
  final Map<Long, Numbering> numberings = new HashMap<>();

  /** By relation: to which row each row refers; null if nobody will ask. */
  final @Nullable Ints[] links;

  /** By relation: rows whose relation is drawn when all rows are there. */
  final @Nullable Ints[] later;

  private final long[] columnKeys;
  private final long[] relationKeys;
  private final @Nullable ColumnValues[] values;
  private final @Nullable String[] problems;

  TableRun(PlanTable table, int id, long seed, Model model) {
    this.table = table;
    this.id = id;
    this.seed = seed;
    key = Keys.of(seed, table.entity, "");
    keys = new KeyColumn[table.columns.size()];
    links = new Ints[table.foreignKeys.length];
    kinds = new byte[table.columns.size() + links.length + table.partial.length];
    later = new Ints[links.length];
    relationKeys = new long[links.length];
    for (PlanRelation relation : table.foreignKeys) {
      relationKeys[relation.index()] = Keys.of(seed, table.entity, relation.name());
      if (model.isRemembered(table, relation)) {
        links[relation.index()] = new Ints();
      }
    }
    values = new ColumnValues[table.columns.size()];
    others = new Used[values.length];
    compared = new boolean[values.length];
    next = new long[values.length];
    problems = new String[values.length];
    columnKeys = new long[values.length];
    for (PlanColumn column : table.all) {
      columnKeys[column.index()] = Keys.of(seed, table.entity, column.name());
    }
  }

  /** The key of what comes from a row by a name. */
  static long step(long from, String name, long number) {
    return Keys.mix(Keys.of(from, name, "") + number);
  }

  long columnKey(int column) {
    return columnKeys[column];
  }

  long relationKey(int relation) {
    return relationKeys[relation];
  }

  /** The values of a column; null if none can be invented, see {@link #problem}. */
  @Nullable ColumnValues values(int column) {
    if (values[column] == null && problems[column] == null) {
      try {
        values[column] = new ColumnValues(table.columns.get(column), seed, columnKeys[column]);
      } catch (ValueException e) {
        problems[column] = String.valueOf(e.getMessage());
      }
    }
    return values[column];
  }

  /** The marks of the values of a column that weren't invented by numbers. */
  Used others(int column) {
    Used known = others[column];
    if (known == null) {
      known = new Used();
      others[column] = known;
    }
    return known;
  }

  @Nullable String problem(int column) {
    return problems[column];
  }

  /** Whether rows may be made because others need one: nobody asks for rows of this table. */
  boolean mayGrow() {
    return !planned && wanted == 0;
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
