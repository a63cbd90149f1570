package dev.varve.junit;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Engine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.opentest4j.TestAbortedException;

/**
 * Whose migrations are checked, and where.
 *
 * @param name the database's name, in lower case
 */
record CheckedDatabase(Run run, ClassLoader loader, String name) {
  /** Something done with empty databases, as many as it asks for. */
  @FunctionalInterface
  interface Work {
    void with(Supplier<DataSource> empty) throws SQLException;
  }

  boolean has(Engine engine) {
    return loader.getResource(Bundle.lockFile(name, engine.directory())) != null;
  }

  DatabaseFiles files(Engine engine) {
    return new DatabaseFiles(loader, name, engine);
  }

  void with(Engine engine, Work work) throws SQLException {
    List<EmptyDatabase> made = new ArrayList<>();
    try {
      work.with(
          () -> {
            EmptyDatabase empty = empty(engine);
            made.add(empty);
            return empty.connections();
          });
    } finally {
      for (EmptyDatabase each : made) {
        each.close();
      }
    }
  }

  private EmptyDatabase empty(Engine engine) {
    try {
      return run.empty(engine, loader);
    } catch (ExtensionConfigurationException e) {
      throw new TestAbortedException("not checked: " + e.getMessage(), e);
    } catch (SQLException e) {
      throw new TestDatabaseException("no database can be made: " + e.getMessage(), e);
    }
  }
}
