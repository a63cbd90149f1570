package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type written as SQL for one dialect; see {@link Column#type}.
 *
 * <pre>{@code @Column(type = @SqlType(on = POSTGRESQL, value = "citext")) String login}</pre>
 *
 * <pre>{@code login citext NOT NULL}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface SqlType {
  /** The dialect that the type is written for. */
  Dialect on();

  /**
   * The type as it stands in SQL, not empty. SQLite's STRICT tables accept {@code INTEGER}, {@code
   * REAL}, {@code TEXT}, {@code BLOB} and {@code ANY} only (<a
   * href="https://sqlite.org/stricttables.html">STRICT Tables</a>).
   */
  String value();
}
