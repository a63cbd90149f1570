package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of any type that is stored as JSON.
 *
 * <pre>{@code @Json Preferences preferences}</pre>
 *
 * <pre>{@code
 * preferences jsonb NOT NULL                                          -- PostgreSQL
 * preferences TEXT NOT NULL CHECK (json_valid(preferences))           -- SQLite
 * }</pre>
 *
 * <p>A {@code Map} is stored so without the annotation.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Json {}
