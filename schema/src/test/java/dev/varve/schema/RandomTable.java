package dev.varve.schema;

import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One table of {@link RandomSchemas} while it grows. */
final class RandomTable {
  final QualifiedName name;
  final List<ForeignKey> foreignKeys = new ArrayList<>();
  private final Random random;
  private final String comment;
  private final List<Column> columns = new ArrayList<>();
  private final List<Column> key = new ArrayList<>();
  private final List<UniqueKey> uniqueKeys = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();

  RandomTable(Random random, QualifiedName name, String comment) {
    this.random = random;
    this.name = name;
    this.comment = comment;
  }

  List<Column> keyColumns() {
    return key;
  }

  void addKeyColumn(String column, ColumnType type, ValueSource source) {
    key.add(new Column(column, type, false, source, Map.of(), ""));
    columns.add(key.get(key.size() - 1));
  }

  void addColumn(String column, ColumnType type, boolean nullable, String text) {
    ValueSource source = random.nextInt(3) == 0 ? source(type) : new Given();
    columns.add(new Column(column, type, nullable, source, sqlType(type), text));
  }

  void addReference(String column, ColumnType type, boolean nullable) {
    columns.add(new Column(column, type, nullable, new Given(), Map.of(), ""));
  }

  private Map<Dialect, String> sqlType(ColumnType type) {
    if (!type.equals(new Text(0)) || random.nextBoolean()) {
      return Map.of();
    }
    return random.nextBoolean()
        ? Map.of(Dialect.POSTGRESQL, "varchar(7)")
        : Map.of(Dialect.POSTGRESQL, "char(9)", Dialect.SQLITE, "VARCHAR(9)");
  }

  private ValueSource source(ColumnType type) {
    if (type instanceof Simple simple) {
      return switch (simple) {
        case BOOLEAN -> shared(random.nextBoolean() ? "true" : "FALSE");
        case INT16, INT32, INT64, INTEGER -> shared("-7");
        case FLOAT32, FLOAT64 -> shared("1.5");
        case CHAR -> shared("'x'");
        case UUID -> random.nextBoolean() ? new ValueSource.RandomUuid() : uuid();
        case INSTANT, DATE_TIME -> shared(random.nextBoolean() ? "now()" : "current_timestamp");
        case DATE -> shared("CURRENT_DATE");
        case TIME -> shared("current_time");
        case DURATION, PERIOD, BYTES, INET -> new Given();
        case JSON -> shared("'{\"a\": [1, \"it''s\"]}'");
      };
    }
    if (type instanceof Decimal) {
      return shared("0.25");
    }
    if (type instanceof Array) {
      return shared("'{}'");
    }
    return type instanceof NativeEnum
        ? shared("'it''s'")
        : new Default(
            new Sql(Map.of(Dialect.POSTGRESQL, "lower('FREE')", Dialect.SQLITE, "lower('FREE')")));
  }

  private static ValueSource uuid() {
    return shared("gen_random_uuid()");
  }

  private static ValueSource shared(String expression) {
    return new Default(Sql.of(expression));
  }

  /** Columns of known types, and all that can be said over them. */
  void addExtras() {
    columns.add(Column.of("whole", Simple.INT32, random.nextBoolean()));
    columns.add(Column.of("price", new Decimal(10, 2), random.nextBoolean()));
    columns.add(Column.of("title", new Text(80), false));
    columns.add(Column.of("paper", Simple.JSON, true));
    boolean stored = random.nextBoolean();
    addComputed("total", new Decimal(12, 2), new Computed(Sql.of("whole * price"), stored));
    addComputed(
        "part",
        Simple.INT32,
        new Computed(new Sql(Map.of(Dialect.SQLITE, "whole + 1")), random.nextBoolean()));
    addChecks();
    addUniqueKeys();
    addIndexes();
  }

  private void addComputed(String column, ColumnType type, Computed source) {
    if (random.nextBoolean()) {
      columns.add(new Column(column, type, random.nextBoolean(), source, Map.of(), ""));
    }
  }

  private void addChecks() {
    addCheck("positive", Sql.of("whole > 0 AND price >= 0.5"));
    addCheck("title", Sql.of("title <> 'it''s price'"));
    addCheck("postgres", new Sql(Map.of(Dialect.POSTGRESQL, "title ~ '^.$'")));
    addCheck("sqlite", new Sql(Map.of(Dialect.SQLITE, "title GLOB '?'")));
  }

  private void addCheck(String rule, Sql condition) {
    if (random.nextBoolean()) {
      checks.add(new Check(Names.check(name, List.of(rule)), condition));
    }
  }

  private void addUniqueKeys() {
    for (int i = random.nextInt(3); i > 0; i--) {
      List<String> some = some();
      uniqueKeys.add(new UniqueKey(Names.uniqueKey(name, List.of("u" + i)), some));
    }
  }

  /** One to three columns; not the computed ones, which PostgreSQL indexes only when stored. */
  private List<String> some() {
    List<String> some = new ArrayList<>();
    for (Column column : columns) {
      if (!(column.source() instanceof Computed) && some.size() < 3 && random.nextInt(3) == 0) {
        some.add(column.name());
      }
    }
    return some.isEmpty() ? List.of("title") : some;
  }

  private void addIndexes() {
    List<Index.Part> parts = new ArrayList<>();
    for (String column : some()) {
      parts.add(new ColumnPart(column, random.nextBoolean()));
    }
    boolean unique = random.nextBoolean();
    List<String> include = random.nextBoolean() ? List.of("price", "title") : List.of();
    Sql where = random.nextBoolean() ? Sql.NONE : Sql.of("price > 10 OR title IS NULL");
    addIndex("i1", parts, unique, random.nextBoolean() ? "" : "btree", include, where);
    addIndex("i2", part("lower(title)"), unique, "", List.of(), where);
    addIndex("i3", part("whole + price"), false, "", include, where);
    addIndex("i4", List.of(new ColumnPart("whole", false)), false, "hash", List.of(), where);
    addIndex("i5", List.of(new ColumnPart("paper", false)), false, "gin", List.of(), where);
    Sql other = new Sql(Map.of(Dialect.SQLITE, "title GLOB '?'"));
    addIndex("i6", part("lower(title) || upper(title)"), false, "", List.of(), other);
  }

  private List<Index.Part> part(String expression) {
    return List.of(new ExpressionPart(Sql.of(expression), random.nextBoolean()));
  }

  private void addIndex(
      String part,
      List<Index.Part> parts,
      boolean unique,
      String method,
      List<String> include,
      Sql where) {
    if (random.nextInt(3) == 0) {
      String index = Names.index(name, List.of(part));
      indexes.add(new Index(index, parts, unique, method, include, where));
    }
  }

  Table build() {
    List<String> keyNames = new ArrayList<>();
    for (Column column : key) {
      keyNames.add(column.name());
    }
    PrimaryKey primaryKey = new PrimaryKey(Names.primaryKey(name), keyNames);
    return new Table(
        name, "a.B", columns, primaryKey, uniqueKeys, checks, foreignKeys, indexes, comment);
  }
}
