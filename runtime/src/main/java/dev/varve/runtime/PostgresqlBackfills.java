package dev.varve.runtime;

import dev.varve.runtime.format.BatchedStatement;
import java.sql.SQLException;
import java.util.List;

/** Batches on PostgreSQL. */
record PostgresqlBackfills(PostgresqlSession session) implements Backfills {
  private static final String CREATE =
      """
      CREATE TABLE %s (
        version text NOT NULL,
        database_name text NOT NULL,
        direction text NOT NULL,
        statement integer NOT NULL,
        applied_at timestamptz NOT NULL,
        last_key text NOT NULL,
        upper_key text NOT NULL,
        rows_done bigint NOT NULL,
        rows_estimate bigint NOT NULL,
        batch_size integer NOT NULL,
        started_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (version, database_name)
      )""";

  /** Only a complete b-tree is in the order in which keys compare. */
  private static final String INDEXES =
      """
      SELECT i.indexrelid::text, i.indisprimary, a.attname, coalesce(a.attnotnull, false)
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indexrelid
      JOIN pg_am m ON m.oid = c.relam AND m.amname = 'btree'
      CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
      LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
      WHERE i.indrelid = to_regclass(%s) AND i.indisvalid AND i.indpred IS NULL
        AND k.place <= i.indnkeyatts
      ORDER BY i.indisprimary DESC, i.indexrelid, k.place""";

  private static final String CANCELLED = "57014";

  @Override
  public String table() {
    return session.inHistorySchema(BackfillTable.NAME);
  }

  @Override
  public boolean exists() throws SQLException {
    String name = PostgresqlSession.literal(table());
    return session.isTrue(
        "SELECT CASE WHEN to_regclass("
            + name
            + ") IS NOT NULL THEN has_table_privilege("
            + name
            + ", 'SELECT') END");
  }

  @Override
  public String create() {
    return CREATE.formatted(table());
  }

  /** A literal without a type: it takes that of the column with which it is compared. */
  @Override
  public String literalOf(String value) {
    return "quote_literal(CAST(" + value + " AS text))";
  }

  @Override
  public List<OrderedIndex> indexes(BatchedStatement statement) throws SQLException {
    return Backfills.read(session, INDEXES.formatted(PostgresqlSession.literal(statement.table())));
  }

  @Override
  public long estimate(BatchedStatement statement) throws SQLException {
    String name = PostgresqlSession.literal(statement.table());
    return session.number(
        "SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = to_regclass("
            + name
            + ")");
  }

  @Override
  public void begin(Single single) throws SQLException {
    session.sessionSettings().pin();
    session.beginNow(session.limits(Unit.of(single.step())));
  }

  /** The lock keeps other appliers out. */
  @Override
  public boolean isDone(Single single) {
    return false;
  }

  @Override
  public void commit(HistoryChange last) throws SQLException {
    session.commitSingle(last);
  }

  /** Somebody may have cancelled it: then it did not take so long. */
  @Override
  public boolean timedOut(Single single, SQLException failure, long start) throws SQLException {
    if (!CANCELLED.equals(failure.getSQLState())) {
      return false;
    }
    long took = (System.nanoTime() - start) / 1_000_000;
    long limit = session.statementTimeoutMs(Unit.of(single.step()));
    return limit > 0 && took >= limit;
  }
}
