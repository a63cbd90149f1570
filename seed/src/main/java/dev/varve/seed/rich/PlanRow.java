package dev.varve.seed.rich;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a plan: what its function says, then what it refers to and holds. */
public final class PlanRow {
  /** Stands in {@link #cells} for what nobody has set. */
  static final Object UNSET = new Object();

  /** Refers to no row. */
  static final int NONE = -1;

  /** Refers to a row that isn't the plan's. */
  static final int OUTSIDE = -2;

  /** Not decided yet. */
  static final int OPEN = -3;

  /** Most rows have no children, and need no list of their own. */
  static final List<Children> CHILDLESS = List.of();

  private static final Object NO_ROW = new Object();
  private static final @Nullable List<Object>[] NO_LINKS = noLinks(0);
  private static final int[][] NOTHING_DRAWN = {};

  final PlanTable table;

  /** Follows from the seed and the row's place in the plan: all that is drawn follows from it. */
  final long key;

  final int index;
  final Origin origin;

  /** Its number in its table; -1 until it has one. */
  int ordinal = -1;

  /** For each column its canonical value, null, or {@link #UNSET}. */
  final @Nullable Object[] cells;

  /** For each relation the number of the row referred to, or one of the constants. */
  final int[] parents;

  /** Whether its children are still being made. */
  boolean open;

  @Nullable Pattern pattern;

  /** Rows above it that it must share, by table; null for none. */
  @Nullable Family family;

  private @Nullable Object @Nullable [] given;
  List<Children> children = CHILDLESS;
  private final @Nullable List<Object>[] links;
  private final int[][] drawnLinks;
  private List<Pool> names = List.of();

  /**
   * Where a row comes from.
   *
   * @param line the line of the user's source, or empty
   * @param count how many rows were asked for there
   * @param top whether that is all there are, and not so many for each parent
   */
  record Origin(String line, int count, boolean top) {}

  /** Rows that refer to this one. */
  record Children(
      PlanTable table,
      int relation,
      int count,
      int before,
      @Nullable RowFunction function,
      String line) {}

  PlanRow(PlanTable table, long key, int index, Origin origin) {
    this.table = table;
    this.key = key;
    this.index = index;
    this.origin = origin;
    cells = new Object[table.columns.size()];
    Arrays.fill(cells, UNSET);
    parents = new int[table.foreignKeys.length];
    Arrays.fill(parents, OPEN);
    int junctions = table.manyToMany.length;
    links = junctions == 0 ? NO_LINKS : noLinks(junctions);
    drawnLinks = junctions == 0 ? NOTHING_DRAWN : new int[junctions][];
  }

  @SuppressWarnings("unchecked") // arrays of generic types can't be made otherwise
  private static @Nullable List<Object>[] noLinks(int count) {
    return (List<Object>[]) new List<?>[count];
  }

  /** The row's table. */
  public PlanTable table() {
    return table;
  }

  /** What its chance draws from. */
  public long key() {
    return key;
  }

  /** Its number among the rows that were asked for with it, from 0. */
  public int index() {
    return index;
  }

  /** Sets a column to a canonical value, or to null. */
  public void set(int column, @Nullable Object value) {
    cells[column] = value;
  }

  /** Lets a relation refer to no row. */
  public void none(int relation) {
    give(relation, NO_ROW);
  }

  /** Lets a relation refer to a row that is in the database. */
  public void relate(int relation, Outside row) {
    give(relation, row);
  }

  /** A row of the plan that has its number. */
  record Known(int ordinal) {}

  void relate(int relation, Known row) {
    give(relation, row);
  }

  /** Lets a relation refer to one of some rows. */
  public void relate(int relation, Pool pool) {
    give(relation, pool);
  }

  /** A new row for a relation to refer to. */
  public PlanRow parent(int relation) {
    PlanRelation to = table.foreignKeys[relation];
    long parentKey = TableRun.step(key, to.name(), 0);
    Origin from = new Origin(origin.line, 1, false);
    PlanRow parent = new PlanRow(to.target(), parentKey, 0, from);
    give(relation, parent);
    return parent;
  }

  /**
   * Asks for rows that refer to this one.
   *
   * @param child their table
   * @param relation the relation by which they do
   * @param count how many
   * @param function what each holds; null: everything is invented
   * @param line the line of the user's source, or empty
   */
  public void children(
      PlanTable child, int relation, int count, @Nullable RowFunction function, String line) {
    int before = 0;
    for (Children other : children) {
      before += other.table == child && other.relation == relation ? other.count : 0;
    }
    if (children.isEmpty()) {
      children = new ArrayList<>(2);
    }
    children.add(new Children(child, relation, count, before, function, line));
  }

  /**
   * Says what a many-to-many relation links the row to.
   *
   * @param rows the keys, as {@code Object[]}, of rows in the database, and rows of {@link #linked}
   */
  public void link(int junction, List<Object> rows) {
    links[junction] = List.copyOf(rows);
  }

  /** A new row for a many-to-many relation to link to. */
  public PlanRow linked(int junction, int number) {
    PlanJunction to = table.junctions().get(junction);
    Origin from = new Origin(origin.line, 1, false);
    return new PlanRow(to.target(), TableRun.step(key, to.name(), number + 1L), number, from);
  }

  /** Puts the row into a pool. */
  public void name(Pool pool) {
    names = new ArrayList<>(names);
    names.add(pool);
  }

  List<Pool> names() {
    return names;
  }

  /** What was linked; null if nothing was said. */
  @Nullable List<Object> links(int junction) {
    return links[junction];
  }

  void linked(int junction, int[] rows) {
    drawnLinks[junction] = rows;
  }

  /** The numbers of the rows that were drawn; null if none were. */
  int @Nullable [] drawnLinks(int junction) {
    return drawnLinks[junction];
  }

  private void give(int relation, Object what) {
    if (given == null) {
      given = new Object[parents.length];
    }
    given[relation] = what;
  }

  /**
   * The row, {@link Known}, pool or {@link Outside} that a relation was given; null for none or
   * nothing.
   */
  @Nullable Object given(int relation) {
    Object what = given == null ? null : given[relation];
    return what == NO_ROW ? null : what;
  }

  boolean isNone(int relation) {
    return given != null && given[relation] == NO_ROW;
  }

  /** Whether nothing was said of a relation. */
  boolean isOpen(PlanRelation relation) {
    for (int column : relation.columns()) {
      if (cells[column] != UNSET) {
        return false;
      }
    }
    return given == null || given[relation.index()] == null;
  }

  void relate(int relation, PlanRow parent) {
    give(relation, parent);
  }

  Pattern pattern() {
    return Objects.requireNonNull(pattern);
  }

  /** The row as messages call it: {@code Order #17}. */
  @Override
  public String toString() {
    return table.entity + " #" + (ordinal < 0 ? index : ordinal);
  }
}
