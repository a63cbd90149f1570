package dev.varve.processor.read;

import dev.varve.processor.binding.ColumnOrder;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ValueSource;
import dev.varve.schema.sql.Token;
import dev.varve.schema.sql.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Comparisons of two columns. */
final class ColumnPairs {
  private ColumnPairs() {}

  /** What {@code left operator right} says; null if nobody could invent values for it. */
  static @Nullable ColumnOrder read(DraftColumn left, Token operator, DraftColumn right) {
    if (operator.kind() != Kind.SYMBOL || left.name().equals(right.name())) {
      return null;
    }
    ColumnType type = left.column().type();
    ColumnType rightType = right.column().type();
    boolean computed = isComputed(left) || isComputed(right);
    boolean sorts = !computed && areSorted(type, rightType);
    boolean differ = !computed && (sorts || areAlike(type, rightType));
    boolean equals = differ && type.equals(rightType);
    String one = left.name();
    String other = right.name();
    return switch (operator.text()) {
      case "<", "<=" -> sorts ? new ColumnOrder(one, operator.text(), other) : null;
      case ">" -> sorts ? new ColumnOrder(other, "<", one) : null;
      case ">=" -> sorts ? new ColumnOrder(other, "<=", one) : null;
      case "=" -> equals ? new ColumnOrder(one, "=", other) : null;
      case "<>", "!=" -> differ ? new ColumnOrder(one, "<>", other) : null;
      default -> null;
    };
  }

  private static boolean isComputed(DraftColumn column) {
    return column.column().source() instanceof ValueSource.Computed;
  }

  /** Whether both dialects sort the values alike: numbers, and times of one kind. */
  private static boolean areSorted(ColumnType left, ColumnType right) {
    boolean numbers = Numbers.isNumber(left) && Numbers.isNumber(right);
    return numbers || left.equals(right) && Moments.isMoment(left);
  }

  private static boolean areAlike(ColumnType left, ColumnType right) {
    boolean texts = left instanceof ColumnType.Text && right instanceof ColumnType.Text;
    return texts || left.equals(right) && left != Simple.JSON && !(left instanceof Array);
  }
}
