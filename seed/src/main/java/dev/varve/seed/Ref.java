package dev.varve.seed;

import org.jspecify.annotations.Nullable;

/**
 * A name for a row that isn't made yet, so that other rows can refer to it and so that its record
 * can be had afterwards:
 *
 * <pre>{@code
 * Ref<Employee> boss = Ref.to();
 * seed.employee(e -> e.as(boss).department(d -> d.head(boss)));
 * boss.get(); // as it was inserted
 * }</pre>
 *
 * <p>After the call it can be used in further calls, as its record could. It is not made for
 * several threads at once.
 *
 * @param <R> the entity's record
 */
public final class Ref<R extends Record> {
  /** The row that is to be made, while a call runs; what it was if the call failed. */
  @Nullable Object row;

  /** The record, when its row is in the database. */
  @Nullable R record;

  private Ref() {}

  /** Takes the record of its row. */
  @SuppressWarnings("unchecked")
  void made(Object inserted) {
    record = (R) inserted;
  }

  /**
   * A reference that means no row yet: {@link RowBuilder#as} gives it one.
   *
   * @param <R> the entity's record
   */
  public static <R extends Record> Ref<R> to() {
    return new Ref<>();
  }

  /**
   * The record as it was inserted.
   *
   * @throws SeedException if no call has inserted a row with this reference yet
   */
  public R get() {
    R made = record;
    if (made == null) {
      throw new SeedException(
          "the reference has no record yet"
              + Problems.at()
              + (row == null
                  ? ": no row was given it, write .as(ref) on one"
                  : ": its row is inserted when the call of the seed builder returns"));
    }
    return made;
  }
}
