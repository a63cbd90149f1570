package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value that rows which exist already get when a column is added or becomes NOT NULL, where
 * they have none, and when it changes to a type that has no place for all of its values, instead of
 * theirs. A column that merely grows keeps its values, whatever is written here.
 *
 * <pre>{@code @Backfill("lower(email)") String login}</pre>
 *
 * <pre>{@code UPDATE customers SET login = lower(email) WHERE login IS NULL;}</pre>
 *
 * <p>Where the dialects need different SQL, write one for each:
 *
 * <pre>{@code
 * @Backfill(value = "to_char(born, 'YYYY')", on = POSTGRESQL)
 * @Backfill(value = "strftime('%Y', born)", on = SQLITE)
 * String year
 * }</pre>
 *
 * <p>Once the migration is sealed, the annotation has no effect and may go.
 */
@Documented
@Repeatable(Backfill.List.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Backfill {
  /**
   * The SQL expression over columns of the same row, by their present names. {@code {}} stands for
   * the component's own column, which holds its former value where there was one.
   */
  String value();

  /** The dialects that the expression is written for. Empty: all. */
  Dialect[] on() default {};

  /** An expression for each dialect. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
  @interface List {
    /** The expressions. */
    Backfill[] value();
  }
}
