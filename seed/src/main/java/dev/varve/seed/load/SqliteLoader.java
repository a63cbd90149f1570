package dev.varve.seed.load;

import dev.varve.seed.value.SqliteEncoder;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQLite: batches of one prepared statement. */
final class SqliteLoader implements Loader {
  private static final int BATCH = 1_000;

  private final Connection connection;

  SqliteLoader(Connection connection) {
    this.connection = connection;
  }

  @Override
  public long load(LoadTable table, RowSource rows) throws SQLException {
    String sql =
        "INSERT INTO "
            + table.name().sqlite()
            + " ("
            + table.names()
            + ") VALUES (?"
            + ", ?".repeat(table.columns().size() - 1)
            + ')';
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return send(table, rows, statement);
    }
  }

  private static long send(LoadTable table, RowSource rows, PreparedStatement statement)
      throws SQLException {
    @Nullable Object[] cells = new Object[table.columns().size()];
    long count = 0;
    int batch = 0;
    while (rows.next(cells)) {
      bind(table, cells, statement);
      statement.addBatch();
      count++;
      if (++batch == BATCH) {
        execute(table, statement, count - batch);
        batch = 0;
      }
    }
    if (batch > 0) {
      execute(table, statement, count - batch);
    }
    return count;
  }

  private static void bind(LoadTable table, @Nullable Object[] cells, PreparedStatement statement)
      throws SQLException {
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      statement.setObject(
          i + 1, cell == null ? null : SqliteEncoder.value(table.columns().get(i).type(), cell));
    }
  }

  private static void execute(LoadTable table, PreparedStatement statement, long first)
      throws SQLException {
    Interrupts.check(table.name());
    try {
      statement.executeBatch();
    } catch (BatchUpdateException e) {
      // The driver stops at the first failure, and counts what it did before.
      int[] counts = e.getUpdateCounts();
      int place = 0;
      while (place < counts.length && counts[place] > 0) {
        place++;
      }
      throw new LoadException(table.name(), first + place, Refusal.of(e), e);
    }
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
        all.add(Ids.range(rows.getLong(1) + 1, request.count()));
      }
    }
    return all;
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
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'")) {
      return rows.next();
    }
  }

  @Override
  public void advance(TableName table, String column, long used) {
    // AUTOINCREMENT counts on from the greatest number that was ever inserted.
  }
}
