package dev.varve.seed.load;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys from sequences, of many tables in one query. They come from {@code nextval}, not from a
 * {@code setval} past a block, which another session's {@code nextval} would overtake.
 */
final class PostgresIds {
  /** To take more numbers than these one by one takes more than 35 ms. */
  private static final int LONG_WAY = 100_000;

  private final Connection connection;

  PostgresIds(Connection connection) {
    this.connection = connection;
  }

  static String sequence(TableName table, String column) {
    return "pg_get_serial_sequence("
        + TableName.literal(table.postgres())
        + ", "
        + TableName.literal(column)
        + ')';
  }

  List<Ids> reserve(List<IdRequest> requests) throws SQLException {
    List<Ids> all = new ArrayList<>();
    if (requests.isEmpty()) {
      return all;
    }
    StringBuilder sql = new StringBuilder();
    for (IdRequest request : requests) {
      sql.append(sql.length() == 0 ? "" : " UNION ALL ").append(question(request));
    }
    List<IdRequest> again = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < requests.size(); i++) {
        statement.setInt(i + 1, requests.get(i).count());
      }
      try (ResultSet rows = statement.executeQuery()) {
        for (IdRequest request : requests) {
          rows.next();
          all.add(ids(request, rows));
          if (rows.getBoolean(4)) {
            again.add(request);
          }
        }
      }
    }
    for (IdRequest request : again) {
      all.set(requests.indexOf(request), pastRows(request));
    }
    return all;
  }

  /**
   * The least and the greatest number; all, if others took some between them; and whether rows have
   * any of them, for which somebody gave keys of their own.
   */
  private static String question(IdRequest request) {
    return "(SELECT min(v), max(v), CASE WHEN max(v) - min(v) + 1 <> count(v) THEN array_agg(v ORDER"
        + " BY v) END, EXISTS (SELECT 1 FROM "
        + request.table().postgres()
        + " t WHERE t."
        + TableName.quoted(request.column())
        + " BETWEEN min(n.v) AND max(n.v)) FROM (SELECT nextval((SELECT "
        + sequence(request.table(), request.column())
        + "::regclass)) AS v FROM generate_series(1, ?)) n)";
  }

  private static Ids ids(IdRequest request, ResultSet rows) throws SQLException {
    long first = rows.getLong(1);
    if (rows.wasNull()) {
      throw new SQLException(
          request.table() + "." + request.column() + " has no sequence in this database");
    }
    Array each = rows.getArray(3);
    if (each == null) {
      return Ids.range(first, request.count());
    }
    return Ids.of(Arrays.stream((Long[]) each.getArray()).mapToLong(Long::longValue).toArray());
  }

  /** Goes past all rows that are there, and asks again. */
  private Ids pastRows(IdRequest request) throws SQLException {
    String sql =
        "SELECT max(" + TableName.quoted(request.column()) + ") FROM " + request.table().postgres();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      advance(request.table(), request.column(), rows.getLong(1));
    }
    return reserve(List.of(request)).get(0);
  }

  /**
   * Makes a sequence go past {@code used} by taking the numbers up to there: a {@code setval} could
   * move it back over what another session takes meanwhile. Only a long way is one step.
   */
  void advance(TableName table, String column, long used) throws SQLException {
    String sequence = sequence(table, column) + "::regclass";
    String sql =
        "SELECT max(nextval(s)) FROM (SELECT s, ? - coalesce(pg_sequence_last_value(s), 0) AS way"
            + " FROM (SELECT "
            + sequence
            + " AS s) x) y, generate_series(1, CASE WHEN way > "
            + LONG_WAY
            + " THEN 1 ELSE way END)";
    Long reached = number(sql, used);
    if (reached != null && reached < used) {
      number("SELECT setval(" + sequence + ", ?)", used);
    }
  }

  private @Nullable Long number(String sql, long parameter) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getObject(1, Long.class) : null;
      }
    }
  }
}
