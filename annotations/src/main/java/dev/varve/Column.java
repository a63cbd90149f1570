package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Name and size of a component's column, where the convention isn't wanted.
 *
 * <pre>{@code
 * @Column(name = "mail", length = 320) String email,
 * @Column(precision = 10, scale = 2) BigDecimal total,
 * @Column(type = @SqlType(on = POSTGRESQL, value = "citext")) String login
 * }</pre>
 *
 * <pre>{@code
 * mail varchar(320) NOT NULL,
 * total numeric(10,2) NOT NULL,
 * login citext NOT NULL
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Column {
  /** The column's name as it stands in the database. Empty: the component's in snake case. */
  String name() default "";

  /**
   * The most characters (code points, as PostgreSQL counts) that a {@code String} may have, from 1
   * to 10,485,760. 0: no limit.
   */
  int length() default 0;

  /** The digits of a {@code BigDecimal} in all, from 1 to 1000. 0: no limit. */
  int precision() default 0;

  /** The digits of a {@code BigDecimal} after the point, from 0 to {@link #precision}. */
  int scale() default 0;

  /** Types to use instead of those that the Java type gives, at most one for each dialect. */
  SqlType[] type() default {};
}
