package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value a column takes when an INSERT doesn't name it.
 *
 * <pre>{@code
 * @Default("'FREE'") Tier tier,
 * @Default("now()") Instant createdAt
 * }</pre>
 *
 * <pre>{@code
 * tier text DEFAULT 'FREE' NOT NULL,
 * created_at timestamptz DEFAULT now() NOT NULL
 * }</pre>
 *
 * <p>{@code now()}, {@code current_timestamp}, {@code current_date}, {@code current_time}, {@code
 * gen_random_uuid()}, {@code true} and {@code false} are understood by both dialects in the
 * column's own format. Where anything else differs, write one for each:
 *
 * <pre>{@code
 * @Default(value = "md5(random()::text)", on = POSTGRESQL)
 * @Default(value = "hex(randomblob(16))", on = SQLITE)
 * String token
 * }</pre>
 */
@Documented
@Repeatable(Default.List.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Default {
  /** The default as a SQL expression without columns: text needs its own quotes. */
  String value();

  /** The dialects that the expression is written for. Empty: all. */
  Dialect[] on() default {};

  /** A default for each dialect. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
  @interface List {
    /** The defaults. */
    Default[] value();
  }
}
