package dev.varve.conformance.laws;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.change.Conversion;
import dev.varve.schema.change.Conversions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random edits of a sketch, of every kind that a person could make. Each says what a person would
 * have to say: how existing rows get a value, what they get instead of a constant that is gone.
 */
final class Mutation {
  private static final Map<ColumnType, List<ColumnType>> WIDER =
      Map.of(
          Simple.INT16,
          List.of(Simple.INT32, Simple.INT64),
          Simple.INT32,
          List.of(Simple.INT64, Simple.INTEGER),
          Simple.INT64,
          List.of(Simple.INTEGER, new Decimal(0, 0)),
          Simple.FLOAT32,
          List.of(Simple.FLOAT64),
          Simple.CHAR,
          List.of(new Text(0), new Text(12)),
          new Text(12),
          List.of(new Text(40), new Text(0)),
          new Text(320),
          List.of(new Text(0), new Text(400)),
          new Decimal(10, 2),
          List.of(new Decimal(14, 2), new Decimal(0, 0)),
          new Decimal(12, 0),
          List.of(new Decimal(15, 0)),
          Simple.DATE,
          List.of(Simple.DATE_TIME));

  private final Random random;
  private final Sketch sketch;
  private final Growth growth;

  private Mutation(Random random, Sketch sketch) {
    this.random = random;
    this.sketch = sketch;
    this.growth = new Growth(random, sketch);
  }

  /** What {@code edits} edits make of {@code from}, which stays as it is. */
  static Sketch of(Sketch from, Random random, int edits) {
    return of(from, random, edits, 0);
  }

  /**
   * What edits make of {@code from}.
   *
   * @param strangers how many tables come that have nothing to do with it; then most of its own go
   */
  static Sketch of(Sketch from, Random random, int edits, int strangers) {
    while (true) {
      Sketch to = from.copy();
      to.replacements.clear();
      for (TableSketch table : to.tables.values()) {
        for (ColumnSketch column : table.columns) {
          column.backfill = null;
          column.irreversible = "";
        }
      }
      Mutation mutation = new Mutation(random, to);
      for (int i = 0; i < edits; i++) {
        mutation.edit();
      }
      if (strangers > 0) {
        to.tables.keySet().removeIf(id -> random.nextInt(3) > 0);
      }
      for (int i = 0; i < strangers; i++) {
        mutation.growth.addTable();
      }
      Repair.repair(to);
      mutation.settle(from);
      if (Repair.repair(to)) {
        mutation.refuseSome();
        return to;
      }
    }
  }

  /**
   * {@code last}, which came of {@code middle}, as a person writes it who comes from {@code first}.
   */
  static Sketch further(Sketch first, Sketch middle, Sketch last, Random random) {
    Sketch to = last.copy();
    middle.replacements.forEach(
        (gone, other) -> to.replacements.put(gone, last.replacements.getOrDefault(other, other)));
    Mutation mutation = new Mutation(random, to);
    for (TableSketch table : to.tables.values()) {
      for (ColumnSketch column : table.columns) {
        TableSketch between = middle.tables.get(table.id);
        boolean filled =
            between != null && between.has(column.id) && between.column(column.id).backfill != null;
        if (column.backfill == null && filled) {
          column.backfill = mutation.growth.constant(column);
        }
      }
    }
    mutation.settle(first);
    return to;
  }

  /** Somebody says now and then that there is no way back. */
  private void refuseSome() {
    if (growth.chance(30)) {
      TableSketch table = growth.pick(List.copyOf(sketch.tables.values()));
      growth.pick(table.columns).irreversible = "nobody knows how";
    }
  }

  private void edit() {
    if (sketch.tables.isEmpty()) {
      growth.addTable();
      return;
    }
    TableSketch table = growth.pick(List.copyOf(sketch.tables.values()));
    if (table.origin.contains("#")) {
      editJunction(table);
      return;
    }
    ColumnSketch column = growth.pick(table.columns);
    switch (random.nextInt(31)) {
      case 0 -> renameTable(table);
      case 1 -> swapTables();
      case 2, 3 -> column.name = growth.columnName(table);
      case 4 -> rotateColumns(table);
      case 5 -> growth.addTable();
      case 6 -> dropTable(table);
      case 7, 8 -> growth.addColumn(table, true);
      case 9, 10 -> dropColumn(table, column);
      case 11 -> growth.addUnique(table);
      case 12 -> drop(table.uniques);
      case 13 -> growth.addCheck(table);
      case 14 -> drop(table.checks);
      case 15 -> growth.addReference(table, true);
      case 16 -> drop(table.references);
      case 17 -> growth.addIndex(table);
      case 18 -> drop(table.indexes);
      case 19 -> changeIndex(table);
      case 20 -> changeReference(table);
      case 21 -> widen(table, column);
      case 22 -> convert(table, column);
      case 23 -> changeNull(table, column);
      case 24 -> changeDefault(table, column);
      case 25 -> changeComputed(table, column);
      case 26 -> column.comment = growth.comment();
      case 27 -> table.comment = growth.comment();
      case 28 -> changeKey(table);
      case 29 -> changeEnum();
      default -> moveTable(table);
    }
  }

  /** Nobody can say anything of the columns of a collection's table. */
  private void editJunction(TableSketch table) {
    switch (random.nextInt(4)) {
      case 0 -> renameTable(table);
      case 1 -> moveTable(table);
      case 2 -> dropTable(table);
      default -> table.comment = growth.comment();
    }
  }

  // Names

  private void renameTable(TableSketch table) {
    table.name = growth.tableName(table.name.schema());
    if (growth.chance(50)) {
      table.origin = "app.Record" + sketch.newId() + (table.origin.contains("#") ? "#set" : "");
    }
  }

  private void moveTable(TableSketch table) {
    table.name = growth.tableName(growth.schemaName());
  }

  private void swapTables() {
    List<TableSketch> tables = new ArrayList<>(sketch.tables.values());
    Collections.shuffle(tables, random);
    rotate(
        tables.subList(0, Math.min(tables.size(), 2 + random.nextInt(2))),
        (from, to) -> to.name = from);
  }

  private static void rotate(
      List<TableSketch> tables, java.util.function.BiConsumer<QualifiedName, TableSketch> put) {
    QualifiedName last = tables.get(tables.size() - 1).name;
    for (TableSketch table : tables) {
      QualifiedName own = table.name;
      put.accept(last, table);
      last = own;
    }
  }

  private void rotateColumns(TableSketch table) {
    List<ColumnSketch> columns = new ArrayList<>(table.columns);
    Collections.shuffle(columns, random);
    columns = columns.subList(0, Math.min(columns.size(), 2 + random.nextInt(2)));
    String last =
        growth.chance(40) ? growth.columnName(table) : columns.get(columns.size() - 1).name;
    for (ColumnSketch column : columns) {
      String own = column.name;
      column.name = last;
      last = own;
    }
  }

  // Tables and columns

  private void dropTable(TableSketch table) {
    if (sketch.tables.size() > 1) {
      sketch.tables.remove(table.id);
    }
  }

  private void dropColumn(TableSketch table, ColumnSketch column) {
    if (!table.isKey(column.id)) {
      table.columns.remove(column);
    }
  }

  private void drop(List<?> parts) {
    if (!parts.isEmpty()) {
      parts.remove(random.nextInt(parts.size()));
    }
  }

  private void changeIndex(TableSketch table) {
    if (table.indexes.isEmpty()) {
      return;
    }
    int i = random.nextInt(table.indexes.size());
    Parts.Index index = table.indexes.get(i);
    if (index.unique()) {
      table.indexes.set(i, index.with(false));
    } else if (index.parts().get(0).column() != 0) {
      List<Parts.Part> parts = new ArrayList<>(index.parts());
      Parts.Part first = parts.get(0);
      parts.set(0, new Parts.Part(first.column(), null, !first.descending()));
      boolean ordered = index.method().isEmpty();
      table.indexes.set(
          i,
          new Parts.Index(
              index.id(),
              ordered ? parts : index.parts(),
              false,
              index.method(),
              index.include(),
              ordered && growth.chance(50) ? null : index.where()));
    }
  }

  private void changeReference(TableSketch table) {
    if (!table.references.isEmpty()) {
      int i = random.nextInt(table.references.size());
      Parts.Reference reference = table.references.get(i);
      table.references.set(
          i,
          growth.chance(60)
              ? reference.with(growth.action(), growth.action())
              : reference.with(!reference.deferrable()));
    }
  }

  private void changeKey(TableSketch table) {
    List<ColumnSketch> distinct =
        growth.columns(table, one -> one.distinct && !one.nullable && !one.isComputed());
    boolean withoutRows = false;
    if (growth.chance(20)) {
      ColumnSketch counter =
          new ColumnSketch(
              sketch.newId(), growth.columnName(table), TypeSketch.of(Simple.INT64), false);
      counter.source = new SourceSketch.Identity();
      counter.distinct = true;
      table.columns.add(counter);
      become(table, List.of(counter.id));
    } else if (table.key.size() > 1 && growth.chance(40)) {
      List<Integer> reversed = new ArrayList<>(table.key);
      Collections.reverse(reversed);
      become(table, reversed);
    } else if (!distinct.isEmpty() && !withoutRows) {
      List<Integer> key = new ArrayList<>(List.of(growth.pick(distinct).id));
      if (growth.chance(40)) {
        ColumnSketch other = growth.pick(table.columns);
        if (!other.nullable && !other.isComputed() && !key.contains(other.id)) {
          key.add(other.id);
        }
      }
      become(table, key);
    }
  }

  /** Who referred to the old key can't any more. */
  private void become(TableSketch table, List<Integer> key) {
    if (!key.equals(table.key)) {
      table.key = new ArrayList<>(key);
      for (TableSketch other : sketch.tables.values()) {
        other.references.removeIf(reference -> reference.target() == table.id);
      }
    }
  }

  // Columns

  /** Whether a column can take another type without others having to follow. */
  private boolean isFree(TableSketch table, ColumnSketch column) {
    return !column.isComputed() && table.reference(column.id) == null;
  }

  /** Whether the type of another column hangs on it. */
  private static boolean isComputedFrom(TableSketch table, ColumnSketch column) {
    return table.columns.stream()
        .anyMatch(
            one ->
                one.source instanceof SourceSketch.Computed computed
                    && computed.expression().columns().contains(column.id));
  }

  private void widen(TableSketch table, ColumnSketch column) {
    List<ColumnType> wider =
        column.type.isEnum() ? List.of() : WIDER.getOrDefault(column.type.scalar(), List.of());
    if (isFree(table, column) && !wider.isEmpty() && column.backfill == null) {
      ColumnType type = growth.pick(wider);
      boolean counter = column.source instanceof SourceSketch.Identity;
      boolean overridden = !column.sqlType.isEmpty();
      if (column.type.array() || overridden || counter && type != Simple.INT64) {
        return;
      }
      column.type = TypeSketch.of(type);
    }
  }

  /** Another type, by an expression. */
  private void convert(TableSketch table, ColumnSketch column) {
    if (!isFree(table, column)
        || isComputedFrom(table, column)
        || table.isUnique(column.id)
        || column.source instanceof SourceSketch.Identity
        || column.source instanceof SourceSketch.RandomUuid) {
      return;
    }
    Family family = column.type.family();
    boolean bytes = column.type.scalar() == Simple.BYTES;
    TypeSketch type = growth.type();
    if (isWider(column.type, type)) {
      return;
    }
    column.type = type;
    column.sqlType.clear();
    column.distinct = false;
    boolean toText = column.type.equals(TypeSketch.of(new Text(0)));
    boolean readable = family != Family.LIST && family != Family.JSON && !bytes;
    if (toText && readable && column.backfill == null && growth.chance(70)) {
      String text = "coalesce(cast({#" + column.id + "} AS text), 'none') || '?'";
      column.backfill = Template.of(text, Family.OTHER);
    } else {
      column.backfill = growth.backfill(table, column);
    }
  }

  /** Whether values need no expression to become others. */
  static boolean isWider(TypeSketch from, TypeSketch to) {
    if (from.isEnum()) {
      return from.enumeration() != to.enumeration() && (to.isEnum() || to.scalar() instanceof Text);
    }
    if (to.isEnum() || from.array() != to.array()) {
      return false;
    }
    Conversion conversion =
        new Conversions(Schema.EMPTY, Schema.EMPTY).of(from.scalar(), to.scalar());
    return conversion == Conversion.SAME || conversion == Conversion.WIDER;
  }

  private void changeNull(TableSketch table, ColumnSketch column) {
    if (table.isKey(column.id) || column.isComputed()) {
      return;
    }
    if (!column.nullable) {
      column.nullable = !(column.source instanceof SourceSketch.Identity);
    } else if (!table.isUnique(column.id) && table.reference(column.id) == null) {
      column.nullable = false;
      column.distinct = false;
      if (!(column.source instanceof SourceSketch.Default) || growth.chance(50)) {
        column.backfill = growth.backfill(table, column);
      }
    }
  }

  private void changeDefault(TableSketch table, ColumnSketch column) {
    if (column.source instanceof SourceSketch.Default && growth.chance(50)) {
      column.source = SourceSketch.GIVEN;
    } else if (!column.isComputed()
        && !(column.source instanceof SourceSketch.Identity)
        && table.reference(column.id) == null) {
      column.source = growth.defaultSource();
    }
  }

  private void changeComputed(TableSketch table, ColumnSketch column) {
    if (!column.isComputed() && !table.isKey(column.id) && growth.chance(40)) {
      growth.compute(table, column);
      return;
    }
    List<ColumnSketch> computed = growth.columns(table, ColumnSketch::isComputed);
    if (computed.isEmpty()) {
      growth.addComputed(table);
      return;
    }
    ColumnSketch one = growth.pick(computed);
    SourceSketch.Computed source = (SourceSketch.Computed) one.source;
    if (growth.chance(40)) {
      one.source = SourceSketch.GIVEN;
      one.distinct = false;
    } else if (source.expression().family() == Family.NUMBER) {
      String text = source.expression().texts().get(Dialect.SQLITE) + " + 1";
      one.source = new SourceSketch.Computed(Template.of(text, Family.NUMBER), growth.chance(65));
    } else {
      one.source = new SourceSketch.Computed(source.expression(), !source.stored());
    }
  }

  // Enums

  private void changeEnum() {
    if (sketch.enums.isEmpty()) {
      return;
    }
    EnumSketch type = growth.pick(List.copyOf(sketch.enums.values()));
    List<EnumSketch.Word> words = type.words;
    int at = random.nextInt(words.size());
    EnumSketch.Word word = words.get(at);
    switch (random.nextInt(7)) {
      case 0 -> words.add(random.nextInt(words.size() + 1), growth.word(true));
      case 1 ->
          words.set(at, new EnumSketch.Word(word.id(), growth.word(true).name(), word.used()));
      case 2 -> swapWords(words);
      case 3 -> Collections.shuffle(words, random);
      case 4 -> type.comment = growth.comment();
      case 5 -> type.name = "Kind" + sketch.newId();
      default -> removeWord(words, at);
    }
  }

  private void swapWords(List<EnumSketch.Word> words) {
    if (words.size() > 1) {
      EnumSketch.Word first = words.get(0);
      EnumSketch.Word second = words.get(1);
      words.set(0, new EnumSketch.Word(first.id(), second.name(), first.used()));
      words.set(1, new EnumSketch.Word(second.id(), first.name(), second.used()));
    }
  }

  private void removeWord(List<EnumSketch.Word> words, int at) {
    EnumSketch.Word gone = words.get(at);
    List<EnumSketch.Word> left = new ArrayList<>(words);
    left.remove(at);
    if (left.stream().anyMatch(EnumSketch.Word::used)) {
      words.remove(at);
      if (gone.used()) {
        sketch.replacements.put(gone.id(), growth.pick(left).id());
      }
    }
  }

  // At the end

  /** Says what is still unsaid: how rows of {@code from} get values that they must have. */
  private void settle(Sketch from) {
    sketch.enums.values().forEach(type -> takeFreeWords(from.enums.get(type.id), type));
    for (TableSketch table : sketch.tables.values()) {
      TableSketch old = from.tables.get(table.id);
      takeFreeNames(from, table, old);
      for (ColumnSketch column : table.columns) {
        if (old != null && old.has(column.id) && !column.isComputed()) {
          settleType(table, old.column(column.id), column);
        }
        if (old == null || column.isComputed() || !isChanged(old, column)) {
          column.backfill = null;
        } else if (column.backfill == null) {
          settle(table, old, column);
        }
        if (column.backfill != null && (column.type.isEnum() || !isSettled(column, table, old))) {
          column.backfill = growth.constant(column);
        }
      }
    }
  }

  /** One value for all rows won't do where they have to differ. */
  private void settleType(TableSketch table, ColumnSketch old, ColumnSketch column) {
    if (old.type.equals(column.type)) {
      // converted there and back, and nobody has asked for another type in the database
      column.sqlType.clear();
      column.sqlType.putAll(old.sqlType);
      return;
    }
    if (isWider(old.type, column.type) && old.sqlType.equals(column.sqlType)) {
      return;
    }
    boolean known = !old.type.isEnum() || sketch.enums.containsKey(old.type.enumeration());
    if (table.isUnique(column.id) && known && table.reference(column.id) == null) {
      column.type = old.type;
      column.sqlType.clear();
      column.sqlType.putAll(old.sqlType);
      column.backfill = null;
    } else if (column.backfill == null) {
      column.backfill = growth.constant(column);
    }
  }

  /**
   * What was there by a name is there still, to whoever reads it, unless it is renamed itself: so
   * nothing new takes a former name, and nothing that's renamed the name of something that is gone.
   */
  private void takeFreeNames(Sketch from, TableSketch table, TableSketch old) {
    while (from.tables.values().stream().anyMatch(one -> isTaken(one, table, old))) {
      table.name = growth.tableName(table.name.schema());
    }
    if (old == null) {
      return;
    }
    for (ColumnSketch column : table.columns) {
      while (old.columns.stream().anyMatch(one -> isTaken(one, column, table, old))) {
        column.name = growth.columnName(table);
      }
    }
  }

  private void takeFreeWords(EnumSketch former, EnumSketch present) {
    for (int i = 0; former != null && i < present.words.size(); i++) {
      EnumSketch.Word word = present.words.get(i);
      boolean taken =
          former.words.stream()
              .anyMatch(
                  one ->
                      one.id() != word.id()
                          && one.name().equals(word.name())
                          && (present.word(one.id()) == null || former.word(word.id()) == null));
      if (taken) {
        String name = growth.word(true).name();
        present.words.set(i, new EnumSketch.Word(word.id(), name, word.used()));
      }
    }
  }

  private boolean isTaken(TableSketch former, TableSketch table, TableSketch old) {
    boolean isNew = old == null;
    boolean isRenamed = !isNew && !old.name.equals(table.name);
    return Growth.agree(former.name, table.name)
        && (isNew || isRenamed && !sketch.tables.containsKey(former.id));
  }

  private static boolean isTaken(
      ColumnSketch former, ColumnSketch column, TableSketch table, TableSketch old) {
    boolean isNew = !old.has(column.id);
    boolean isRenamed = !isNew && !old.column(column.id).name.equals(column.name);
    return former.name.equalsIgnoreCase(column.name)
        && (isNew || isRenamed && !table.has(former.id));
  }

  private void settle(TableSketch table, TableSketch old, ColumnSketch column) {
    boolean wasNull = !old.has(column.id) || old.column(column.id).nullable;
    if (wasNull && !column.nullable) {
      growth.settle(table, column);
    }
  }

  private static boolean isChanged(TableSketch old, ColumnSketch column) {
    if (!old.has(column.id)) {
      return true;
    }
    ColumnSketch former = old.column(column.id);
    return !former.type.equals(column.type) || former.nullable && !column.nullable;
  }

  /** An expression sees the columns that were there before, and those that don't change. */
  private static boolean isSettled(ColumnSketch column, TableSketch table, TableSketch old) {
    for (int id : column.backfill.columns()) {
      boolean own = id == column.id;
      if (!old.has(id)
          || !table.has(id)
          || !own && !old.column(id).type.equals(table.column(id).type)
          || !own && isChanged(old, table.column(id))) {
        return false;
      }
    }
    return true;
  }
}
