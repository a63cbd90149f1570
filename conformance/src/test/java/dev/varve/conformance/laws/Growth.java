package dev.varve.conformance.laws;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/** Adds random parts to a sketch, of every kind that the processor can express. */
final class Growth {
  private static final List<String> TABLES =
      List.of(
          "customers",
          "orders",
          "order",
          "Mixed Case",
          "naïve_ideas",
          "select",
          "user",
          "invoices",
          "a_b",
          "values",
          "a_table_whose_name_is_so_long_that_its_constraints_must_be_cut");
  private static final List<String> COLUMNS =
      List.of(
          "name",
          "email",
          "group",
          "Size",
          "größe",
          "note",
          "from",
          "price",
          "kind",
          "b",
          "c",
          "end",
          "index",
          "key",
          "a column whose name has blanks and is long, 55 bytes long");
  private static final List<String> SCHEMAS = List.of("billing", "Sales Dept");
  private static final List<ColumnType> TYPES = types();

  final Random random;
  final Sketch sketch;

  Growth(Random random, Sketch sketch) {
    this.random = random;
    this.sketch = sketch;
  }

  private static List<ColumnType> types() {
    List<ColumnType> types = new ArrayList<>(List.of(Simple.values()));
    types.addAll(
        List.of(
            new Text(0),
            new Text(0),
            new Text(12),
            new Text(320),
            new Decimal(0, 0),
            new Decimal(10, 2),
            new Decimal(12, 0),
            Simple.INT32,
            Simple.INT64));
    return List.copyOf(types);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  // Names

  QualifiedName tableName(String schema) {
    for (int i = 0; ; i++) {
      String name = pick(TABLES);
      QualifiedName free = new QualifiedName(schema, i < 3 ? name : "t" + sketch.newId());
      if (sketch.tables.values().stream().noneMatch(table -> agree(table.name, free))) {
        return free;
      }
    }
  }

  static boolean agree(QualifiedName one, QualifiedName other) {
    return flat(one).equals(flat(other));
  }

  private static String flat(QualifiedName name) {
    return (name.schema() + '_' + name.name()).toLowerCase(Locale.ROOT);
  }

  String schemaName() {
    return chance(75) ? "" : pick(SCHEMAS);
  }

  String columnName(TableSketch table) {
    for (int i = 0; ; i++) {
      String name = i < 5 ? pick(COLUMNS) : "c" + sketch.newId();
      if (table.columns.stream().noneMatch(column -> column.name.equalsIgnoreCase(name))) {
        return name;
      }
    }
  }

  String comment() {
    return switch (random.nextInt(5)) {
      case 0 -> "What it's for";
      case 1 -> "Two lines,\nof which the second has a \\ and a ;";
      default -> "";
    };
  }

  // Types

  TypeSketch type() {
    if (chance(15)) {
      EnumSketch type = chance(60) || sketch.enums.isEmpty() ? addEnum() : pick(enums());
      TypeSketch stored = TypeSketch.ofEnum(type.id, chance(50));
      return chance(15) ? stored.asArray() : stored;
    }
    TypeSketch type = TypeSketch.of(pick(TYPES));
    boolean element = type.scalar() != Simple.JSON && type.scalar() != Simple.BYTES;
    return element && chance(8) ? type.asArray() : type;
  }

  private List<EnumSketch> enums() {
    return List.copyOf(sketch.enums.values());
  }

  EnumSketch addEnum() {
    int id = sketch.newId();
    EnumSketch type = new EnumSketch(id, "Kind" + id);
    type.comment = comment();
    int words = 1 + random.nextInt(4);
    for (int i = 0; i < words; i++) {
      type.words.add(word(i == 0 || chance(70)));
    }
    sketch.enums.put(id, type);
    return type;
  }

  EnumSketch.Word word(boolean used) {
    int id = sketch.newId();
    return new EnumSketch.Word(id, pick(List.of("RED", "BLUE", "lower", "ÄRGER")) + id, used);
  }

  // Tables

  TableSketch addTable() {
    int id = sketch.newId();
    TableSketch table = new TableSketch(id, tableName(schemaName()), "app.Record" + id);
    table.comment = comment();
    sketch.add(table);
    addKey(table);
    for (int i = random.nextInt(6); i > 0; i--) {
      addColumn(table, false);
    }
    decorate(table);
    if (table.columns.size() > table.key.size()) {
      table.origin = "app.Record" + id;
    }
    return table;
  }

  void decorate(TableSketch table) {
    for (int i = random.nextInt(3); i > 0; i--) {
      addReference(table, false);
    }
    if (chance(40)) {
      addComputed(table);
    }
    if (chance(50)) {
      addUnique(table);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      addCheck(table);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      addIndex(table);
    }
  }

  private void addKey(TableSketch table) {
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> addIdentity(table, "id", Simple.INT64);
      case 3 -> addIdentity(table, "id", Simple.INT32);
      case 4 -> {
        ColumnSketch column = addKeyColumn(table, "id", Simple.UUID);
        column.source = chance(70) ? new SourceSketch.RandomUuid() : SourceSketch.GIVEN;
      }
      case 5 -> addKeyColumn(table, "code", chance(50) ? new Text(12) : new Text(0));
      case 6 -> {
        addKeyColumn(table, "hall", Simple.INT32);
        addKeyColumn(table, "Shelf", chance(50) ? new Text(40) : Simple.INT16);
      }
      default -> {
        if (!addJunction(table)) {
          addIdentity(table, "id", Simple.INT64);
        }
      }
    }
  }

  private void addIdentity(TableSketch table, String name, ColumnType type) {
    addKeyColumn(table, name, type).source = new SourceSketch.Identity();
  }

  private ColumnSketch addKeyColumn(TableSketch table, String name, ColumnType type) {
    ColumnSketch column = new ColumnSketch(sketch.newId(), name, TypeSketch.of(type), false);
    column.distinct = true;
    table.columns.add(column);
    table.key.add(column.id);
    return column;
  }

  /** A key made of one or two foreign keys: a shared key, or a junction table. */
  private boolean addJunction(TableSketch table) {
    List<TableSketch> targets =
        sketch.tables.values().stream().filter(target -> target != table).toList();
    if (targets.isEmpty()) {
      return false;
    }
    int ends = chance(30) ? 1 : 2;
    for (int i = 0; i < ends; i++) {
      TableSketch target = pick(targets);
      List<Integer> columns = new ArrayList<>();
      for (int key : target.key) {
        ColumnSketch to = target.column(key);
        String name = columnName(table);
        ColumnSketch column = new ColumnSketch(sketch.newId(), name, to.type, false);
        column.sqlType.putAll(to.sqlType);
        column.distinct = true;
        table.columns.add(column);
        table.key.add(column.id);
        columns.add(column.id);
      }
      table.references.add(
          new Parts.Reference(
              sketch.newId(),
              columns,
              target.id,
              Action.CASCADE,
              Action.NO_ACTION,
              false,
              chance(80)));
    }
    if (ends == 2) {
      table.origin = "app.Record" + table.references.get(0).target() + "#set" + table.id;
    }
    return true;
  }

  // Columns

  /**
   * Adds a column.
   *
   * @param withRows whether the table may have rows, which must get a value
   */
  ColumnSketch addColumn(TableSketch table, boolean withRows) {
    ColumnSketch column = new ColumnSketch(sketch.newId(), columnName(table), type(), chance(50));
    column.comment = comment();
    table.columns.add(random.nextInt(table.columns.size() + 1), column);
    if (chance(25)) {
      column.source = defaultSource();
    } else if (column.type.equals(TypeSketch.of(Simple.UUID)) && chance(40)) {
      column.source = new SourceSketch.RandomUuid();
    }
    if (chance(10)) {
      override(column);
    }
    column.distinct = !withRows && column.type.isEndless();
    if (withRows) {
      settle(table, column);
    }
    return column;
  }

  SourceSketch.Default defaultSource() {
    return new SourceSketch.Default(
        pick(List.of(SourceSketch.Kind.values())), 1 + random.nextInt(50));
  }

  /** Says how existing rows get a column's value. */
  void settle(TableSketch table, ColumnSketch column) {
    boolean hasDefault =
        column.source instanceof SourceSketch.Default
            || column.source instanceof SourceSketch.RandomUuid
            || column.source instanceof SourceSketch.Identity;
    if (column.isComputed() || column.source instanceof SourceSketch.Identity) {
      return;
    }
    if (!column.nullable && !hasDefault || chance(25)) {
      column.backfill = backfill(table, column);
    }
  }

  /** An expression over other columns, or a constant. */
  Template backfill(TableSketch table, ColumnSketch column) {
    boolean plain = column.type.scalar() instanceof Text text && text.length() == 0;
    if (plain && !column.type.isEnum() && !column.type.array() && chance(60)) {
      List<ColumnSketch> others = columns(table, one -> one != column && isPlain(one, Family.TEXT));
      if (!others.isEmpty()) {
        return Template.of("coalesce({#" + pick(others).id + "}, 'none') || '!'", Family.TEXT);
      }
    }
    return constant(column);
  }

  /** A value of a column's type. */
  Template constant(ColumnSketch column) {
    int n = 1 + random.nextInt(50);
    Values values = new Values(sketch);
    return Template.of(
        values.literal(column, n, Dialect.POSTGRESQL),
        values.literal(column, n, Dialect.SQLITE),
        Family.OTHER);
  }

  private void override(ColumnSketch column) {
    if (column.type.array() || column.type.isEnum()) {
      return;
    }
    ColumnType type = column.type.scalar();
    if (type instanceof Text text && text.length() == 0) {
      column.sqlType.put(Dialect.POSTGRESQL, pick(List.of("citext", "varchar(77)", "CITEXT")));
    } else if (type instanceof Decimal || type == Simple.INTEGER) {
      column.sqlType.put(Dialect.POSTGRESQL, "numeric(20,4)");
    } else if (type == Simple.INSTANT) {
      column.sqlType.put(Dialect.POSTGRESQL, "timestamptz(3)");
    } else if (type == Simple.INT32) {
      column.sqlType.put(Dialect.POSTGRESQL, "int8");
    }
    if (column.type.family() == Family.TEXT && chance(40)) {
      column.sqlType.put(Dialect.SQLITE, chance(50) ? "ANY" : "VARCHAR(20)");
    }
  }

  void addComputed(TableSketch table) {
    TypeSketch any = TypeSketch.of(new Text(0));
    ColumnSketch column = new ColumnSketch(sketch.newId(), columnName(table), any, true);
    if (compute(table, column)) {
      column.comment = comment();
      table.columns.add(column);
    }
  }

  /** Has a column computed from another one; false: none would do. */
  boolean compute(TableSketch table, ColumnSketch column) {
    boolean text = chance(50);
    Family family = text ? Family.TEXT : Family.NUMBER;
    List<ColumnSketch> bases =
        columns(table, one -> one.id != column.id && isPlain(one, family) && isWide(one));
    if (bases.isEmpty()) {
      return false;
    }
    ColumnSketch base = pick(bases);
    String expression = text ? pick(List.of("lower({1})", "{1} || 'x'")) : "{1} + 1";
    column.type = text ? TypeSketch.of(new Text(0)) : base.type;
    column.sqlType.clear();
    column.nullable = true;
    column.distinct = false;
    column.source =
        new SourceSketch.Computed(
            Template.of(expression.replace("{1}", "{#" + base.id + "}"), family), chance(65));
    return true;
  }

  /** Whether a computed column of the same type holds what is computed of it. */
  private static boolean isWide(ColumnSketch column) {
    ColumnType type = column.type.scalar();
    return type instanceof Text
        || type == Simple.INT32
        || type == Simple.INT64
        || type == Simple.FLOAT64;
  }

  // Constraints

  void addUnique(TableSketch table) {
    List<Integer> columns = distinctColumns(table);
    if (!columns.isEmpty()) {
      table.uniques.add(new Parts.Unique(sketch.newId(), columns));
    }
  }

  /** One to three columns in which rows differ. */
  private List<Integer> distinctColumns(TableSketch table) {
    List<ColumnSketch> first = columns(table, one -> one.distinct && !one.isComputed());
    if (first.isEmpty()) {
      return List.of();
    }
    List<Integer> columns = new ArrayList<>(List.of(pick(first).id));
    for (int i = chance(50) ? 0 : 1 + random.nextInt(2); i > 0; i--) {
      int other = pick(table.columns).id;
      if (!columns.contains(other)) {
        columns.add(random.nextInt(columns.size() + 1), other);
      }
    }
    return columns;
  }

  void addCheck(TableSketch table) {
    ColumnSketch column = pick(table.columns);
    String one = "{#" + column.id + "}";
    String other = "{#" + pick(table.columns).id + "}";
    Template condition =
        switch (column.type.family()) {
          case NUMBER ->
              Template.of(
                  pick(List.of(
                          "@ >= 0", "@ + 1 > 0", "@ BETWEEN 0 AND 1000000", "@ <> -1 AND @ > -5"))
                      .replace("@", one),
                  Family.NUMBER);
          case TEXT ->
              chance(30)
                  ? Template.of(
                      "char_length(" + one + ") > 0", "length(" + one + ") > 0", Family.TEXT)
                  : Template.of(
                      pick(List.of("@ <> ''", "length(@) < 200", "lower(@) <> 'never, it''s odd'"))
                          .replace("@", one),
                      Family.TEXT);
          case TRUTH -> Template.of(one + " OR NOT " + one, Family.TRUTH);
          case LIST, JSON, OTHER ->
              Template.of(one + " IS NULL OR " + other + " IS NULL OR 1 = 1", Family.OTHER);
        };
    boolean onColumn = condition.columns().size() == 1 && chance(60);
    table.checks.add(
        new Parts.Check(
            sketch.newId(),
            onColumn ? column.id : 0,
            chance(10) ? condition.only(anyFor(condition)) : condition));
  }

  /** What is written for SQLite alone has to know that numbers may be texts there. */
  private Dialect anyFor(Template condition) {
    return condition.family() == Family.NUMBER || chance(50) ? Dialect.POSTGRESQL : Dialect.SQLITE;
  }

  // Foreign keys

  /** Adds a foreign key over new columns, or over one that fits. */
  void addReference(TableSketch table, boolean withRows) {
    TableSketch target = pick(List.copyOf(sketch.tables.values()));
    if (target.key.isEmpty()
        || target.key.stream().anyMatch(id -> target.column(id).isComputed())) {
      return;
    }
    boolean nullable = withRows || chance(60);
    List<Integer> columns = new ArrayList<>();
    for (int key : target.key) {
      ColumnSketch to = target.column(key);
      ColumnSketch column = new ColumnSketch(sketch.newId(), columnName(table), to.type, nullable);
      column.sqlType.putAll(to.sqlType);
      column.distinct = true;
      column.comment = comment();
      if (chance(15)) {
        column.source = new SourceSketch.Default(SourceSketch.Kind.CONSTANT, 1);
        if (withRows) {
          column.source = SourceSketch.GIVEN;
        }
      }
      table.columns.add(column);
      columns.add(column.id);
    }
    table.references.add(
        new Parts.Reference(
            sketch.newId(), columns, target.id, action(), action(), chance(20), chance(80)));
  }

  Action action() {
    return pick(List.of(Action.values()));
  }

  // Indexes

  void addIndex(TableSketch table) {
    switch (random.nextInt(6)) {
      case 0 -> addExpressionIndex(table);
      case 1 -> addMethodIndex(table);
      case 2 -> {
        List<Integer> columns = distinctColumns(table);
        if (!columns.isEmpty()) {
          add(table, columnParts(columns), true, "", List.of(), where(table));
        }
      }
      case 3 -> add(table, someColumns(table), false, "", someIds(table), null);
      case 4 -> add(table, someColumns(table), false, "", List.of(), where(table));
      default -> add(table, someColumns(table), false, "", List.of(), null);
    }
  }

  private void add(
      TableSketch table,
      List<Parts.Part> parts,
      boolean unique,
      String method,
      List<Integer> include,
      Template where) {
    table.indexes.add(new Parts.Index(sketch.newId(), parts, unique, method, include, where));
  }

  private void addExpressionIndex(TableSketch table) {
    Family family = chance(50) ? Family.TEXT : Family.NUMBER;
    List<ColumnSketch> bases = columns(table, one -> isPlain(one, family));
    if (!bases.isEmpty()) {
      String column = "{#" + pick(bases).id + "}";
      String text = family == Family.TEXT ? "lower(" + column + ")" : column + " * 2";
      List<Parts.Part> parts = new ArrayList<>();
      parts.add(new Parts.Part(0, Template.of(text, family), chance(30)));
      if (chance(30)) {
        parts.addAll(someColumns(table));
      }
      add(table, parts, false, "", List.of(), null);
    }
  }

  private void addMethodIndex(TableSketch table) {
    List<ColumnSketch> lists =
        columns(table, one -> one.type.family() == Family.LIST || one.type.family() == Family.JSON);
    if (!lists.isEmpty()) {
      List<Parts.Part> part = List.of(new Parts.Part(pick(lists).id, null, false));
      add(table, part, false, "gin", List.of(), null);
    } else {
      List<Parts.Part> part = List.of(new Parts.Part(pick(table.columns).id, null, false));
      add(table, part, false, "hash", List.of(), null);
    }
  }

  private Template where(TableSketch table) {
    ColumnSketch column = pick(table.columns);
    String name = "{#" + column.id + "}";
    return switch (column.type.family()) {
      case NUMBER -> Template.of(name + " > 3", Family.NUMBER);
      case TRUTH -> chance(50) ? Template.of(name, Family.TRUTH) : null;
      case TEXT, LIST, JSON, OTHER ->
          chance(50) ? Template.of(name + " IS NOT NULL", Family.OTHER) : null;
    };
  }

  private List<Parts.Part> someColumns(TableSketch table) {
    List<Integer> ids = new ArrayList<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      int id = pick(table.columns).id;
      if (!ids.contains(id)) {
        ids.add(id);
      }
    }
    return columnParts(ids);
  }

  private List<Parts.Part> columnParts(List<Integer> ids) {
    List<Parts.Part> parts = new ArrayList<>();
    ids.forEach(id -> parts.add(new Parts.Part(id, null, chance(25))));
    return parts;
  }

  private List<Integer> someIds(TableSketch table) {
    return List.of(pick(table.columns).id);
  }

  // Choices

  /** Whether a column's values can be used as they are in an expression of that family. */
  static boolean isPlain(ColumnSketch column, Family family) {
    return column.type.family() == family && !column.isComputed();
  }

  List<ColumnSketch> columns(TableSketch table, Predicate<ColumnSketch> which) {
    return table.columns.stream().filter(which).toList();
  }
}
