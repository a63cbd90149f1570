package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of the primary key. Every entity has at least one; several make a composite key, in
 * the order of the components.
 *
 * <pre>{@code
 * @Entity public record Country(@Id @Column(length = 2) String code, String name) {}
 * @Entity public record Visit(@Id UUID id, LocalDate day) {}
 * }</pre>
 *
 * <pre>{@code
 * code varchar(2) NOT NULL, ... CONSTRAINT countries_pkey PRIMARY KEY (code)
 * id uuid DEFAULT gen_random_uuid() NOT NULL, ... CONSTRAINT visits_pkey PRIMARY KEY (id)
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Id {
  /** Who gives the key its value. */
  IdGeneration generate() default IdGeneration.AUTO;
}
