package dev.varve.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Where the connection comes from, and what becomes of it. */
sealed interface Connections {
  /** Work with a connection in autocommit. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  <T> T use(Work<T> work) throws SQLException;

  /** Where more connections come from; empty where there is only one. */
  default Optional<DataSource> source() {
    return Optional.empty();
  }

  /** One connection for the work, closed after it. */
  record Of(DataSource from) implements Connections {
    @Override
    public Optional<DataSource> source() {
      return Optional.of(from);
    }

    @Override
    public <T> T use(Work<T> work) throws SQLException {
      try (Connection connection = from.getConnection()) {
        if (connection.getAutoCommit()) {
          return work.with(connection);
        }
        connection.setAutoCommit(true);
        try {
          return work.with(connection);
        } finally {
          connection.setAutoCommit(false);
        }
      }
    }
  }

  /** The caller's connection, left open. */
  record Given(Connection connection) implements Connections {
    @Override
    public <T> T use(Work<T> work) throws SQLException {
      if (!connection.getAutoCommit()) {
        throw new MigrationException(
            "the connection is not in autocommit: it may have a transaction of yours open, which"
                + " migrations would commit; call setAutoCommit(true) first");
      }
      return work.with(connection);
    }
  }
}
