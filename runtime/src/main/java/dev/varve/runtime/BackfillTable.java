package dev.varve.runtime;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table that says where statements stand that run in batches. It lies beside the history, and
 * is made when the first statement needs more than one batch.
 *
 * <p>A row belongs to one application of a migration, which the time tells that the history has for
 * it: what is left of a draft that was reverted in the middle says nothing about the next time.
 */
final class BackfillTable {
  static final String NAME = "_varve_backfills";

  private static final String FIND =
      """
      SELECT b.last_key, b.upper_key, b.rows_done, b.rows_estimate, b.batch_size
      FROM {backfills} AS b JOIN %s AS h
        ON h.version = b.version AND h.database_name = b.database_name
        AND h.applied_at = b.applied_at
      WHERE b.version = ? AND b.database_name = {named} AND b.direction = ? AND b.statement = ?""";

  private static final String ROW = " WHERE version = ? AND database_name = {database}";

  private final Session session;
  private final String version;
  private final String direction;
  private final int statement;
  private boolean exists;

  /**
   * @param statement which of the script's statements, from 0
   */
  BackfillTable(Session session, String version, Direction direction, int statement) {
    this.session = session;
    this.version = version;
    this.direction = direction == Direction.UP ? "up" : "down";
    this.statement = statement;
  }

  /** The statement's row: none where it has not begun, or is done. */
  Optional<BackfillRow> find() throws SQLException {
    exists = exists || session.backfills().exists();
    if (!exists) {
      return Optional.empty();
    }
    HistoryChange find =
        change(FIND.replace("{named}", session.nameOf(version)), version, direction, statement);
    try (PreparedStatement query = session.connection.prepareStatement(session.sql(find))) {
      for (int i = 0; i < find.parameters().size(); i++) {
        query.setObject(i + 1, find.parameters().get(i));
      }
      try (ResultSet result = query.executeQuery()) {
        return result.next() ? Optional.of(row(result)) : Optional.empty();
      }
    }
  }

  /**
   * How far the statements are at which migrations stopped in the middle, by version. Asks nothing
   * where no migration did, and knows nothing where the table may not be read.
   */
  static Map<String, BackfillProgress> progress(Session session, List<HistoryRow> history)
      throws SQLException {
    Map<String, BackfillProgress> all = new HashMap<>();
    for (HistoryRow row : history) {
      if (row.state() == HistoryRow.State.APPLIED) {
        continue;
      }
      Direction direction = row.state().isReverting() ? Direction.DOWN : Direction.UP;
      int statement = row.statementsDone();
      new BackfillTable(session, row.version(), direction, statement)
          .find()
          .ifPresent(
              found ->
                  all.put(row.version(), found.progress(row.migration(), direction, statement)));
    }
    return all;
  }

  private static BackfillRow row(ResultSet result) throws SQLException {
    return new BackfillRow(
        Optional.of(result.getString(1)),
        result.getString(2),
        result.getLong(3),
        result.getLong(4),
        result.getInt(5));
  }

  /** How the row is written after the first batch. */
  HistoryChange insert(BackfillRow row) throws SQLException {
    if (exists) {
      delete();
    } else {
      session.execute(session.backfills().create());
    }
    return change(
        "INSERT INTO {backfills} SELECT version, database_name, ?, CAST(? AS integer), applied_at, ?, ?,"
            + " CAST(? AS bigint), CAST(? AS bigint), CAST(? AS integer), {now}, {now}"
            + " FROM %s"
            + ROW,
        direction,
        statement,
        row.cursor().orElseThrow(),
        row.upper(),
        row.rows(),
        row.estimate(),
        row.batch(),
        version);
  }

  /** How the row is changed after another batch. */
  HistoryChange update(BackfillRow row) {
    return change(
        "UPDATE {backfills} SET last_key = ?, rows_done = ?, batch_size = ?, updated_at = {now}"
            + ROW,
        row.cursor().orElseThrow(),
        row.rows(),
        row.batch(),
        version);
  }

  /** Takes the row away after the last batch. */
  void delete() throws SQLException {
    session.write(change("DELETE FROM {backfills}" + ROW, version));
  }

  private HistoryChange change(String sql, Object... parameters) {
    return new HistoryChange(
        sql.replace("{backfills}", session.backfills().table()), List.of(parameters));
  }
}
