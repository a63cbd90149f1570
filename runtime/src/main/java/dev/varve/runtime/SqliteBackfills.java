package dev.varve.runtime;

import dev.varve.runtime.format.BatchedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Batches on SQLite: others may write between them. So may another applier, which then does some of
 * the batches; each looks in its transaction where all of them are.
 */
record SqliteBackfills(SqliteSession session) implements Backfills {
  /** SQLITE_INTERRUPT (<a href="https://www.sqlite.org/rescode.html#interrupt">codes</a>). */
  private static final int INTERRUPTED = 9;

  private static final String CREATE =
      """
      CREATE TABLE %s (
        version TEXT NOT NULL,
        database_name TEXT NOT NULL,
        direction TEXT NOT NULL,
        statement INTEGER NOT NULL,
        applied_at TEXT NOT NULL,
        last_key TEXT NOT NULL,
        upper_key TEXT NOT NULL,
        rows_done INTEGER NOT NULL,
        rows_estimate INTEGER NOT NULL,
        batch_size INTEGER NOT NULL,
        started_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        PRIMARY KEY (version, database_name)
      )""";

  /**
   * A single INTEGER key is the table's own order and has no index; it is never null, though
   * nothing says so.
   */
  private static final String INDEXES =
      """
      SELECT '', 1, name, 1 FROM %1$s
      WHERE pk = 1 AND upper(type) = 'INTEGER' AND (SELECT max(pk) FROM %1$s) = 1
        AND NOT EXISTS (SELECT 1 FROM %2$s WHERE origin = 'pk')
      UNION ALL
      SELECT * FROM (
        SELECT l.name, l.origin = 'pk', c.name, c."notnull"
        FROM %2$s AS l JOIN pragma_index_info(l.name) AS i LEFT JOIN %1$s AS c ON c.cid = i.cid
        WHERE NOT l.partial ORDER BY l.origin = 'pk' DESC, l.name, i.seqno)""";

  @Override
  public String table() {
    return BackfillTable.NAME;
  }

  @Override
  public boolean exists() throws SQLException {
    return session.exists("table", BackfillTable.NAME);
  }

  @Override
  public String create() {
    return CREATE.formatted(table());
  }

  @Override
  public String literalOf(String value) {
    return "quote(" + value + ")";
  }

  @Override
  public List<OrderedIndex> indexes(BatchedStatement statement) throws SQLException {
    List<String> name = statement.tableName();
    String arguments = SqliteSession.literal(name.get(name.size() - 1));
    if (name.size() > 1) {
      arguments += ", " + SqliteSession.literal(name.get(0));
    }
    return Backfills.read(
        session,
        INDEXES.formatted(
            "pragma_table_info(" + arguments + ")", "pragma_index_list(" + arguments + ")"));
  }

  @Override
  public long estimate(BatchedStatement statement) throws SQLException {
    return session.number("SELECT count(*) FROM " + statement.table());
  }

  @Override
  public void begin(Single single) throws SQLException {
    session.begin(Unit.of(single.step()));
  }

  @Override
  public boolean isDone(Single single) throws SQLException {
    return new SqliteSingles(session, single.step()).statementsDone() > single.index();
  }

  @Override
  public void commit(HistoryChange last) throws SQLException {
    session.commit(last);
  }

  @Override
  public boolean timedOut(Single single, SQLException failure, long start) {
    return (failure.getErrorCode() & 0xff) == INTERRUPTED;
  }
}
