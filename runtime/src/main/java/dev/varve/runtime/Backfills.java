package dev.varve.runtime;

import dev.varve.runtime.format.BatchedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What running in batches asks of a database, and how each engine does it. */
sealed interface Backfills permits PostgresqlBackfills, SqliteBackfills {
  /** The name of the table that says how far statements are, as SQL has it. */
  String table();

  /** Whether there is such a table, and it may be read. */
  boolean exists() throws SQLException;

  /** The statement that makes it. */
  String create();

  /** An expression for a literal of a value; two of them compare as the values do. */
  String literalOf(String value);

  /** The indexes by which a statement's table can be gone through, that of its key first. */
  List<OrderedIndex> indexes(BatchedStatement statement) throws SQLException;

  /** About how many rows the statement's table has, or 0. */
  long estimate(BatchedStatement statement) throws SQLException;

  /** Begins a batch's transaction. */
  void begin(Single single) throws SQLException;

  /** Whether another applier has done the whole statement; asked in the transaction. */
  boolean isDone(Single single) throws SQLException;

  /** Writes one more change and commits the batch's transaction. */
  void commit(HistoryChange last) throws SQLException;

  /**
   * Whether a statement failed since it took longer than it may; asked after its transaction.
   *
   * @param start when it began, by {@link System#nanoTime}
   */
  boolean timedOut(Single single, SQLException failure, long start) throws SQLException;

  /**
   * Reads indexes, a row for each of their columns: what identifies the index, whether it is the
   * primary key's, the column's name, whether that is NOT NULL.
   */
  static List<OrderedIndex> read(Session session, String query) throws SQLException {
    List<OrderedIndex> indexes = new ArrayList<>();
    try (Statement statement = session.statement();
        ResultSet result = statement.executeQuery(query)) {
      List<OrderedIndex.Column> columns = new ArrayList<>();
      String current = "";
      boolean primary = false;
      while (result.next()) {
        if (!result.getString(1).equals(current) && !columns.isEmpty()) {
          indexes.add(new OrderedIndex(primary, columns));
          columns.clear();
        }
        current = result.getString(1);
        primary = result.getBoolean(2);
        String name = result.getString(3);
        columns.add(new OrderedIndex.Column(name == null ? "" : name, result.getBoolean(4)));
      }
      if (!columns.isEmpty()) {
        indexes.add(new OrderedIndex(primary, columns));
      }
    }
    return indexes;
  }
}
