package dev.varve.seed.value;

import dev.varve.seed.value.ValueType.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The numbers at the edges of a column: the least, the greatest, and those around zero. */
final class NumberEdges {
  /** Of numbers without limits: more digits than any primitive type holds. */
  private static final int LONG = 40;

  private static final int DOUBLE_DIGITS = 15;

  private NumberEdges() {}

  /** Those of whole and decimal numbers. */
  static List<Object> exact(ValueType type, Class<?> java, ValueDomain domain) {
    NumberChoices range = NumberChoices.range(type, java, domain);
    BigDecimal least = range.at(range.least());
    BigDecimal greatest = range.at(range.greatest());
    if (type.kind() == Kind.INTEGER || type.kind() == Kind.DECIMAL) {
      BigDecimal huge = huge(type);
      least = domain.min() != null ? inward(least, 1) : least.min(huge.negate());
      greatest = domain.max() != null ? inward(greatest, -1) : greatest.max(huge);
    }
    BigDecimal unit = range.at(BigInteger.ONE);
    List<Object> edges = new ArrayList<>();
    for (BigDecimal each :
        List.of(least, greatest, range.at(BigInteger.ZERO), unit, unit.negate())) {
      if (each.compareTo(least) >= 0 && each.compareTo(greatest) <= 0) {
        edges.add(canonical(type.kind(), each));
      }
    }
    return edges;
  }

  /** The greatest number of a type; of those without limit one that no primitive type holds. */
  private static BigDecimal huge(ValueType type) {
    int digits = type.size() == 0 ? LONG : type.size();
    int scale = type.kind() == Kind.DECIMAL && type.size() == 0 ? LONG / 2 : type.scale();
    return new BigDecimal(BigInteger.TEN.pow(digits).subtract(BigInteger.ONE), scale);
  }

  /**
   * The edge that a bound sets. SQLite compares exact numbers with bounds as doubles, and a bound
   * that is excluded must stay so: of long numbers one that differs in the digits that doubles
   * keep.
   */
  private static BigDecimal inward(BigDecimal edge, int direction) {
    if (edge.precision() <= DOUBLE_DIGITS) {
      return edge;
    }
    BigDecimal step =
        BigDecimal.ONE
            .scaleByPowerOfTen(edge.precision() - edge.scale() - DOUBLE_DIGITS + 1)
            .setScale(edge.scale(), RoundingMode.UP);
    return edge.add(direction > 0 ? step : step.negate());
  }

  private static Object canonical(Kind kind, BigDecimal number) {
    return switch (kind) {
      case INTEGER -> number.toBigInteger();
      case DECIMAL -> number;
      default -> number.longValueExact();
    };
  }

  /** Those of floating point numbers; infinity and NaN, which no bound excludes, are not. */
  static List<Object> floating(ValueType type, ValueDomain domain) {
    List<Object> edges = new ArrayList<>();
    boolean small = type.kind() == Kind.FLOAT32;
    add(edges, small, domain.min() == null ? -huge(small) : domain.min().doubleValue(), 1, domain);
    add(edges, small, domain.max() == null ? huge(small) : domain.max().doubleValue(), -1, domain);
    for (double each : new double[] {0, small ? Float.MIN_VALUE : Double.MIN_VALUE, 0.1}) {
      Object number = small ? (Object) (float) each : (Object) each;
      if (domain.allows(number)) {
        edges.add(number);
      }
    }
    return edges;
  }

  private static double huge(boolean small) {
    return small ? Float.MAX_VALUE : Double.MAX_VALUE;
  }

  /** The number at a bound, or the next one inside. */
  private static void add(
      List<Object> edges, boolean small, double bound, int inward, ValueDomain domain) {
    double far = inward * Double.MAX_VALUE;
    float single = (float) bound;
    Object at = small ? (Object) single : (Object) bound;
    Object next =
        small ? (Object) Math.nextAfter(single, far) : (Object) Math.nextAfter(bound, far);
    edges.add(domain.allows(at) ? at : next);
  }
}
