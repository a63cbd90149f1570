package dev.varve.bench.apply;

import dev.varve.runtime.Migrator;
import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.flywaydb.core.Flyway;

/** What applies migrations: each call starts as an application does, with nothing known yet. */
enum Tool {
  /** Sends each file in one string with its history row, and looks at nothing. */
  BARE_LOOP {
    @Override
    void apply(DataSource source, Scripts scripts) throws IOException, SQLException {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "CREATE TABLE applied (name text PRIMARY KEY, at text NOT NULL, ms integer NOT NULL)");
        for (int i = 0; i < scripts.count(); i++) {
          String name = scripts.name(i);
          String text = Files.readString(scripts.up(i));
          statement.executeUpdate(
              begin(scripts.engine())
                  + text
                  + "INSERT INTO applied VALUES ('"
                  + name
                  + "', CURRENT_TIMESTAMP, 0); COMMIT");
        }
      }
    }
  },

  /** {@link Migrator}. */
  VARVE {
    @Override
    void apply(DataSource source, Scripts scripts) {
      Migrator.of(source).directory(scripts.db()).up();
    }
  },

  /** Flyway with its defaults. */
  FLYWAY {
    @Override
    void apply(DataSource source, Scripts scripts) {
      String folder = "filesystem:" + scripts.flyway();
      Flyway.configure().dataSource(source).locations(folder).load().migrate();
    }
  },

  /** Liquibase with its defaults, the files included by a change log. */
  LIQUIBASE {
    @Override
    void apply(DataSource source, Scripts scripts)
        throws IOException, SQLException, LiquibaseException {
      ResourceAccessor files = new DirectoryResourceAccessor(scripts.liquibase());
      JdbcConnection connection = new JdbcConnection(source.getConnection());
      try (Liquibase liquibase = new Liquibase(Scripts.CHANGE_LOG, files, connection)) {
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.update();
      }
    }
  };

  /** Applies all of them that the database lacks. */
  abstract void apply(DataSource source, Scripts scripts)
      throws IOException, SQLException, LiquibaseException;

  private static String begin(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> "BEGIN;\n";
      case SQLITE -> "BEGIN IMMEDIATE;\n";
    };
  }
}
