package dev.varve.processor.seed;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.sql.SchemaScript;
import dev.varve.testing.PostgresServer;
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

  static DataSource create(Schema schema, Dialect dialect, Path folder) throws SQLException {
    DataSource source = create(dialect, folder);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      String script = SchemaScript.create(schema, dialect);
      if (script.contains(" citext")) {
        statement.executeUpdate("CREATE EXTENSION citext");
      }
      statement.executeUpdate(script);
    }
    return source;
  }

  private static DataSource create(Dialect dialect, Path folder) throws SQLException {
    return switch (dialect) {
      case POSTGRESQL -> PostgresServer.database(PostgresServer.create());
      case SQLITE -> sqlite(folder.resolve("seed" + COUNT.incrementAndGet() + ".db"));
    };
  }

  private static DataSource sqlite(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
