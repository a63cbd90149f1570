package dev.varve.seed.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by what their columns are called: ages, prices, quantities.
 *
 * @param least the least
 * @param greatest the greatest
 * @param shape how they are spread
 */
record RealisticNumbers(double least, double greatest, Shape shape) {
  /** How numbers are spread. */
  private enum Shape {
    /** Evenly. */
    EVEN,
    /** The less the more often. */
    SMALL,
    /** The less the more often, and often just below a whole number. */
    PRICE
  }

  /** The numbers of a column; null if its name says nothing, or its constraints leave none. */
  static @Nullable Realistic of(
      long seed, String table, String column, ValueType type, ValueDomain domain) {
    ColumnLabel label = ColumnLabel.of(table, column);
    if (label.isPlace()) {
      return degrees(Keys.of(seed, table, label.group()), label, type, domain);
    }
    RealisticNumbers numbers = of(label);
    int scale = scale(type);
    double unit = Math.pow(10, -scale);
    RealisticNumbers inside = numbers == null ? null : numbers.within(type, domain);
    if (inside == null || inside.greatest - inside.least < unit) {
      return null;
    }
    long key = Keys.of(seed, table, column);
    return new Realistic(false, row -> canonical(type, inside.units(key, row, scale), scale), null);
  }

  private static @Nullable Realistic degrees(
      long key, ColumnLabel label, ValueType type, ValueDomain domain) {
    boolean north = label.isLatitude();
    boolean suits =
        switch (type.kind()) {
          case FLOAT32, FLOAT64 -> true;
          case DECIMAL -> type.size() == 0 || type.size() - type.scale() > 2;
          default -> false;
        };
    if (!suits || domain.min() != null && domain.min().doubleValue() > (north ? -90 : -180)) {
      return null;
    }
    boolean low = domain.max() != null && domain.max().doubleValue() < (north ? 90 : 180);
    int scale = type.kind() == ValueType.Kind.DECIMAL && type.size() > 0 ? type.scale() : 6;
    return low
        ? null
        : new Realistic(
            true,
            row ->
                canonical(
                    type,
                    PlaceWords.degrees(key, row, north)
                        .setScale(scale, RoundingMode.DOWN)
                        .unscaledValue()
                        .longValueExact(),
                    scale),
            null);
  }

  private static @Nullable RealisticNumbers of(ColumnLabel label) {
    if (label.is("age")) {
      return new RealisticNumbers(18, 90, Shape.EVEN);
    }
    if (label.is("year", "birth-year", "vintage")) {
      return new RealisticNumbers(1960, 2024, Shape.EVEN);
    }
    if (label.is("price", "amount", "total", "cost", "fee", "net", "gross", "sum", "balance")) {
      return new RealisticNumbers(1, 2000, Shape.PRICE);
    }
    if (label.is("quantity", "qty", "count", "items", "seats", "guests", "pieces")) {
      return new RealisticNumbers(1, 25, Shape.SMALL);
    }
    if (label.is("stock", "inventory", "views", "likes", "downloads", "visits")) {
      return new RealisticNumbers(0, 5000, Shape.SMALL);
    }
    return more(label);
  }

  private static @Nullable RealisticNumbers more(ColumnLabel label) {
    if (label.is("percent", "percentage", "score", "progress", "discount", "discount-percent")) {
      return new RealisticNumbers(0, 100, Shape.EVEN);
    }
    if (label.is("rate", "tax", "vat", "ratio", "probability")) {
      return new RealisticNumbers(0, 1, Shape.EVEN);
    }
    if (label.is("rating", "stars", "priority", "level", "severity")) {
      return new RealisticNumbers(1, 5, Shape.EVEN);
    }
    if (label.is("weight", "mass", "volume")) {
      return new RealisticNumbers(0.05, 90, Shape.SMALL);
    }
    if (label.is("width", "height", "length", "depth", "distance", "duration", "minutes")) {
      return new RealisticNumbers(1, 300, Shape.SMALL);
    }
    return label.is("salary", "income", "budget")
        ? new RealisticNumbers(24_000, 140_000, Shape.SMALL)
        : null;
  }

  private static int scale(ValueType type) {
    return switch (type.kind()) {
      case FLOAT32, FLOAT64 -> 2;
      case DECIMAL -> type.size() == 0 ? 2 : type.scale();
      default -> 0;
    };
  }

  private @Nullable RealisticNumbers within(ValueType type, ValueDomain domain) {
    boolean listed = !domain.values().isEmpty() || !domain.except().isEmpty();
    double from = Math.max(least, limit(type, domain, false));
    double to = Math.min(greatest, limit(type, domain, true));
    return listed || from > to ? null : new RealisticNumbers(from, to, shape);
  }

  private static double limit(ValueType type, ValueDomain domain, boolean upper) {
    BigDecimal bound = upper ? domain.max() : domain.min();
    double byType =
        switch (type.kind()) {
          case INT16 -> Short.MAX_VALUE;
          case DECIMAL -> type.size() == 0 ? 1e12 : Math.pow(10, type.size() - type.scale()) - 1;
          default -> 1e9;
        };
    double limit = upper ? byType : -byType;
    if (bound == null) {
      return limit;
    }
    return upper ? Math.min(limit, bound.doubleValue()) : Math.max(limit, bound.doubleValue());
  }

  /** The number of a row, in units of the last digit. */
  private long units(long key, long row, int scale) {
    long bits = Keys.mix(key + row);
    double part = (bits >>> 11) * 0x1.0p-53;
    double skewed = shape == Shape.EVEN ? part : part * part * part;
    double width = Math.pow(10, scale);
    long from = (long) Math.ceil(least * width);
    long to = (long) Math.floor(greatest * width);
    long units = Math.min(to, from + (long) (skewed * (to - from + 1)));
    boolean odd = shape == Shape.PRICE && scale == 2 && (bits & 7) < 6;
    long below = odd ? units - Math.floorMod(units, 100L) + ((bits & 8) == 0 ? 99 : 95) : units;
    return below < from || below > to ? units : below;
  }

  private static Object canonical(ValueType type, long units, int scale) {
    return switch (type.kind()) {
      case FLOAT32 -> BigDecimal.valueOf(units, scale).floatValue();
      case FLOAT64 -> units / Math.pow(10, scale);
      case INTEGER -> BigInteger.valueOf(units);
      case DECIMAL -> BigDecimal.valueOf(units, scale);
      default -> units;
    };
  }
}
