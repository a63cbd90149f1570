package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A change of this record or component that must not be undone: its down script refuses to run.
 *
 * <pre>
 * {@code @Irreversible(reason = "the ledger is append-only") @Entity public record Posting(...) {}}
 * </pre>
 *
 * <pre>{@code -- IRREVERSIBLE: the ledger is append-only}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Irreversible {
  /** Why, for the person who reads the refusal. Not empty. */
  String reason();
}
