package dev.varve.seed.load;

import dev.varve.seed.value.PostgresEncoder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends the rows of a table to PostgreSQL by INSERT, many in a statement. */
final class InsertSender {
  /** More parameters the protocol doesn't count: a 16-bit number says how many there are. */
  private static final int MOST_PARAMETERS = 65_535;

  private static final int MOST_ROWS = 1_000;

  private final Connection connection;

  InsertSender(Connection connection) {
    this.connection = connection;
  }

  long send(LoadTable table, RowSource rows) throws SQLException {
    int width = table.columns().size();
    int most = Math.min(MOST_ROWS, MOST_PARAMETERS / width);
    List<@Nullable Object[]> chunk = new ArrayList<>();
    @Nullable Object[] cells = new Object[width];
    long count = 0;
    while (rows.next(cells)) {
      chunk.add(cells);
      cells = cells.clone();
      count++;
      if (chunk.size() == most) {
        send(table, chunk, count - most);
        chunk.clear();
      }
    }
    if (!chunk.isEmpty()) {
      send(table, chunk, count - chunk.size());
    }
    return count;
  }

  private void send(LoadTable table, List<@Nullable Object[]> rows, long first)
      throws SQLException {
    Interrupts.check(table.name());
    int width = table.columns().size();
    String row = "(?" + ", ?".repeat(width - 1) + ')';
    String sql =
        "INSERT INTO "
            + table.name().postgres()
            + " ("
            + table.names()
            + ") OVERRIDING SYSTEM VALUE VALUES "
            + row
            + (", " + row).repeat(rows.size() - 1);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (@Nullable Object[] cells : rows) {
        for (int i = 0; i < width; i++) {
          bind(statement, parameter++, table.columns().get(i), cells[i]);
        }
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new LoadException(table.name(), rows.size() == 1 ? first : -1, Refusal.of(e), e);
    }
  }

  /** As text without a type, so that the server takes the column's. */
  private static void bind(
      PreparedStatement statement, int index, LoadColumn column, @Nullable Object cell)
      throws SQLException {
    if (cell == null) {
      statement.setNull(index, Types.OTHER);
    } else {
      statement.setObject(index, PostgresEncoder.text(column.type(), cell), Types.OTHER);
    }
  }
}
