package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A unique constraint: on a component for its column, on a record for several. As SQL has it, rows
 * in which one of the columns is null are never equal.
 *
 * <pre>{@code
 * @Entity
 * @Unique(columns = {"tenant", "number"})
 * public record Invoice(@Id long id, @Relation Tenant tenant, int number, @Unique String token) {}
 * }</pre>
 *
 * <pre>{@code
 * CONSTRAINT invoices_tenant_id_number_key UNIQUE (tenant_id, number),
 * CONSTRAINT invoices_token_key UNIQUE (token)
 * }</pre>
 *
 * <p>SQLite gets {@code CREATE UNIQUE INDEX} of the same name, since its constraints can't be
 * dropped.
 */
@Documented
@Repeatable(Unique.List.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Unique {
  /** On a record only: the components (or columns) that are unique together, in this order. */
  String[] columns() default {};

  /** The constraint's name. Empty: {@code table_column_key}. */
  String name() default "";

  /** Several unique constraints on one record. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
  @interface List {
    /** The constraints. */
    Unique[] value();
  }
}
