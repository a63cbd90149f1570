package dev.varve.seed.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What CHECKs say of two columns of a row each: {@code starts_at < ends_at}. Columns are known by
 * their places.
 *
 * <p>The bounds of all columns are narrowed until they agree. Whatever value one of them takes
 * then, there are values left for the others, so that they can be chosen one after another in any
 * order.
 */
public final class ColumnOrders {
  /** What stands in the place of a column whose value isn't chosen yet. */
  public static final Object OPEN = new Object();

  private final List<Order> orders;
  private final List<ValueType> types;
  private final List<ValueDomain> domains;

  /**
   * Takes the conditions on a table.
   *
   * @param types the columns' types, and
   * @param domains what each alone can have
   */
  public ColumnOrders(List<Order> orders, List<ValueType> types, List<ValueDomain> domains) {
    this.orders = List.copyOf(orders);
    this.types = List.copyOf(types);
    this.domains = List.copyOf(domains);
  }

  /**
   * A condition.
   *
   * @param left the place of a column
   * @param operator {@code <}, {@code <=}, {@code =} or {@code <>}
   * @param right the place of another
   */
  public record Order(int left, String operator, int right) {
    /** Takes the condition. */
    public Order {
      if (!List.of("<", "<=", "=", "<>").contains(operator)) {
        throw new IllegalArgumentException("unknown order of columns: " + operator);
      }
    }

    /** Whether it compares the column. */
    public boolean has(int column) {
      return left == column || right == column;
    }

    /** The column that it compares {@code column} with. */
    public int other(int column) {
      return left == column ? right : left;
    }
  }

  /** The conditions. */
  public List<Order> orders() {
    return orders;
  }

  /** Whether there are any. */
  public boolean isEmpty() {
    return orders.isEmpty();
  }

  /** Whether a condition has the column. */
  public boolean concern(int column) {
    for (Order order : orders) {
      if (order.has(column)) {
        return true;
      }
    }
    return false;
  }

  /** The columns that a condition has together with {@code column}. */
  public List<Integer> others(int column) {
    List<Integer> others = new ArrayList<>();
    for (Order order : orders) {
      if (order.has(column)) {
        others.add(order.other(column));
      }
    }
    return others;
  }

  /** Those that must be less before those that must be greater, else by place. */
  public Comparator<Integer> lesserFirst() {
    int[] ranks = new int[types.size()];
    for (int round = 0; round < orders.size(); round++) {
      for (Order order : orders) {
        if (order.operator().startsWith("<") && !order.operator().equals("<>")) {
          ranks[order.right()] = Math.max(ranks[order.right()], ranks[order.left()] + 1);
        }
      }
    }
    return Comparator.<Integer>comparingInt(column -> ranks[column])
        .thenComparing(Comparator.naturalOrder());
  }

  /**
   * The values that a column can take, given those of others.
   *
   * @param cells the row's canonical values; null for NULL, {@link #OPEN} where none is chosen yet
   * @throws ValueException if the values that are given leave none
   */
  public ValueDomain domain(int column, @Nullable Object[] cells) {
    ValueDomain domain = domains.get(column);
    for (Order order : orders) {
      Object other = order.has(column) ? cells[order.other(column)] : null;
      boolean known = other != null && other != OPEN;
      if (other == OPEN && order.operator().equals("=")) {
        for (String except : domains.get(order.other(column)).except()) {
          domain = domain.without(except);
        }
      }
      if (known && order.operator().equals("<>")) {
        domain = domain.without(PostgresEncoder.text(types.get(order.other(column)), other));
      } else if (known && order.operator().equals("=")) {
        domain = domain.only(PostgresEncoder.text(types.get(order.other(column)), other));
      }
    }
    boolean sorted = concern(column) && Positions.hasThem(types.get(column));
    return sorted ? narrowed(column, cells, domain) : domain;
  }

  /** Whether all conditions hold whose columns have values. */
  public boolean hold(@Nullable Object[] cells) {
    for (Order order : orders) {
      Object left = cells[order.left()];
      Object right = cells[order.right()];
      boolean known = left != null && right != null && left != OPEN && right != OPEN;
      if (known && !holds(order, left, right)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a column's value is one it can have, alone and beside those of others. */
  public boolean allows(int column, @Nullable Object[] cells) {
    Object value = cells[column];
    if (value != null && value != OPEN && !domains.get(column).allows(value)) {
      return false;
    }
    for (Order order : orders) {
      Object left = cells[order.left()];
      Object right = cells[order.right()];
      boolean known = left != null && right != null && left != OPEN && right != OPEN;
      if (order.has(column) && known && !holds(order, left, right)) {
        return false;
      }
    }
    return true;
  }

  /** Values of a column's type, the less before the greater. */
  public Comparator<Object> byPosition(int column) {
    return (one, other) -> compare(types.get(column), one, types.get(column), other);
  }

  private boolean holds(Order order, Object left, Object right) {
    int sign = compare(types.get(order.left()), left, types.get(order.right()), right);
    return switch (order.operator()) {
      case "<" -> sign < 0;
      case "<=" -> sign <= 0;
      case "=" -> sign == 0;
      default -> sign != 0;
    };
  }

  private static int compare(ValueType type, Object left, ValueType otherType, Object right) {
    BigDecimal one = Positions.of(left);
    BigDecimal other = Positions.of(right);
    return one != null && other != null
        ? one.compareTo(other)
        : PostgresEncoder.text(type, left).compareTo(PostgresEncoder.text(otherType, right));
  }

  private ValueDomain narrowed(int column, @Nullable Object[] cells, ValueDomain domain) {
    Bounds[] bounds = new Bounds[types.size()];
    for (Order order : orders) {
      bounds[order.left()] = bounds(order.left(), cells);
      bounds[order.right()] = bounds(order.right(), cells);
    }
    boolean changed = true;
    for (int round = 0; changed && round <= 2 * orders.size(); round++) {
      changed = false;
      for (Order order : orders) {
        changed |= agree(order, bounds, cells);
      }
    }
    Bounds own = bounds[column];
    if (own.least != null && own.greatest != null && own.least.compareTo(own.greatest) > 0) {
      throw new ValueException("the values of the columns it is compared with leave none for it");
    }
    return domain.within(own.least, own.greatest);
  }

  private Bounds bounds(int column, @Nullable Object[] cells) {
    Object cell = cells[column];
    if (cell == null || cell == OPEN) {
      ValueType type = types.get(column);
      ValueDomain domain = domains.get(column);
      return new Bounds(
          domain.min() == null ? Ranges.least(type, domain) : domain.min(),
          domain.max() == null ? Ranges.greatest(type, domain) : domain.max());
    }
    BigDecimal position = Positions.of(cell);
    return new Bounds(position, position);
  }

  /** Narrows the open columns of an order; whether that changed anything. */
  private boolean agree(Order order, Bounds[] bounds, @Nullable Object[] cells) {
    int left = order.left();
    int right = order.right();
    boolean sorted = Positions.hasThem(types.get(left)) && !order.operator().equals("<>");
    if (!sorted || cells[left] == null || cells[right] == null) {
      return false;
    }
    boolean strict = order.operator().equals("<");
    BigDecimal least = strict ? above(order, bounds[left].least) : bounds[left].least;
    BigDecimal greatest = strict ? below(order, bounds[right].greatest) : bounds[right].greatest;
    boolean changed = cells[right] == OPEN && narrow(right, least, null, bounds);
    changed |= cells[left] == OPEN && narrow(left, null, greatest, bounds);
    if (order.operator().equals("=")) {
      Bounds one = bounds[left];
      changed |= cells[left] == OPEN && narrow(left, bounds[right].least, null, bounds);
      changed |= cells[right] == OPEN && narrow(right, null, one.greatest, bounds);
    }
    return changed;
  }

  private @Nullable BigDecimal above(Order order, @Nullable BigDecimal bound) {
    return bound == null ? null : bound.add(step(order, bound));
  }

  private @Nullable BigDecimal below(Order order, @Nullable BigDecimal bound) {
    return bound == null ? null : bound.subtract(step(order, bound));
  }

  private BigDecimal step(Order order, BigDecimal bound) {
    return Positions.step(types.get(order.left()), types.get(order.right()), bound);
  }

  private boolean narrow(
      int column, @Nullable BigDecimal least, @Nullable BigDecimal greatest, Bounds[] bounds) {
    ValueType type = types.get(column);
    Bounds before = bounds[column];
    BigDecimal from = before.least;
    BigDecimal to = before.greatest;
    if (least != null) {
      BigDecimal bound = Positions.rounded(type, least, RoundingMode.CEILING);
      from = from == null ? bound : from.max(bound);
    }
    if (greatest != null) {
      BigDecimal bound = Positions.rounded(type, greatest, RoundingMode.FLOOR);
      to = to == null ? bound : to.min(bound);
    }
    bounds[column] = new Bounds(from, to);
    return !Objects.equals(from, before.least) || !Objects.equals(to, before.greatest);
  }

  /** What a column's position lies between; null: no limit. */
  private record Bounds(@Nullable BigDecimal least, @Nullable BigDecimal greatest) {}
}
