package dev.varve.schema.change;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.Names;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Random pairs of schemas over the same few names, so that much is in both, and with random renames
 * between them, swaps and chains among them. The same seed gives the same pair.
 */
final class ChangedSchemas {
  private static final List<QualifiedName> TABLES =
      List.of(
          QualifiedName.of("a"),
          QualifiedName.of("b"),
          QualifiedName.of("order"),
          QualifiedName.of("Odd one"),
          new QualifiedName("billing", "a"),
          new QualifiedName("shop", "b"));
  private static final List<String> COLUMNS = List.of("x", "y", "z", "key", "Two words", "select");
  private static final List<ColumnType> TYPES =
      List.of(
          Simple.INT32,
          Simple.INT64,
          new Text(0),
          new Text(9),
          new Decimal(9, 2),
          new Words(List.of("A", "B")),
          new NativeEnum(QualifiedName.of("mood")),
          new NativeEnum(new QualifiedName("billing", "mood")));
  private static final List<List<String>> VALUES =
      List.of(List.of("A"), List.of("A", "B"), List.of("B", "A", "C"));

  final Schema from;
  final Schema to;
  final Renames renames;
  private final Random random;

  private ChangedSchemas(long seed) {
    random = new Random(seed);
    from = schema();
    to = schema();
    renames = renames();
  }

  static ChangedSchemas of(long seed) {
    return new ChangedSchemas(seed);
  }

  private Schema schema() {
    List<QualifiedName> names = some(TABLES, 0);
    Map<QualifiedName, Set<String>> columns = new HashMap<>();
    Map<QualifiedName, List<List<String>>> keys = new HashMap<>();
    for (QualifiedName name : names) {
      columns.put(name, new LinkedHashSet<>(some(COLUMNS, 2)));
      List<List<String>> ofTable = new ArrayList<>();
      ofTable.add(some(columns.get(name), 1));
      if (random.nextBoolean()) {
        ofTable.add(some(columns.get(name), 1));
      }
      keys.put(name, ofTable);
    }
    List<Table> tables = new ArrayList<>();
    for (QualifiedName name : names) {
      tables.add(table(name, columns, keys));
    }
    List<EnumType> types = new ArrayList<>();
    for (QualifiedName name :
        List.of(QualifiedName.of("mood"), new QualifiedName("billing", "mood"))) {
      types.add(new EnumType(name, pick(VALUES), "", pick(List.of("", "Mood."))));
    }
    if (random.nextBoolean()) {
      types.add(new EnumType(QualifiedName.of("kind"), pick(VALUES), "", ""));
    }
    return new Schema(types, tables);
  }

  private Table table(
      QualifiedName name,
      Map<QualifiedName, Set<String>> columns,
      Map<QualifiedName, List<List<String>>> keys) {
    List<Column> all = new ArrayList<>();
    for (String column : columns.get(name)) {
      all.add(column(column, columns.get(name)));
    }
    List<UniqueKey> uniqueKeys = new ArrayList<>();
    if (keys.get(name).size() > 1) {
      List<String> key = keys.get(name).get(1);
      uniqueKeys.add(new UniqueKey(pick(List.of("u", Names.uniqueKey(name, key))), key));
    }
    List<ForeignKey> foreignKeys = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      foreignKeys.add(foreignKey(name, columns.get(name), keys, i));
    }
    return new Table(
        name,
        "",
        all,
        new PrimaryKey(Names.primaryKey(name), keys.get(name).get(0)),
        uniqueKeys,
        checks(name, columns.get(name)),
        foreignKeys,
        indexes(name, columns.get(name)),
        pick(List.of("", "Table.")));
  }

  private Column column(String name, Set<String> all) {
    ColumnType type = pick(TYPES);
    ValueSource source = new Given();
    if (random.nextInt(4) == 0) {
      source =
          random.nextBoolean()
              ? new Default(Sql.of("'A'"))
              : new Computed(Sql.of("lower(" + quoted(pick(List.copyOf(all))) + ")"), true);
    }
    return new Column(
        name, type, random.nextBoolean(), source, Map.of(), pick(List.of("", "", "Column.")));
  }

  private static String quoted(String column) {
    return column.matches("[xyz]") ? column : '"' + column + '"';
  }

  private List<Check> checks(QualifiedName table, Set<String> columns) {
    List<Check> checks = new ArrayList<>();
    for (String column : some(columns, 0)) {
      String text = quoted(column) + pick(List.of(" > 0", " <> 'key x'", " IS NOT NULL"));
      checks.add(new Check(Names.check(table, List.of(column)), Sql.of(text)));
    }
    return checks;
  }

  private ForeignKey foreignKey(
      QualifiedName table,
      Set<String> columns,
      Map<QualifiedName, List<List<String>>> keys,
      int number) {
    QualifiedName target = pick(List.copyOf(new TreeMap<>(keys).keySet()));
    List<String> targetColumns = pick(keys.get(target));
    List<String> own = new ArrayList<>();
    for (int i = 0; i < targetColumns.size(); i++) {
      own.add(pick(List.copyOf(columns)));
    }
    Action action = pick(List.of(Action.CASCADE, Action.NO_ACTION));
    String name = pick(List.of("f", Names.foreignKey(table, own))) + number;
    return new ForeignKey(name, own, target, targetColumns, action, Action.NO_ACTION, false);
  }

  private List<Index> indexes(QualifiedName table, Set<String> columns) {
    List<Index> indexes = new ArrayList<>();
    for (String column : some(columns, 0)) {
      Index.Part part =
          random.nextBoolean()
              ? new ColumnPart(column, random.nextBoolean())
              : new ExpressionPart(Sql.of("lower(" + quoted(column) + ")"), false);
      Sql where = random.nextInt(3) > 0 ? Sql.NONE : Sql.of(quoted(column) + " IS NOT NULL");
      String name = Names.index(table, List.of(column));
      indexes.add(new Index(name, List.of(part), random.nextBoolean(), "", List.of(), where));
    }
    return indexes;
  }

  private Renames renames() {
    Map<QualifiedName, QualifiedName> tables = new TreeMap<>();
    if (random.nextBoolean()) {
      pair(names(from), names(to), tables);
    }
    Map<ColumnName, String> columns = new TreeMap<>();
    for (Table table : from.tables()) {
      QualifiedName present = tables.getOrDefault(table.name(), table.name());
      for (Table other : to.tables()) {
        boolean taken = !present.equals(table.name()) || !tables.containsValue(table.name());
        if (other.name().equals(present) && taken && random.nextBoolean()) {
          Map<String, String> some = new TreeMap<>();
          pair(columns(table), columns(other), some);
          some.forEach((old, name) -> columns.put(new ColumnName(table.name(), old), name));
        }
      }
    }
    return new Renames(tables, columns, Map.of(), values());
  }

  private Map<QualifiedName, Map<String, String>> values() {
    Map<QualifiedName, Map<String, String>> values = new TreeMap<>();
    for (EnumType type : from.enumTypes()) {
      for (EnumType other : to.enumTypes()) {
        if (type.name().equals(other.name()) && random.nextBoolean()) {
          Map<String, String> some = new TreeMap<>();
          pair(type.values(), other.values(), some);
          values.put(type.name(), some);
        }
      }
    }
    return values;
  }

  /** Some of the former names and what becomes of them; one that stays keeps its name. */
  private <N> void pair(List<N> former, List<N> present, Map<N, N> renames) {
    List<N> olds = some(former, 0);
    List<N> news = some(present, 0);
    for (int i = 0; i < Math.min(olds.size(), news.size()); i++) {
      renames.put(olds.get(i), news.get(i));
    }
    renames.entrySet().removeIf(rename -> rename.getKey().equals(rename.getValue()));
  }

  private static List<QualifiedName> names(Schema schema) {
    return schema.tables().stream().map(Table::name).toList();
  }

  private static List<String> columns(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private <T> List<T> some(java.util.Collection<T> values, int least) {
    List<T> some = new ArrayList<>(values);
    Collections.shuffle(some, random);
    int bound = Math.max(1, values.size() - least + 1);
    return new ArrayList<>(some.subList(0, Math.min(some.size(), least + random.nextInt(bound))));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
