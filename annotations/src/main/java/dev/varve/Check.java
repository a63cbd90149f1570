package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A condition that every row must meet. The names in it are checked against the table's columns.
 *
 * <pre>{@code
 * @Entity
 * @Check("starts_on <= ends_on")
 * public record Stay(@Id long id, LocalDate startsOn, LocalDate endsOn, @Check("{} > 0") int guests) {}
 * }</pre>
 *
 * <pre>{@code
 * CONSTRAINT stays_check CHECK (starts_on <= ends_on),
 * CONSTRAINT stays_guests_check CHECK (guests > 0)
 * }</pre>
 */
@Documented
@Repeatable(Check.List.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Check {
  /** The condition in SQL, over columns. On a component {@code {}} stands for its column. */
  String value();

  /** The constraint's name. Empty: {@code table_check} or {@code table_column_check}. */
  String name() default "";

  /** The dialects that the condition is written for. Empty: all. */
  Dialect[] on() default {};

  /** Several conditions on one record or component. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
  @interface List {
    /** The conditions. */
    Check[] value();
  }
}
