package dev.varve.junit;

import dev.varve.runtime.Migrator;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.SqlStatement;
import dev.varve.runtime.format.StatementSplitter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What a database holds before any test.
 *
 * @param files where its tables come from
 * @param migrate whether they are made by the migrations
 * @param baseline what inserts its rows
 */
record Content(DatabaseFiles files, boolean migrate, Class<? extends Baseline> baseline) {
  static Content of(Settings settings) {
    return new Content(DatabaseFiles.of(settings), settings.migrate(), settings.baseline());
  }

  Engine engine() {
    return files.engine();
  }

  boolean hasBaseline() {
    return baseline != Baseline.None.class;
  }

  /** The same for equal contents, and most probably for no others. */
  String fingerprint() {
    return files.name()
        + '\n'
        + (migrate ? files.migrations() : files.schema())
        + (hasBaseline() ? baseline.getName() + ClassPath.state() : "");
  }

  /** Makes tables and rows in an empty database. */
  void fill(DataSource database) throws SQLException {
    if (migrate) {
      Migrator.of(database).database(files.name()).classLoader(files.loader()).allowDrafts().up();
    } else {
      load(database);
    }
    if (hasBaseline()) {
      insertBaseline(database);
    }
  }

  private void load(DataSource database) throws SQLException {
    List<SqlStatement> statements = StatementSplitter.split(files.schema(), engine());
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (SqlStatement each : statements) {
        execute(statement, each);
      }
      connection.commit();
    }
  }

  private void execute(Statement statement, SqlStatement sql) throws SQLException {
    try {
      statement.execute(sql.text());
    } catch (SQLException e) {
      throw new SQLException(
          "line " + sql.line() + " of " + files.name() + "'s schema.sql fails: " + e.getMessage(),
          e.getSQLState(),
          e);
    }
  }

  private void insertBaseline(DataSource database) {
    try {
      Constructor<? extends Baseline> constructor = baseline.getDeclaredConstructor();
      constructor.setAccessible(true);
      constructor.newInstance().fill(database);
    } catch (NoSuchMethodException e) {
      throw new ExtensionConfigurationException(
          baseline.getName()
              + " needs a constructor without parameters (and to be static, if nested)",
          e);
    } catch (InvocationTargetException e) {
      throw new TestDatabaseException(baseline.getName() + " can't be made", e.getCause());
    } catch (Exception e) {
      throw new TestDatabaseException(
          "the baseline " + baseline.getName() + " fails: " + e.getMessage(), e);
    }
  }
}
