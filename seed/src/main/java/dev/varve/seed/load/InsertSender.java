package dev.varve.seed.load;

import java.sql.Connection;
import java.sql.SQLException;

/** Sends the rows of a table to PostgreSQL by INSERT, many in a statement. */
final class InsertSender {
  private static final int MOST_ROWS = 1_000;

  private final Connection connection;
  private final Loader loader;

  InsertSender(Connection connection, Loader loader) {
    this.connection = connection;
    this.loader = loader;
  }

  long send(LoadTable table, RowSource rows) throws SQLException {
    int most = table.together() ? Integer.MAX_VALUE : MOST_ROWS;
    return send(table, rows, Chunk.of(table, Dialect.POSTGRESQL, most));
  }

  private long send(LoadTable table, RowSource rows, Chunk chunk) throws SQLException {
    long count = 0;
    while (chunk.fill(rows)) {
      if (table.together() && chunk.isFull()) {
        return staged(table, chunk.before(rows));
      }
      chunk.insertNamed(connection, count);
      count += chunk.size();
    }
    return count;
  }

  private long staged(LoadTable table, RowSource rows) throws SQLException {
    Staging staging = new Staging(table, false);
    staging.create(loader);
    long count = send(staging.table(), rows);
    staging.insert(loader, Dialect.POSTGRESQL.insert(table), "", count);
    staging.drop(loader);
    return count;
  }
}
