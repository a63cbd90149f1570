package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This record, component or enum constant used to be called otherwise: the table, column or value
 * is renamed and keeps its data.
 *
 * <pre>{@code
 * @Renamed(from = "phone") @Nullable String mobile
 * }</pre>
 *
 * <pre>{@code ALTER TABLE customers RENAME COLUMN phone TO mobile;}</pre>
 *
 * <p>Once the migration is sealed, the annotation has no effect and may go.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Renamed {
  /** The former name: in the database, or of the former record or component. */
  String from();
}
