package dev.varve.conformance.traffic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Watches who makes visitors wait, and how long: milliseconds for the migrator's statements. */
final class Waits implements Callable<Map<String, Long>> {
  private static final String QUERY =
      """
      SELECT blocker.query, extract(milliseconds FROM clock_timestamp() - waitstart)::bigint
      FROM pg_stat_activity visitor
      JOIN pg_locks ON pg_locks.pid = visitor.pid AND NOT granted AND waitstart IS NOT NULL
      JOIN pg_stat_activity blocker ON blocker.pid = ANY (pg_blocking_pids(visitor.pid))
      WHERE visitor.application_name = 'visitor' AND blocker.application_name <> 'visitor'
      """;

  private final Traffic.Connector connector;
  private volatile boolean over;

  Waits(Traffic.Connector connector) {
    this.connector = connector;
  }

  void end() {
    over = true;
  }

  @Override
  public Map<String, Long> call() throws SQLException {
    Map<String, Long> waits = new TreeMap<>();
    try (Connection connection = connector.open();
        PreparedStatement statement = connection.prepareStatement(QUERY)) {
      while (!over) {
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            waits.merge(rows.getString(1), rows.getLong(2), Math::max);
          }
        }
      }
    }
    return waits;
  }
}
