package dev.varve.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.varve.runtime.format.Engine;
import dev.varve.seed.DatabaseSeed;
import dev.varve.seed.SeedException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.AssertionFailedError;

/**
 * Tests of a database's migrations, to be had by one line:
 *
 * <pre>{@code
 * class ShopMigrationsTest extends MigrationChecks<ShopSeed> {}
 * }</pre>
 *
 * <p>On each engine that the class path has migrations for:
 *
 * <ul>
 *   <li><b>everything is sealed</b>: no change of the records waits for a migration;
 *   <li><b>migrations lead to schema.sql</b>: both make the same tables, columns, keys, checks,
 *       indexes and comments;
 *   <li><b>up, down, up with rows</b>: rows that the newest schema allows don't hinder a down
 *       script, each leads back to what was there before, and all can be applied again. An
 *       irreversible migration ends the way back.
 * </ul>
 *
 * <p>PostgreSQL is the one that {@link VarveTest} takes; where there is none, its tests are aborted
 * and say so. Catalogs are read by the artifact {@code varve-catalog}, which the tests need. With
 * {@code @VarveTest(name = …)} on the class, it is that database of several.
 *
 * @param <S> the generated seed builder
 */
@ExtendWith(VarveExtension.class)
public abstract class MigrationChecks<S extends DatabaseSeed<?, ?, ?>> {
  /** For subclasses. */
  protected MigrationChecks() {}

  /**
   * Inserts the rows with which migrations go down and up: a few in each table, at the edges of
   * what its constraints allow. Some down scripts can't keep such rows, as one that removes a
   * constant which a row has, and some columns have a CHECK that isn't understood, so that no value
   * can be invented: override it and insert others then, as
   *
   * <pre>{@code
   * @Override
   * protected void fill(ShopSeed seed) {
   *   seed.smoke(p -> p.taxRules(2, (row, chance) -> row.formula("net*0.19")));
   * }
   * }</pre>
   *
   * @param seed leads to a database with all migrations
   */
  protected void fill(S seed) {
    try {
      seed.smoke();
    } catch (SeedException e) {
      throw new AssertionFailedError(withoutRows(e), e);
    }
  }

  private String withoutRows(SeedException problem) {
    return "no rows to go down and up with: "
        + problem.getMessage()
        + "\nCorrect the records, or have "
        + getClass().getName()
        + " insert rows that they allow:\n  @Override\n  protected void fill("
        + seedType().getSimpleName()
        + " seed) {\n    seed.smoke(p -> …);\n  }";
  }

  @TestFactory
  final Stream<DynamicNode> migrations(CheckedDatabase database) {
    return Stream.of(Engine.values())
        .filter(database::has)
        .map(engine -> dynamicContainer(engine.product(), tests(database, engine)));
  }

  private Stream<DynamicNode> tests(CheckedDatabase database, Engine engine) {
    DatabaseFiles files = database.files(engine);
    return List.<DynamicNode>of(
        dynamicTest("everything is sealed", () -> Sealed.check(files)),
        dynamicTest(
            "migrations lead to schema.sql",
            () -> database.with(engine, empty -> SameSchema.check(files, empty))),
        dynamicTest(
            "up, down, up with rows",
            () ->
                database.with(
                    engine, empty -> new UpDownUp(files, empty.get(), this::fillAny).check())))
        .stream();
  }

  /** The type argument says which seed builder it is. */
  @SuppressWarnings("unchecked")
  private void fillAny(javax.sql.DataSource database) {
    fill((S) Injection.seed(seedType(), database));
  }

  private Class<?> seedType() {
    return TypeArgument.of(getClass(), MigrationChecks.class);
  }
}
