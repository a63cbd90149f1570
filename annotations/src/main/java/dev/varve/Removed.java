package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column of this record, or a constant of this enum, is gone, and its data may go with it. A
 * column that is {@link Computed} from now on counts as gone, too: what its rows were given is
 * lost.
 *
 * <pre>{@code
 * @Entity @Removed(column = "fax") public record Customer(...) {}
 * @Removed(value = "GOLD", replaceWith = "PRO") public enum Tier { FREE, PRO }
 * }</pre>
 *
 * <pre>{@code
 * ALTER TABLE customers DROP COLUMN fax;
 * UPDATE customers SET tier = 'PRO' WHERE tier = 'GOLD';
 * }</pre>
 */
@Documented
@Repeatable(Removed.List.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE})
public @interface Removed {
  /** On a record: the column that is gone, or whose given values are. */
  String column() default "";

  /** On an enum: the constant that is gone. */
  String value() default "";

  /** On an enum: the constant that rows with the former one get. */
  String replaceWith() default "";

  /** Several removals on one type. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE})
  @interface List {
    /** The annotations. */
    Removed[] value();
  }
}
