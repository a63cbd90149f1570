package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that the database computes from others of the same row.
 *
 * <pre>
 * {@code @Computed("quantity * unit_price") @Column(precision = 12, scale = 2) BigDecimal total}
 * </pre>
 *
 * <pre>{@code total numeric(12,2) GENERATED ALWAYS AS (quantity * unit_price) STORED NOT NULL}
 * </pre>
 */
@Documented
@Repeatable(Computed.List.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Computed {
  /** The SQL expression over columns of the same row. */
  String value();

  /**
   * Whether the value is kept on disk. PostgreSQL before version 18 knows stored ones only, and
   * refuses the others with a syntax error.
   */
  boolean stored() default true;

  /** The dialects that the expression is written for. Empty: all. */
  Dialect[] on() default {};

  /** An expression for each dialect. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
  @interface List {
    /** The expressions. */
    Computed[] value();
  }
}
