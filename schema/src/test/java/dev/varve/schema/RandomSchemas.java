package dev.varve.schema;

import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.ValueSource.RandomUuid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Schemas that use all features of the model at random, with names and comments that are hard to
 * write, and that both databases accept. The same seed gives the same schema.
 */
public final class RandomSchemas {
  private static final List<String> NAMES =
      List.of(
          "order",
          "User",
          "customers",
          "two words",
          "quo\"te",
          "it's",
          "größe",
          "select",
          "a.b",
          "back\\slash",
          "table",
          "$dollar$",
          "0digit",
          "semi;colon",
          "-- dash",
          "key",
          "position",
          "a_name_that_has_almost_as_many_bytes_as_a_name_in_postgres_has",
          "日本",
          "values");
  private static final List<String> SCHEMAS = List.of("", "", "", "billing", "Odd Schema");
  private static final List<String> COMMENTS =
      List.of(
          "",
          "",
          "",
          "Plain.",
          "it's \"quoted\"; -- or not /* so */",
          "Two\nlines",
          "\r\nvarve:x",
          "a $$ b $varve1$ \\ c",
          "\n\n",
          "\\",
          "Ünïcode 日本 😀",
          ":colon ?mark {}");
  private static final List<ColumnType> TYPES = types();

  private final Random random;
  private final List<EnumType> enumTypes = new ArrayList<>();
  private final List<RandomTable> tables = new ArrayList<>();

  private RandomSchemas(long seed) {
    random = new Random(seed);
  }

  /** The schema of a seed. */
  public static Schema of(long seed) {
    return new RandomSchemas(seed).schema();
  }

  private static List<ColumnType> types() {
    List<ColumnType> types = new ArrayList<>(List.of(Simple.values()));
    Collections.addAll(
        types,
        new Decimal(0, 0),
        new Decimal(12, 2),
        new Decimal(5, 5),
        new Decimal(9, 0),
        new Text(0),
        new Text(40),
        new Words(List.of("FREE", "PRO")),
        new Words(List.of("it's", "a,b", "back\\", "(x)", "")),
        new Array(new Text(0)),
        new Array(Simple.INT64),
        new Array(new Decimal(4, 1)),
        new Array(new Words(List.of("A", "it's"))));
    return types;
  }

  private Schema schema() {
    for (int i = random.nextInt(3); i > 0; i--) {
      QualifiedName name = new QualifiedName(pick(SCHEMAS), Names.fit(pick(NAMES), "kind" + i));
      enumTypes.add(new EnumType(name, List.of("A", "it's", "x$$y"), "a.B", pick(COMMENTS)));
    }
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      tables.add(table(new QualifiedName(pick(SCHEMAS), names.get(i))));
    }
    for (RandomTable table : tables) {
      for (int i = random.nextInt(4); i > 0; i--) {
        addForeignKey(table, pick(tables), i);
      }
    }
    List<Table> built = new ArrayList<>();
    for (RandomTable table : tables) {
      built.add(table.build());
    }
    return new Schema(enumTypes, built);
  }

  private RandomTable table(QualifiedName name) {
    RandomTable table = new RandomTable(random, name, pick(COMMENTS));
    addKey(table);
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    for (int i = random.nextInt(8); i > 0; i--) {
      table.addColumn(names.get(i), type(), random.nextBoolean(), pick(COMMENTS));
    }
    table.addExtras();
    return table;
  }

  private void addKey(RandomTable table) {
    switch (random.nextInt(4)) {
      case 0 -> table.addKeyColumn("id", Simple.INT64, new Identity());
      case 1 -> table.addKeyColumn("Id", Simple.UUID, new RandomUuid());
      case 2 -> table.addKeyColumn("code", keyType(), new ValueSource.Given());
      default -> {
        table.addKeyColumn("first", keyType(), new ValueSource.Given());
        table.addKeyColumn("desc", Simple.INT32, pick(List.of(new Identity(), given())));
      }
    }
  }

  private static ValueSource given() {
    return new ValueSource.Given();
  }

  private ColumnType type() {
    if (!enumTypes.isEmpty() && random.nextInt(8) == 0) {
      NativeEnum type = new NativeEnum(pick(enumTypes).name());
      return random.nextInt(4) == 0 ? new Array(type) : type;
    }
    return pick(TYPES);
  }

  /** No array: PostgreSQL 18 fails to check a foreign key of arrays when it's added to a table. */
  private ColumnType keyType() {
    ColumnType type = type();
    return type instanceof Array array ? array.element() : type;
  }

  private void addForeignKey(RandomTable table, RandomTable target, int number) {
    boolean nullable = random.nextBoolean();
    List<String> columns = new ArrayList<>();
    List<String> targetColumns = new ArrayList<>();
    for (Column column : target.keyColumns()) {
      String name = "ref " + number + ' ' + column.name();
      table.addReference(name, column.type(), nullable);
      columns.add(name);
      targetColumns.add(column.name());
    }
    table.foreignKeys.add(
        new ForeignKey(
            Names.foreignKey(table.name, columns),
            columns,
            target.name,
            targetColumns,
            action(nullable),
            action(nullable),
            random.nextInt(4) == 0));
  }

  private Action action(boolean nullable) {
    Action action = pick(List.of(Action.values()));
    return action == Action.SET_NULL && !nullable ? Action.CASCADE : action;
  }

  private <T> T pick(List<? extends T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
