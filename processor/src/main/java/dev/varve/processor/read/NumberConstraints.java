package dev.varve.processor.read;

import dev.varve.schema.ColumnType.Decimal;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads constraints on numbers. */
final class NumberConstraints {

  /** Adds what a constraint says; false if it can't be said. */
  boolean read(ColumnConstraint constraint) {
    Mark mark = constraint.mark();
    return switch (mark.name()) {
      case "Min" -> least(constraint, BigDecimal.valueOf(mark.number("value", 0)), true);
      case "Max" -> greatest(constraint, BigDecimal.valueOf(mark.number("value", 0)), true);
      case "DecimalMin" ->
          least(constraint, NumberText.read(mark.text("value")), mark.flag("inclusive", true));
      case "DecimalMax" ->
          greatest(constraint, NumberText.read(mark.text("value")), mark.flag("inclusive", true));
      case "Positive" -> least(constraint, BigDecimal.ZERO, false);
      case "PositiveOrZero" -> least(constraint, BigDecimal.ZERO, true);
      case "Negative" -> greatest(constraint, BigDecimal.ZERO, false);
      case "NegativeOrZero" -> greatest(constraint, BigDecimal.ZERO, true);
      case "Digits" -> digits(constraint);
      default -> false;
    };
  }

  private static boolean least(
      ColumnConstraint constraint, @Nullable BigDecimal bound, boolean inclusive) {
    if (bound == null) {
      return false;
    }
    String operator = inclusive ? " >= " : " > ";
    constraint.check(constraint.sqlName() + operator + bound.toPlainString());
    atLeast(constraint, bound, inclusive);
    return true;
  }

  private static boolean greatest(
      ColumnConstraint constraint, @Nullable BigDecimal bound, boolean inclusive) {
    if (bound == null) {
      return false;
    }
    String operator = inclusive ? " <= " : " < ";
    constraint.check(constraint.sqlName() + operator + bound.toPlainString());
    atMost(constraint, bound, inclusive);
    return true;
  }

  /** Narrows the domain to what is over a bound. */
  static void atLeast(ColumnConstraint constraint, BigDecimal bound, boolean inclusive) {
    NumberDomain number = NumberDomain.of(constraint.type());
    constraint.domain().atLeast(number.least(bound, inclusive));
  }

  /** Narrows the domain to what is under a bound. */
  static void atMost(ColumnConstraint constraint, BigDecimal bound, boolean inclusive) {
    NumberDomain number = NumberDomain.of(constraint.type());
    constraint.domain().atMost(number.greatest(bound, inclusive));
  }

  private static boolean digits(ColumnConstraint constraint) {
    int whole = (int) constraint.mark().number("integer", 0);
    int fraction = (int) constraint.mark().number("fraction", 0);
    if (constraint.type() instanceof Decimal decimal) {
      return decimal.precision() > 0
          && decimal.scale() <= fraction
          && decimal.precision() - decimal.scale() <= whole;
    }
    if (!constraint.isWhole() || whole < 0 || whole > 1000) {
      return false;
    }
    BigDecimal most = BigDecimal.TEN.pow(whole).subtract(BigDecimal.ONE);
    String name = constraint.sqlName();
    constraint.check(name + " BETWEEN -" + most + " AND " + most);
    atLeast(constraint, most.negate(), true);
    atMost(constraint, most, true);
    return true;
  }
}
