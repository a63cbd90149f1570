package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component whose type is a record that is no entity: its components become columns of this
 * table.
 *
 * <pre>{@code
 * record Address(String street, String city) {}
 * @Entity record Invoice(@Id long id, @Embedded Address billing, @Nullable @Embedded Address delivery) {}
 * }</pre>
 *
 * <pre>{@code
 * billing_street text NOT NULL, billing_city text NOT NULL, delivery_street text, delivery_city text
 * }</pre>
 *
 * <p>Embedded records nest. If the component is nullable, so are all its columns, and the record is
 * null when all of them are.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Embedded {
  /**
   * What stands before the names of the columns, as it is written: {@code "billing_"}, or {@code
   * ""} for nothing. By default the component's name in snake case and an underscore.
   */
  String prefix() default COMPONENT_NAME;

  /** The value of {@link #prefix} that stands for the component's own name. */
  String COMPONENT_NAME = "{}_";
}
