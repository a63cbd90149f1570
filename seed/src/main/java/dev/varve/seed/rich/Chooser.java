package dev.varve.seed.rich;

import dev.varve.seed.value.Keys;
import dev.varve.seed.value.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses what unique keys need, so that no two rows agree: by counting, not by trying. */
final class Chooser {
  /** A row was made one that a unique key is not about. */
  static final int AVOIDED = -2;

  /** How often the choice is enlarged for one row: what is new is free, or no more will help. */
  private static final int ROUNDS = 4;

  /** How many rows are made in vain, where rows above limit the choice to which they may belong. */
  private static final int VAIN = 16;

  private static final long ROW = 0x526f77L;
  private static final long VALUE = 0x56616c7565L;

  private final Runs runs;
  private final Resolver resolver;

  Chooser(Runs runs, Resolver resolver) {
    this.runs = runs;
    this.resolver = resolver;
  }

  /**
   * Chooses a combination for a row.
   *
   * @return -1; {@link #AVOIDED}; or a relation that has to be null, because there is nothing left
   *     to choose
   */
  int choose(
      TableRun run,
      PlanRow row,
      Pattern pattern,
      Combination combination,
      @Nullable Family family) {
    Numbering numbering = numbering(run, row, pattern, combination);
    if (numbering.sizes.length == 0) {
      size(run, row, combination, family, numbering);
      if (row.origin.top() || numbering.parent != null) {
        provide(run, row, combination, family, numbering, row.origin.count());
      }
    }
    boolean others = numbering.limit != limit(run, row, combination, family);
    numbering.limit = others ? Numbering.MIXED : numbering.limit;
    for (int round = 0; ; round++) {
      while (numbering.next < numbering.count) {
        int mark = family == null ? 0 : family.mark();
        if (take(run, row, combination, family, numbering, numbering.next++)
            && isFree(run, row, pattern, combination)
            && ComparedParents.differ(run.table, row)) {
          return -1;
        }
        undo(row, combination, family, mark);
      }
      if (round >= ROUNDS || !more(run, row, combination, family, numbering)) {
        if (!others) {
          return full(run, row, pattern, combination, numbering);
        }
        others = false; // what they left out, since they may not have it, may be free
        size(run, row, combination, family, numbering);
      }
    }
  }

  /** Tells apart the rows above that limit the choice. */
  private long limit(TableRun run, PlanRow row, Combination combination, @Nullable Family family) {
    long limit = 0;
    for (Combination.Choice choice : combination.choices()) {
      if (family != null && choice.relation() >= 0) {
        TableRun target = target(run, choice);
        boolean inherited = isInherited(family, target, pool(row, choice));
        int above = inherited ? target.id : resolver.above(target, family);
        limit = above < 0 ? limit : Keys.mix(limit ^ family.row(above) + ROW * above);
      }
    }
    return limit;
  }

  private static void undo(
      PlanRow row, Combination combination, @Nullable Family family, int mark) {
    for (Combination.Choice choice : combination.choices()) {
      if (choice.relation() >= 0) {
        row.parents[choice.relation()] = PlanRow.OPEN;
      } else {
        row.cells[choice.column()] = PlanRow.UNSET;
      }
    }
    if (family != null) {
      family.undo(mark);
    }
  }

  private Numbering numbering(TableRun run, PlanRow row, Pattern pattern, Combination combination) {
    long mark = Keys.mix(run.table.uniques.indexOf(combination.uniques().get(0)));
    long key = Keys.mix(run.key + mark);
    PlanRow parent = null;
    for (PlanUnique unique : combination.uniques()) {
      for (int column : unique.columns()) {
        int relation = pattern.via[column];
        if (relation >= 0 && !combination.hasRelation(relation)) {
          mark = Keys.mix(mark ^ row.parents[relation] + ROW);
          Object given = row.given(relation);
          parent = given instanceof PlanRow fixed && fixed.open ? fixed : parent;
          key = Keys.mix(key ^ (given instanceof PlanRow fixed ? fixed.key : mark));
        } else if (relation < 0 && !combination.hasColumn(column)) {
          mark = Keys.mix(mark ^ value(row.cells[column]));
          key = Keys.mix(key ^ mark);
        }
      }
    }
    for (Combination.Choice choice : combination.choices()) {
      if (choice.relation() >= 0 && row.given(choice.relation()) instanceof Pool pool) {
        mark = Keys.mix(mark ^ Keys.of(VALUE, pool.name, "pool"));
      }
    }
    Numbering known = run.numberings.get(mark);
    if (known == null) {
      if (run.taken > 0) {
        combination.uniques().forEach(unique -> remember(run, pattern, unique));
      }
      known = new Numbering(key, parent);
      run.numberings.put(mark, known);
    }
    return known;
  }

  /** Notes what rows in the database have in a unique key of which no column is a relation's. */
  private void remember(TableRun run, Pattern pattern, PlanUnique unique) {
    for (int column : unique.columns()) {
      if (pattern.via[column] >= 0) {
        return; // the rows that it refers to are new, or it would be no choice
      }
    }
    if (!run.asked.contains(unique)) {
      run.asked.add(unique);
      for (Object[] values : runs.values(run, unique)) {
        long mark = Keys.mix(run.table.uniques.indexOf(unique));
        for (Object value : values) {
          mark = Keys.mix(mark ^ value(value));
        }
        run.used.add(mark);
      }
    }
  }

  private static long value(@Nullable Object value) {
    String text = value instanceof byte[] bytes ? java.util.Arrays.toString(bytes) : "" + value;
    return Keys.of(VALUE, text, "");
  }

  private void size(
      TableRun run,
      PlanRow row,
      Combination combination,
      @Nullable Family family,
      Numbering numbering) {
    long[] now = sizes(run, row, combination, family);
    numbering.size(combination, now, ordinary(run, combination, now));
    numbering.limit = limit(run, row, combination, family);
  }

  private static long[] ordinary(TableRun run, Combination combination, long[] sizes) {
    long[] ordinary = sizes.clone();
    for (int i = 0; i < sizes.length; i++) {
      int column = combination.choices().get(i).column();
      ColumnValues values = column < 0 ? null : run.values(column);
      if (values != null) {
        ordinary[i] = Math.min(sizes[i], values.ordinary());
      }
    }
    return ordinary;
  }

  private long[] sizes(
      TableRun run, PlanRow row, Combination combination, @Nullable Family family) {
    long[] sizes = new long[combination.choices().size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = size(run, row, combination.choices().get(i), family);
    }
    return sizes;
  }

  private long size(TableRun run, PlanRow row, Combination.Choice choice, @Nullable Family family) {
    if (choice.relation() < 0) {
      ColumnValues values = run.values(choice.column());
      return values == null ? 0 : values.count();
    }
    TableRun target = target(run, choice);
    Pool pool = pool(row, choice);
    if (family == null) {
      return Resolver.size(row, target, pool);
    }
    if (isInherited(family, target, pool)) {
      return 1;
    }
    int above = resolver.above(target, family);
    Grouped group = above < 0 ? null : resolver.grouped(row, target, pool, above);
    if (group != null) {
      return group.size(family.row(above));
    }
    return Resolver.size(row, target, pool);
  }

  private static boolean isInherited(Family family, TableRun target, @Nullable Pool pool) {
    return pool == null && family.row(target.id) >= 0 && !family.isDirect(target.id);
  }

  private TableRun target(TableRun run, Combination.Choice choice) {
    return runs.of(run.table.foreignKeys[choice.relation()].target());
  }

  private static @Nullable Pool pool(PlanRow row, Combination.Choice choice) {
    return row.given(choice.relation()) instanceof Pool pool ? pool : null;
  }

  /** Takes the choices of a number; whether there are such. */
  private boolean take(
      TableRun run,
      PlanRow row,
      Combination combination,
      @Nullable Family family,
      Numbering numbering,
      long number) {
    long common = number % numbering.shared;
    long[] rest = new long[numbering.own.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = numbering.place(i, number / numbering.shared);
    }
    for (int i = 0; i < combination.choices().size(); i++) {
      Combination.Choice choice = combination.choices().get(i);
      long size = numbering.sizes[i];
      long digit;
      if (choice.owner() < 0) {
        digit = common % size;
        common /= size;
      } else {
        digit = rest[choice.owner()] % size;
        rest[choice.owner()] /= size;
      }
      if (!take(run, row, choice, family, digit)) {
        return false;
      }
    }
    return true;
  }

  private boolean take(
      TableRun run, PlanRow row, Combination.Choice choice, @Nullable Family family, long digit) {
    if (choice.relation() < 0) {
      ColumnValues values = run.values(choice.column());
      row.cells[choice.column()] = values == null ? null : values.unique(digit);
      return true;
    }
    TableRun target = target(run, choice);
    Pool pool = pool(row, choice);
    int found = found(row, target, pool, family, digit);
    if (found < 0) {
      return false;
    }
    row.parents[choice.relation()] = found;
    if (family != null) {
      resolver.know(family, run.table.foreignKeys[choice.relation()], found);
    }
    return true;
  }

  private int found(
      PlanRow row, TableRun target, @Nullable Pool pool, @Nullable Family family, long digit) {
    if (family != null) {
      if (isInherited(family, target, pool)) {
        return digit == 0 ? family.row(target.id) : -1;
      }
      int above = resolver.above(target, family);
      Grouped group = above < 0 ? null : resolver.grouped(row, target, pool, above);
      if (group != null) {
        int found =
            digit < group.size(family.row(above)) ? group.get(family.row(above), (int) digit) : -1;
        return found >= 0 && resolver.agrees(row, target, found, family) ? found : -1;
      }
    }
    return digit < Resolver.size(row, target, pool) ? Resolver.at(pool, (int) digit) : -1;
  }

  private boolean isFree(TableRun run, PlanRow row, Pattern pattern, Combination combination) {
    for (PlanUnique unique : combination.uniques()) {
      if (run.used.has(mark(run, row, pattern, unique))) {
        return false;
      }
    }
    return true;
  }

  /** Notes what a row has in the unique keys that somebody may have to choose for. */
  void note(TableRun run, PlanRow row, Pattern pattern) {
    for (PlanUnique unique : run.table.uniques) {
      if (pattern.isNoted(unique)) {
        run.used.add(mark(run, row, pattern, unique));
      }
    }
  }

  private static long mark(TableRun run, PlanRow row, Pattern pattern, PlanUnique unique) {
    long mark = Keys.mix(run.table.uniques.indexOf(unique));
    for (int column : unique.columns()) {
      int relation = pattern.via[column];
      mark =
          relation >= 0
              ? Keys.mix(mark ^ row.parents[relation] + ROW * (pattern.part[column] + 1))
              : Keys.mix(mark ^ value(row.cells[column]));
    }
    return mark;
  }

  /** Makes a row one that a partial key is not about, if another has what it has in that key. */
  boolean avoids(TableRun run, PlanRow row, Pattern pattern) {
    for (PlanUnique unique : pattern.conditional) {
      if (!isChosen(pattern, unique)
          && run.used.has(mark(run, row, pattern, unique))
          && avoid(run, row, unique)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isChosen(Pattern pattern, PlanUnique unique) {
    return pattern.combinations.stream().anyMatch(each -> each.uniques().contains(unique));
  }

  /** Gives the column of a key's condition a value with which the condition isn't true. */
  private static boolean avoid(TableRun run, PlanRow row, PlanUnique unique) {
    PlanCondition where = unique.where();
    ColumnValues values = where == null ? null : run.values(where.column());
    if (where == null || values == null || row.cells[where.column()] != PlanRow.UNSET) {
      return false;
    }
    for (PlanRelation relation : run.table.foreignKeys) {
      if (relation.has(where.column())) {
        return false;
      }
    }
    if (where.value() == null && !where.equal()) {
      row.cells[where.column()] = null;
      return true;
    }
    long first = Keys.number(row.key, 0, values.count());
    for (long i = 0; i < Math.min(values.count(), 16); i++) {
      Object value = values.unique((first + i) % values.count());
      if (!where.holds(value)) {
        row.cells[where.column()] = value;
        return true;
      }
    }
    return false;
  }

  /** Whether there is more to choose from now than when the numbering began. */
  private boolean more(
      TableRun run,
      PlanRow row,
      Combination combination,
      @Nullable Family family,
      Numbering numbering) {
    long before = numbering.count;
    long[] now = sizes(run, row, combination, family);
    if (!java.util.Arrays.equals(now, numbering.sizes)) {
      numbering.size(combination, now, ordinary(run, combination, now));
      return numbering.count > before;
    }
    provide(run, row, combination, family, numbering, Math.max(1, 2 * before));
    return numbering.count > before;
  }

  /** Makes rows that nobody asks for until there is enough to choose from. */
  private void provide(
      TableRun run,
      PlanRow row,
      Combination combination,
      @Nullable Family family,
      Numbering numbering,
      long count) {
    int[] vain = new int[numbering.sizes.length];
    int smallest = smallest(run, row, combination, family, numbering, vain);
    while (numbering.count < count && smallest >= 0) {
      TableRun target = target(run, combination.choices().get(smallest));
      long before = numbering.sizes[smallest];
      long most = Math.max(1, Math.min(before, count - numbering.count));
      for (long i = 0; i < most; i++) {
        resolver.grow(target, row, family);
      }
      size(run, row, combination, family, numbering);
      boolean grew = numbering.sizes[smallest] > before;
      vain[smallest] = grew ? 0 : (int) Math.min(VAIN, vain[smallest] + most);
      smallest = smallest(run, row, combination, family, numbering, vain);
    }
  }

  /** The choice with the fewest rows of those that may get more; -1 if none may. */
  private int smallest(
      TableRun run,
      PlanRow row,
      Combination combination,
      @Nullable Family family,
      Numbering numbering,
      int[] vain) {
    int smallest = -1;
    for (int i = 0; i < vain.length; i++) {
      if (vain[i] < VAIN
          && grows(run, row, combination.choices().get(i), family)
          && (smallest < 0 || numbering.sizes[i] < numbering.sizes[smallest])) {
        smallest = i;
      }
    }
    return smallest;
  }

  private boolean grows(
      TableRun run, PlanRow row, Combination.Choice choice, @Nullable Family family) {
    if (choice.relation() < 0 || pool(row, choice) != null) {
      return false;
    }
    TableRun target = target(run, choice);
    return target.mayGrow()
        && !target.growing
        && target.table != run.table
        && !(family != null && isInherited(family, target, null));
  }

  private int full(
      TableRun run, PlanRow row, Pattern pattern, Combination combination, Numbering numbering) {
    for (PlanUnique unique : combination.uniques()) {
      if (pattern.conditional.contains(unique) && avoid(run, row, unique)) {
        return AVOIDED;
      }
    }
    for (Combination.Choice choice : combination.choices()) {
      if (choice.relation() >= 0
          && !run.table.foreignKeys[choice.relation()].required()
          && pool(row, choice) == null) {
        return choice.relation();
      }
    }
    throw new ValueException(problem(run, row, combination, numbering));
  }

  private String problem(TableRun run, PlanRow row, Combination combination, Numbering numbering) {
    PlanUnique unique = combination.uniques().get(0);
    Pattern pattern = new Kinds(runs).of(run, row, null);
    List<String> names = new ArrayList<>();
    for (int column : unique.columns()) {
      int relation = pattern.via[column];
      String name =
          relation >= 0
              ? run.table.foreignKeys[relation].name()
              : run.table.columns.get(column).setter();
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    String few =
        row.origin.count()
            + (row.origin.count() == 1 ? " row" : " rows")
            + " asked, only "
            + numbering.count
            + kinds(run, pattern, unique, names)
            + " ("
            + unique.name()
            + "); ";
    return few + remedy(run, combination, numbering);
  }

  private static String kinds(
      TableRun run, Pattern pattern, PlanUnique unique, List<String> names) {
    if (names.size() > 1) {
      String all = " (" + String.join(", ", names) + ')';
      return all + (names.size() == 2 ? " pairs" : " combinations");
    }
    int relation = pattern.via[unique.columns()[0]];
    return relation < 0
        ? " values of " + names.get(0)
        : " " + run.table.foreignKeys[relation].target() + " for " + names.get(0);
  }

  private String remedy(TableRun run, Combination combination, Numbering numbering) {
    int smallest = -1;
    for (int i = 0; i < numbering.sizes.length; i++) {
      boolean related = combination.choices().get(i).relation() >= 0;
      if (related && (smallest < 0 || numbering.sizes[i] < numbering.sizes[smallest])) {
        smallest = i;
      }
    }
    if (smallest < 0) {
      return "ask for fewer";
    }
    String entity = target(run, combination.choices().get(smallest)).table.entity;
    String word = entity.toLowerCase(Locale.ROOT);
    return "add " + ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
  }

  /** A value that no other row has: none of the plan's, nor of those that are there already. */
  Object numbered(TableRun run, PlanRow row, int column) {
    ColumnValues values = run.values(column);
    if (values == null) {
      throw new ValueException("no value can be invented");
    }
    long number = run.taken + row.ordinal;
    Used others = others(run, column);
    if (others == null) {
      return values.unique(number);
    }
    number = Math.max(number, run.next[column]);
    Object value = values.unique(number);
    while (others.has(value(value))) {
      value = values.unique(++number);
    }
    run.next[column] = number + 1;
    return value;
  }

  /**
   * The values of a column that must differ which were not invented here; null if there are none.
   */
  private @Nullable Used others(TableRun run, int column) {
    if (run.taken > 0 && !run.compared[column]) {
      run.compared[column] = true;
      Used others = run.others(column);
      PlanUnique alone = new PlanUnique(run.table.columns.get(column).name(), new int[] {column});
      for (Object[] values : runs.values(run, alone)) {
        others.add(value(values[0]));
      }
    }
    return run.others[column];
  }

  /** Notes values that were given where others are invented that must differ. */
  static void noteGiven(TableRun run, PlanRow row) {
    for (int column : row.pattern().givenAmongMany) {
      Object value = row.cells[column];
      if (value != null) {
        run.others(column).add(value(value));
      }
    }
  }
}
