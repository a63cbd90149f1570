package dev.varve.conformance.laws;

import dev.varve.schema.plan.Migration;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Runs statements as the applier does, but for its history, its lock and its checks. */
final class LightRunner implements Runner {
  private final Engine engine;
  private final List<Migration> migrations;
  private final Random interruptions;

  /**
   * @param interruptions where statements run twice; null: none do
   */
  LightRunner(Engine engine, List<Migration> migrations, Random interruptions) {
    this.engine = engine;
    this.migrations = migrations;
    this.interruptions = interruptions;
  }

  @Override
  public void up() throws SQLException {
    for (Migration migration : migrations) {
      engine.run(migration.up(), interruptions);
    }
  }

  @Override
  public void down(Migration migration) throws SQLException {
    engine.run(migration.down(), interruptions);
  }
}
