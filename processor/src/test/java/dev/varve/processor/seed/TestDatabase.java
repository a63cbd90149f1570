package dev.varve.processor.seed;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.sql.SchemaScript;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Fresh databases with a schema. */
final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static DataSource create(Schema schema, Dialect dialect, Path folder) throws SQLException {
    DataSource source = create(dialect, folder);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(SchemaScript.create(schema, dialect));
    }
    return source;
  }

  private static DataSource create(Dialect dialect, Path folder) throws SQLException {
    String name = "seed" + COUNT.incrementAndGet();
    if (dialect == Dialect.SQLITE) {
      SQLiteConfig config = new SQLiteConfig();
      config.enforceForeignKeys(true);
      SQLiteDataSource source = new SQLiteDataSource(config);
      source.setUrl("jdbc:sqlite:" + folder.resolve(name + ".db"));
      return source;
    }
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return Server.POSTGRES.getDatabase("postgres", name);
  }
}
