package dev.varve.bench.apply;

import dev.varve.runtime.format.Engine;
import dev.varve.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/**
 * A database of its own, empty at first. Each connection to it is a new one.
 *
 * @param engine which kind
 * @param name PostgreSQL's name of it, or the file
 */
record TrialDatabase(Engine engine, String name) implements AutoCloseable {
  static TrialDatabase create(Engine engine) throws IOException, SQLException {
    return switch (engine) {
      case POSTGRESQL -> new TrialDatabase(engine, PostgresServer.create());
      case SQLITE ->
          new TrialDatabase(
              engine, Files.createTempDirectory("varve-bench").resolve("trial.db").toString());
    };
  }

  DataSource source() {
    return source(engine == Engine.POSTGRESQL ? PostgresServer.port() : 0);
  }

  /** The same, PostgreSQL through this port. */
  DataSource source(int port) {
    return switch (engine) {
      case POSTGRESQL -> {
        PGSimpleDataSource postgresql = new PGSimpleDataSource();
        postgresql.setPortNumbers(new int[] {port});
        postgresql.setDatabaseName(name);
        postgresql.setUser("postgres");
        yield postgresql;
      }
      case SQLITE -> {
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl("jdbc:sqlite:" + name);
        yield sqlite;
      }
    };
  }

  @Override
  public void close() throws IOException, SQLException {
    if (engine == Engine.POSTGRESQL) {
      PostgresServer.drop(name);
    } else {
      Files.delete(Path.of(name));
      Files.delete(Path.of(name).getParent());
    }
  }
}
