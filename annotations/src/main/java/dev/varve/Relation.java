package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A foreign key. Four forms say the same to the database; each is checked against the target's
 * primary key.
 *
 * <pre>{@code
 * @Relation Customer customer                         // the record itself
 * @Relation(Customer.class) long customerId           // its key
 * @Relation Set<Tag> tags                             // many-to-many, by a junction table
 * @Relation(value = Shelf.class, columns = {"hall", "shelf"})  // on the record: a composite key
 * }</pre>
 *
 * <p>The first two give
 *
 * <pre>{@code
 * customer_id bigint NOT NULL,
 * CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers (id)
 * CREATE INDEX IF NOT EXISTS orders_customer_id_idx ON orders (customer_id);
 * }</pre>
 *
 * <p>The third gives a junction table named after the entity and the component, with both foreign
 * keys as its primary key, both {@code ON DELETE CASCADE}, and an index for the second direction:
 *
 * <pre>{@code
 * CREATE TABLE IF NOT EXISTS article_tags (
 *   article_id bigint NOT NULL,
 *   tag_id bigint NOT NULL,
 *   CONSTRAINT article_tags_pkey PRIMARY KEY (article_id, tag_id),
 *   ...
 * }</pre>
 */
@Documented
@Repeatable(Relation.List.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Relation {
  /**
   * The entity referred to. {@code void}: the component's own type, or the element type of its
   * collection.
   */
  Class<?> value() default void.class;

  /**
   * The name of the column on a component. Empty: for a record the component's name followed by
   * that of the target's key column, without the target's own name in it ({@code customer_id}, be
   * the key called {@code id} or {@code customer_id}); for a key the component's name.
   */
  String column() default "";

  /**
   * On a record only: the components (or columns) that form the foreign key, in the order of the
   * target's key.
   */
  String[] columns() default {};

  /** What happens to this row when the row it refers to is deleted. */
  ReferentialAction onDelete() default ReferentialAction.NO_ACTION;

  /** What happens to this row when the key of the row it refers to changes. */
  ReferentialAction onUpdate() default ReferentialAction.NO_ACTION;

  /**
   * Whether the key is checked at commit ({@code DEFERRABLE INITIALLY DEFERRED}) and not at the end
   * of each statement. Needed to insert rows that refer to each other by NOT NULL columns.
   */
  boolean deferrable() default false;

  /**
   * Whether the foreign key gets an index. None is made in any case when another index, or a key,
   * already starts with its columns.
   */
  boolean index() default true;

  /**
   * The name of the junction table of a many-to-many relation. Empty: the entity's name and the
   * component's in snake case.
   */
  String table() default "";

  /** Several relations on one record. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
  @interface List {
    /** The relations. */
    Relation[] value();
  }
}
