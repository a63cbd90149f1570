package dev.varve.seed.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.value.ColumnOrders.Order;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Columns that CHECKs compare: every choice leaves one for the others, whatever is given. */
class ColumnOrdersTest {
  private static final ValueType INT = ValueType.parse("int32");

  private static ColumnOrders of(List<Order> orders, String type, int columns, String... words) {
    List<ValueDomain> domains = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      String[] own = i < words.length && !words[i].isEmpty() ? words[i].split(" ") : new String[0];
      domains.add(ValueDomain.read(Arrays.asList(own)));
    }
    ValueType read = ValueType.parse(type);
    return new ColumnOrders(orders, java.util.Collections.nCopies(columns, read), domains);
  }

  private static Object[] open(int columns) {
    Object[] cells = new Object[columns];
    Arrays.fill(cells, ColumnOrders.OPEN);
    return cells;
  }

  private static Choices<Object> choices(ColumnOrders orders, int column, Object[] cells) {
    ValueDomain domain = orders.domain(column, cells);
    return new Inventor(1).choices("t", "c" + column, INT, new JavaType(int.class), domain);
  }

  @Test
  void theBoundsOfOneColumnAreThoseOfAllThatAreCompared() {
    List<Order> chain = List.of(new Order(0, "<", 1), new Order(1, "<=", 2));
    ColumnOrders orders = of(chain, "int32", 3, "min=5", "", "max=9");
    Object[] cells = open(3);
    assertEquals(BigDecimal.valueOf(8), orders.domain(0, cells).max());
    assertEquals(BigDecimal.valueOf(6), orders.domain(1, cells).min());
    cells[2] = 7L;
    assertEquals(BigDecimal.valueOf(6), orders.domain(0, cells).max());
    cells[1] = null;
    BigDecimal all = BigDecimal.valueOf(Integer.MAX_VALUE);
    assertEquals(all, orders.domain(0, cells).max(), "NULL is compared with nothing");
  }

  @Test
  void whatIsGivenMayLeaveNothing() {
    ColumnOrders orders = of(List.of(new Order(0, "<", 1)), "int32", 2, "min=5");
    Object[] cells = {ColumnOrders.OPEN, 3L};
    assertThrows(ValueException.class, () -> orders.domain(0, cells));
  }

  @Test
  void valuesThatMustDifferOrAgreeDo() {
    ColumnOrders differ = of(List.of(new Order(0, "<>", 1)), "words(A,B)", 2);
    Object[] cells = {"A", ColumnOrders.OPEN};
    ValueDomain domain = differ.domain(1, cells);
    assertFalse(domain.allows("A"));
    assertTrue(domain.allows("B"));
    ColumnOrders agree = of(List.of(new Order(1, "=", 0)), "text", 2);
    assertEquals(List.of("A"), agree.domain(1, cells).values());
  }

  @Test
  void datesFollowDates() {
    ColumnOrders orders = of(List.of(new Order(0, "<", 1)), "date", 2);
    Object[] cells = {LocalDate.of(2026, 1, 31), ColumnOrders.OPEN};
    ValueDomain domain = orders.domain(1, cells);
    assertFalse(domain.allows(LocalDate.of(2026, 1, 31)));
    assertTrue(domain.allows(LocalDate.of(2026, 2, 1)));
  }

  /** Random conditions without cycles, columns chosen in a random order, some of them given. */
  @Test
  void anyOrderOfChoosingEndsWell() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      int columns = 2 + random.nextInt(5);
      List<Order> conditions = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        for (int j = i + 1; j < columns; j++) {
          if (random.nextInt(2) == 0) {
            conditions.add(new Order(i, random.nextBoolean() ? "<" : "<=", j));
          }
        }
      }
      ColumnOrders orders = of(conditions, "int32", columns, "min=0 max=30", "min=-5", "max=40");
      Object[] cells = open(columns);
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        places.add(i);
      }
      java.util.Collections.shuffle(places, random);
      for (int place : places) {
        Choices<Object> choices = choices(orders, place, cells);
        cells[place] = choices.get((long) (random.nextDouble() * choices.count()));
      }
      assertTrue(orders.hold(cells), conditions + " " + Arrays.toString(cells) + " seed " + seed);
    }
  }
}
