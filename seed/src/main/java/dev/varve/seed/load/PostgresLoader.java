package dev.varve.seed.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: COPY where the driver can be reached, INSERT of many rows at once where it can't. */
final class PostgresLoader implements Loader {
  /** COPY takes two round trips, and pays from so many rows on (docs/benchmarks.md). */
  private static final int COPIED = 2;

  /** So many rows need no temporary table. */
  private static final int FEW = 100;

  private final Connection connection;
  private final @Nullable Object driver;
  private final InsertSender inserts;
  private final PostgresIds ids;

  PostgresLoader(Connection connection) throws SQLException {
    this.connection = connection;
    driver = PostgresDriver.unwrapped(connection);
    inserts = new InsertSender(connection, this);
    ids = new PostgresIds(connection);
  }

  @Override
  public long load(LoadTable table, RowSource rows) throws SQLException {
    if (driver == null) {
      return inserts.send(table, rows);
    }
    Chunk first = Chunk.of(table, Dialect.POSTGRESQL, COPIED);
    return first.fill(rows) && first.isFull()
        ? new CopySender(driver, table).send(first.before(rows))
        : inserted(first);
  }

  @Override
  public Shipment encode(LoadTable table, RowSource rows) {
    if (driver == null) {
      return () -> inserts.send(table, rows);
    }
    Chunk first = Chunk.of(table, Dialect.POSTGRESQL, COPIED);
    return first.fill(rows) && first.isFull()
        ? new CopySender(driver, table).encode(first.before(rows))
        : () -> inserted(first);
  }

  private long inserted(Chunk few) throws SQLException {
    if (few.size() > 0) {
      few.insert(connection, 0);
    }
    return few.size();
  }

  @Override
  public void upsert(Conflict into, RowSource rows) throws SQLException {
    Chunk chunk = Chunk.of(into, Dialect.POSTGRESQL, FEW);
    if (!chunk.fill(rows)) {
      return;
    }
    if (!chunk.isFull()) {
      chunk.insertNamed(connection, 0);
      return;
    }
    Staging staging = new Staging(into.table(), false);
    staging.create(this);
    long count = load(staging.table(), chunk.before(rows));
    staging.insert(this, into.insert(false), into.clause(false), count);
    staging.drop(this);
  }

  @Override
  public int run(String sql, List<Cell> cells) throws SQLException {
    return Dialect.POSTGRESQL.run(connection, sql, cells);
  }

  @Override
  public List<Ids> reserve(List<IdRequest> requests) throws SQLException {
    return ids.reserve(requests);
  }

  @Override
  public void advance(TableName table, String column, long used) throws SQLException {
    ids.advance(table, column, used);
  }
}
