package dev.varve.seed.load;

import dev.varve.seed.value.SqliteEncoder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SQLite: batches of one prepared statement. */
final class SqliteLoader implements Loader {
  private static final int BATCH = 1_000;

  private final Connection connection;

  /** The greatest numbers that rows of the same call have been given, or are going to be. */
  private final Map<Counter, Long> used = new HashMap<>();

  SqliteLoader(Connection connection) {
    this.connection = connection;
  }

  @Override
  public long load(LoadTable table, RowSource rows) throws SQLException {
    return table.together() ? together(table, rows) : batches(table, stored(table, rows));
  }

  @Override
  public Shipment encode(LoadTable table, RowSource rows) {
    if (table.together()) {
      return () -> together(table, rows);
    }
    Deque<@Nullable Object[]> encoded = new ArrayDeque<>();
    RowSource source = stored(table, rows);
    @Nullable Object[] cells = new Object[table.columns().size()];
    while (source.next(cells)) {
      encoded.add(cells);
      cells = new Object[cells.length];
    }
    return () -> batches(table, taken(encoded));
  }

  /** Rows as SQLite stores them. */
  private static RowSource stored(LoadTable table, RowSource rows) {
    @Nullable Object[] values = new Object[table.columns().size()];
    return cells -> {
      if (!rows.next(values)) {
        return false;
      }
      for (int i = 0; i < cells.length; i++) {
        Object value = values[i];
        cells[i] = value == null ? null : SqliteEncoder.value(table.columns().get(i).type(), value);
      }
      return true;
    };
  }

  private static RowSource taken(Deque<@Nullable Object[]> rows) {
    return cells -> {
      @Nullable Object[] row = rows.poll();
      if (row == null) {
        return false;
      }
      System.arraycopy(row, 0, cells, 0, row.length);
      return true;
    };
  }

  private long together(LoadTable table, RowSource rows) throws SQLException {
    Chunk chunk = Chunk.of(table, Dialect.SQLITE, Integer.MAX_VALUE);
    return oneStatement(table, chunk, rows, Dialect.SQLITE.insert(table), "");
  }

  @Override
  public void upsert(Conflict into, RowSource rows) throws SQLException {
    Chunk chunk = Chunk.of(into, Dialect.SQLITE, Integer.MAX_VALUE);
    oneStatement(into.table(), chunk, rows, into.insert(true), into.clause(true));
  }

  private long oneStatement(
      LoadTable table, Chunk chunk, RowSource rows, String insert, String clause)
      throws SQLException {
    if (!chunk.fill(rows)) {
      return 0;
    }
    if (!chunk.isFull()) {
      chunk.insertOrFind(connection);
      return chunk.size();
    }
    Staging staging = new Staging(table, true);
    staging.create(this);
    long count = batches(staging.table(), stored(table, chunk.before(rows)));
    staging.insert(this, insert, clause, count);
    staging.drop(this);
    return count;
  }

  /** Inserts rows that are as SQLite stores them. */
  private long batches(LoadTable table, RowSource rows) throws SQLException {
    String sql =
        Dialect.SQLITE.insert(table)
            + " VALUES (?"
            + ", ?".repeat(table.columns().size() - 1)
            + ')';
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return send(table, rows, statement);
    }
  }

  private long send(LoadTable table, RowSource rows, PreparedStatement statement)
      throws SQLException {
    @Nullable Object[] cells = new Object[table.columns().size()];
    long before = changes();
    long count = 0;
    int batch = 0;
    while (rows.next(cells)) {
      for (int i = 0; i < cells.length; i++) {
        statement.setObject(i + 1, cells[i]);
      }
      statement.addBatch();
      count++;
      if (++batch == BATCH) {
        execute(table, statement, count - batch, before);
        batch = 0;
      }
    }
    if (batch > 0) {
      execute(table, statement, count - batch, before);
    }
    return count;
  }

  private void execute(LoadTable table, PreparedStatement statement, long first, long before)
      throws SQLException {
    Interrupts.check(table.name());
    try {
      statement.executeBatch();
    } catch (SQLException e) {
      statement.close();
      long row = hasTriggers(table.name()) ? -1 : Math.max(first, changes() - before);
      throw new LoadException(table.name(), row, Refusal.of(e), e);
    }
  }

  /**
   * How many rows this connection has changed. The driver stops at the first failure and doesn't
   * say how far it came.
   */
  private long changes() throws SQLException {
    return number("SELECT total_changes()");
  }

  private boolean hasTriggers(TableName table) throws SQLException {
    String name = TableName.literal(table.sqliteName());
    return number(
            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = " + name)
        > 0;
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  @Override
  public int run(String sql, List<Cell> cells) throws SQLException {
    return Dialect.SQLITE.run(connection, sql, cells);
  }

  @Override
  public List<Ids> reserve(List<IdRequest> requests) throws SQLException {
    List<Ids> all = new ArrayList<>();
    if (requests.isEmpty()) {
      return all;
    }
    boolean counts = counts();
    StringBuilder sql = new StringBuilder();
    for (IdRequest request : requests) {
      sql.append(sql.length() == 0 ? "" : " UNION ALL ").append(question(request, counts));
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.toString())) {
      for (IdRequest request : requests) {
        rows.next();
        Ids ids = after(Math.max(rows.getLong(1), used(request)), request);
        advance(request.table(), request.column(), ids.at(request.count() - 1));
        all.add(ids);
      }
    }
    return all;
  }

  private long used(IdRequest request) {
    return used.getOrDefault(new Counter(request.table(), request.column()), 0L);
  }

  private static Ids after(long greatest, IdRequest request) throws SQLException {
    if (greatest > request.greatest() - request.count()) {
      throw new SQLException(
          request.table()
              + "."
              + request.column()
              + " has come to "
              + greatest
              + ", and "
              + request.count()
              + " more keys aren't there: the greatest is "
              + request.greatest());
    }
    return Ids.range(greatest + 1, request.count());
  }

  private static String question(IdRequest request, boolean counts) {
    String greatest =
        "SELECT coalesce(max("
            + TableName.quoted(request.column())
            + "), 0) FROM "
            + request.table().sqlite();
    return counts
        ? "SELECT max(("
            + greatest
            + "), coalesce((SELECT seq FROM sqlite_sequence WHERE name = "
            + TableName.literal(request.table().sqliteName())
            + "), 0))"
        : "SELECT max((" + greatest + "), 0)";
  }

  /** Whether the database has any table that counts. */
  private boolean counts() throws SQLException {
    return number("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_sequence'") > 0;
  }

  /**
   * AUTOINCREMENT counts on from the greatest number that was ever inserted; what is going to be
   * inserted it doesn't know.
   */
  @Override
  public void advance(TableName table, String column, long last) {
    used.merge(new Counter(table, column), last, Math::max);
  }

  /** A column that counts. */
  private record Counter(TableName table, String column) {}
}
