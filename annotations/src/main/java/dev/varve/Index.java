package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index: on a component for its column, on a record for several columns or an expression.
 *
 * <pre>{@code
 * @Entity
 * @Index(columns = {"customer", "placedAt"}, order = {ASC, DESC})       // descending
 * @Index(columns = "placedAt", where = "status = 'OPEN'")               // partial
 * @Index(columns = "customer", include = "total")                       // covering
 * @Index(expression = "lower(reference)", unique = true)                // expression
 * public record Order(...) {}
 * }</pre>
 *
 * <pre>{@code
 * CREATE INDEX IF NOT EXISTS orders_customer_id_placed_at_idx ON orders (customer_id, placed_at DESC);
 * CREATE INDEX IF NOT EXISTS orders_placed_at_idx ON orders (placed_at) WHERE status = 'OPEN';
 * CREATE INDEX IF NOT EXISTS orders_customer_id_idx ON orders (customer_id) INCLUDE (total);
 * CREATE UNIQUE INDEX IF NOT EXISTS orders_lower_idx ON orders (lower(reference));
 * }</pre>
 */
@Documented
@Repeatable(Index.List.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Index {
  /** On a record only: the components (or columns) to index, in this order. */
  String[] columns() default {};

  /**
   * A SQL expression over columns, indexed after {@link #columns}. On a component {@code {}} stands
   * for its column. Empty: none.
   */
  String expression() default "";

  /** Whether no two rows may agree in all that is indexed. */
  boolean unique() default false;

  /** A SQL condition over columns; only rows that meet it are indexed. Empty: all rows. */
  String where() default "";

  /**
   * PostgreSQL's access method: {@code btree}, {@code hash}, {@code gin}, {@code gist}, {@code
   * spgist}, {@code brin} or an extension's. Empty: btree. SQLite has B-trees only, an index by
   * another method isn't made there and the compiler warns.
   */
  String using() default "";

  /** Components (or columns) kept in the index without being part of its key. */
  String[] include() default {};

  /** The direction for each of {@link #columns}; shorter: the rest is ascending. */
  SortOrder[] order() default {};

  /** The index's name. Empty: {@code table_column_idx}. */
  String name() default "";

  /** Several indexes on one record or component. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
  @interface List {
    /** The indexes. */
    Index[] value();
  }
}
