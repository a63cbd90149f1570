package dev.varve.seed.value;

import dev.varve.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections to fresh databases. */
public final class Databases {
  private Databases() {}

  public static Connection connect(Engine engine, Path folder) throws SQLException {
    return DriverManager.getConnection(
        switch (engine) {
          case POSTGRESQL ->
              "jdbc:postgresql://localhost:"
                  + PostgresServer.port()
                  + "/"
                  + PostgresServer.create()
                  + "?user=postgres";
          case SQLITE -> "jdbc:sqlite:" + folder.resolve("test.db");
        });
  }

  public static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
