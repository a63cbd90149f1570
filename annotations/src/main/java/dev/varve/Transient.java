package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component that is no column. In a row that is read or returned by the seed builder it has the
 * default of its type: null, zero, false, an empty {@code Optional} or an empty collection.
 *
 * <pre>{@code @Entity record Customer(@Id long id, @Transient int cachedOrders) {}}</pre>
 *
 * <pre>{@code CREATE TABLE IF NOT EXISTS customers (id bigint ...)}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Transient {}
