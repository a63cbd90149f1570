package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How an enum is stored: on the enum for all its columns, on a component for one.
 *
 * <pre>{@code
 * @Enumerated(EnumStorage.NATIVE)
 * public enum Tier { FREE, PRO }
 * }</pre>
 *
 * <pre>{@code
 * CREATE TYPE tier AS ENUM ('FREE', 'PRO');
 * tier tier NOT NULL
 * }</pre>
 *
 * <p>Without it, and with {@link EnumStorage#TEXT}:
 *
 * <pre>{@code tier text NOT NULL CONSTRAINT customers_tier_check CHECK (tier IN ('FREE', 'PRO'))}
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Enumerated {
  /** The way of storing. */
  EnumStorage value();
}
