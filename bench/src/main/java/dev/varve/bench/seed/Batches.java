package dev.varve.bench.seed;

import dev.varve.seed.load.LoadTable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;

/** JDBC batches of a thousand rows, as people write them who have no seed builder. */
final class Batches implements AutoCloseable {
  private final PreparedStatement statement;
  private final boolean isSqlite;
  private int batch;

  Batches(Connection connection, int table, boolean isSqlite) throws SQLException {
    LoadTable into = ShopTables.ALL.get(table);
    this.isSqlite = isSqlite;
    statement =
        connection.prepareStatement(
            "INSERT INTO "
                + into.name().sqlite()
                + " VALUES (?"
                + ", ?".repeat(into.columns().size() - 1)
                + ")");
  }

  void add(Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, jdbc(values[i]));
    }
    statement.addBatch();
    if (++batch % 1_000 == 0) {
      statement.executeBatch();
    }
  }

  private Object jdbc(Object value) {
    if (isSqlite) {
      return value instanceof Number number && !(value instanceof BigDecimal)
          ? number.longValue()
          : value.toString();
    }
    if (value instanceof Instant instant) {
      return Timestamp.from(instant);
    }
    if (value instanceof LocalDate date) {
      return java.sql.Date.valueOf(date);
    }
    return value instanceof Enum<?> constant ? constant.name() : value;
  }

  @Override
  public void close() throws SQLException {
    statement.executeBatch();
    statement.close();
  }
}
