package dev.varve.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ForeignKey.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DependencyOrderTest {
  @Test
  void putsParentsFirst() {
    assertEquals(
        List.of("artists", "albums", "tracks"),
        order(table("albums", "artists"), table("artists"), table("tracks", "albums")));
  }

  @Test
  void sortsByNameWhatIsIndependent() {
    assertEquals(List.of("a", "b", "c"), order(table("c"), table("a"), table("b")));
  }

  @Test
  void referencesToItselfCloseNoCycle() {
    Table table = table("employees", "employees");
    DependencyOrder order = DependencyOrder.of(new Schema(List.of(), List.of(table)));
    assertFalse(order.closesCycle(table, table.foreignKeys().get(0)));
    assertEquals(1, order.components().size());
  }

  @Test
  void breaksACycleAtTheKeyThatMayBeNull() {
    assertEquals(List.of("x", "a"), order(table("a", "x"), table("x", "a?")));
    assertEquals(List.of("a", "x"), order(table("a", "x?"), table("x", "a")));
    assertEquals(List.of("c", "b", "a"), order(table("a", "b"), table("b", "c"), table("c", "a?")));
    assertEquals(List.of("a", "x"), order(table("a", "x!"), table("x", "a")));
  }

  @Test
  void breaksACycleOfRequiredKeysOnce() {
    assertEquals(List.of("a", "c", "b"), order(table("a", "b"), table("b", "c"), table("c", "a")));
  }

  @Test
  void breaksNoRequiredKeyBesideTheCycleOfRequiredKeys() {
    assertEquals(
        List.of("z", "y", "x"), order(table("x", "y"), table("y", "z", "x?"), table("z", "y")));
  }

  @Test
  void keepsTablesOutsideOfACycleOutOfIt() {
    List<Table> tables =
        List.of(table("a", "b"), table("b", "a?", "base"), table("base"), table("aa", "a?"));
    DependencyOrder order = DependencyOrder.of(new Schema(List.of(), tables));
    List<Integer> sizes = new ArrayList<>();
    for (List<Table> component : order.components()) {
      sizes.add(component.size());
    }
    assertEquals(List.of(1, 2, 1), sizes);
    assertEquals(List.of("base", "b", "a", "aa"), names(order.tables()));
  }

  @Test
  void ignoresKeysToUnknownTables() {
    Table table = table("a", "elsewhere");
    DependencyOrder order = DependencyOrder.of(new Schema(List.of(), List.of(table)));
    assertFalse(order.closesCycle(table, table.foreignKeys().get(0)));
  }

  @Test
  void followsAChainOfAnyLength() {
    List<Table> chain = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      chain.add(i == 0 ? table("t10000") : table("t" + (10_000 + i), "t" + (10_000 + i - 1)));
    }
    DependencyOrder order = DependencyOrder.of(new Schema(List.of(), chain));
    assertEquals(chain, order.tables());
    chain.set(0, table("t10000", "t19999?"));
    order = DependencyOrder.of(new Schema(List.of(), chain));
    assertEquals(chain, order.tables());
    assertEquals(1, order.components().size());
  }

  static LongStream seeds() {
    return Seeds.of(300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void holdsForAnyTables(long seed) {
    Random random = new Random(seed);
    List<Table> tables = randomTables(random);
    DependencyOrder order = DependencyOrder.of(new Schema(List.of(), tables));
    assertEquals(new HashSet<>(tables), new HashSet<>(order.tables()));
    assertEquals(tables.size(), order.tables().size());
    Set<QualifiedName> before = new HashSet<>();
    for (Table table : order.tables()) {
      before.add(table.name());
      for (ForeignKey key : table.foreignKeys()) {
        assertEquals(!before.contains(key.target()), order.closesCycle(table, key));
        assertTrue(before.contains(key.target()) || reaches(tables, key.target(), table.name()));
      }
    }
    Collections.shuffle(tables, random);
    assertEquals(order.tables(), DependencyOrder.of(new Schema(List.of(), tables)).tables());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void insertsWhateverCanBeInserted(long seed) {
    List<Table> tables = randomTables(new Random(seed));
    DependencyOrder order = DependencyOrder.of(new Schema(List.of(), tables));
    for (Table table : order.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (order.closesCycle(table, key) && DependencyOrder.isRequired(table, key)) {
          assertTrue(
              reaches(required(tables), key.target(), table.name()),
              "a required key closes a cycle that has other keys: " + key);
        }
      }
    }
  }

  private static List<Table> randomTables(Random random) {
    List<Table> tables = new ArrayList<>();
    int count = 1 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      List<String> targets = new ArrayList<>();
      for (int j = random.nextInt(4); j > 0; j--) {
        targets.add("t" + random.nextInt(count) + List.of("", "?", "!").get(random.nextInt(3)));
      }
      tables.add(table("t" + i, targets.toArray(String[]::new)));
    }
    return tables;
  }

  /** The tables without keys that a row can do without at first. */
  private static List<Table> required(List<Table> tables) {
    List<Table> required = new ArrayList<>();
    for (Table table : tables) {
      List<ForeignKey> keys = new ArrayList<>(table.foreignKeys());
      keys.removeIf(key -> !DependencyOrder.isRequired(table, key));
      required.add(table(table.name(), table.columns(), keys));
    }
    return required;
  }

  private static boolean reaches(List<Table> tables, QualifiedName from, QualifiedName to) {
    Map<QualifiedName, Table> byName = new HashMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    Set<QualifiedName> seen = new HashSet<>(Set.of(from));
    List<QualifiedName> next = new ArrayList<>(List.of(from));
    while (!next.isEmpty()) {
      for (ForeignKey key : byName.get(next.remove(0)).foreignKeys()) {
        if (seen.add(key.target())) {
          next.add(key.target());
        }
      }
    }
    return seen.contains(to);
  }

  private static List<String> order(Table... tables) {
    return names(DependencyOrder.of(new Schema(List.of(), List.of(tables))).tables());
  }

  private static List<String> names(List<Table> tables) {
    List<String> names = new ArrayList<>();
    tables.forEach(table -> names.add(table.name().name()));
    return names;
  }

  /** A table with a key to each of {@code targets}: that may be null with ?, deferrable with !. */
  private static Table table(String name, String... targets) {
    List<Column> columns = new ArrayList<>();
    List<ForeignKey> keys = new ArrayList<>();
    columns.add(Column.of("id", Simple.INT64, false));
    for (int i = 0; i < targets.length; i++) {
      String target = targets[i].replaceAll("[?!]", "");
      columns.add(Column.of("c" + i, Simple.INT64, targets[i].endsWith("?")));
      keys.add(
          new ForeignKey(
              name + i,
              List.of("c" + i),
              QualifiedName.of(target),
              List.of("id"),
              Action.NO_ACTION,
              Action.NO_ACTION,
              targets[i].endsWith("!")));
    }
    return table(QualifiedName.of(name), columns, keys);
  }

  private static Table table(QualifiedName name, List<Column> columns, List<ForeignKey> keys) {
    PrimaryKey key = new PrimaryKey(name.name() + "_pkey", List.of("id"));
    return new Table(name, "", columns, key, List.of(), List.of(), keys, List.of(), "");
  }
}
