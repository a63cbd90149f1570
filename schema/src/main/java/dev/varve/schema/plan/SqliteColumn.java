package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.change.Conversion;
import java.util.Optional;

/**
 * A column of a table that stays, as SQLite shall hold it.
 *
 * @param from as it is, by its new name; empty: it is new
 * @param to as it shall be
 * @param value the expression for its value in rows that exist; empty: its default, or null
 * @param isKept whether rows keep the value that they have
 * @param conversion how its values come to their new type; of a new one, {@link Conversion#SAME}
 * @param rewords whether some of its words become others
 * @param comment what is to be said of the value; may be empty
 */
record SqliteColumn(
    Optional<Column> from,
    Column to,
    Optional<String> value,
    boolean isKept,
    Conversion conversion,
    boolean rewords,
    String comment) {
  boolean isNew() {
    return from.isEmpty();
  }

  boolean isComputed() {
    return to.source() instanceof Computed;
  }

  /** Whether rows get a value other than they have, or than SQLite gives by itself. */
  boolean isFilled() {
    return !isComputed() && !isKept && value.isPresent();
  }

  boolean becomesNotNull() {
    return from.isPresent() && from.get().nullable() && !to.nullable();
  }

  boolean becomesNullable() {
    return from.isPresent() && !from.get().nullable() && to.nullable();
  }

  /** Whether its definition changes in more than that it may be null. */
  boolean isRedefined() {
    return from.isPresent()
        && !(from.get().type().equals(to.type())
            && from.get().sqlType().equals(to.sqlType())
            && from.get().source().equals(to.source()));
  }

  /** Whether rows lose what they have: it is computed from now on. */
  boolean losesValues() {
    return isComputed() && from.isPresent() && !(from.get().source() instanceof Computed);
  }
}
