package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value that rows which exist already get when a column is added as NOT NULL, becomes NOT NULL
 * or changes its type.
 *
 * <pre>{@code @Backfill("lower(email)") String login}</pre>
 *
 * <pre>{@code UPDATE customers SET login = lower(email) WHERE login IS NULL;}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Backfill {
  /** The SQL expression over columns of the same row. */
  String value();
}
