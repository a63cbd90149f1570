package dev.varve.seed.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that go in one INSERT. */
final class Chunk {
  private final LoadTable table;
  private final Dialect dialect;
  private final String insert;
  private final String clause;
  private final int most;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  private Chunk(LoadTable table, Dialect dialect, String insert, String clause, int most) {
    this.table = table;
    this.dialect = dialect;
    this.insert = insert;
    this.clause = clause;
    this.most = Math.min(most, dialect.mostParameters / table.columns().size());
  }

  /**
   * An empty chunk.
   *
   * @param most how many rows at most, even if a statement takes more parameters
   */
  static Chunk of(LoadTable table, Dialect dialect, int most) {
    return new Chunk(table, dialect, dialect.insert(table), "", most);
  }

  /** An empty chunk of rows of which some may be there. */
  static Chunk of(Conflict conflict, Dialect dialect, int most) {
    return new Chunk(
        conflict.table(),
        dialect,
        conflict.insert(dialect == Dialect.SQLITE),
        conflict.clause(dialect == Dialect.SQLITE),
        most);
  }

  /** Takes rows until it is full or there are no more. */
  boolean fill(RowSource source) {
    rows.clear();
    @Nullable Object[] cells = new Object[table.columns().size()];
    while (rows.size() < most && source.next(cells)) {
      rows.add(cells.clone());
    }
    return !rows.isEmpty();
  }

  boolean isFull() {
    return rows.size() == most;
  }

  int size() {
    return rows.size();
  }

  /** Its rows and then those of {@code rest}. */
  RowSource before(RowSource rest) {
    Iterator<@Nullable Object[]> each = List.copyOf(rows).iterator();
    return cells -> {
      if (!each.hasNext()) {
        return rest.next(cells);
      }
      @Nullable Object[] row = each.next();
      System.arraycopy(row, 0, cells, 0, row.length);
      return true;
    };
  }

  /**
   * Inserts them in one statement.
   *
   * @param first which row of the call the first of them is
   */
  void insert(Connection connection, long first) throws SQLException {
    Interrupts.check(table.name());
    try {
      insert(connection, rows);
    } catch (SQLException e) {
      throw new LoadException(table.name(), rows.size() == 1 ? first : -1, Refusal.of(e), e);
    }
  }

  /**
   * Inserts them in one statement; if that is refused, one by one, to find the row. SQLite takes a
   * failed statement back, and no more than that. Rows of a table that refers to itself may need
   * those that follow: then only what isn't about that is found.
   */
  void insertOrFind(Connection connection) throws SQLException {
    try {
      insert(connection, 0);
    } catch (LoadException e) {
      if (rows.size() > 1) {
        find(connection, e.refusal().message());
      }
      throw e;
    }
  }

  private void find(Connection connection, String message) throws SQLException {
    boolean order = table.together() && message.contains("FOREIGN KEY");
    for (int i = 0; i < rows.size() && !order; i++) {
      try {
        insert(connection, rows.subList(i, i + 1));
      } catch (SQLException refused) {
        Refusal refusal = Refusal.of(refused);
        if (refusal.message().equals(message)) {
          throw new LoadException(table.name(), i, refusal, refused);
        }
      }
    }
  }

  /**
   * Inserts them so that a row that is refused can be named: one by one, when that happens. Rows of
   * a table that refers to itself may need those that follow: then only what isn't about a key is
   * found, and keys the database names.
   */
  void insertNamed(Connection connection, long first) throws SQLException {
    if (rows.size() == 1) {
      insert(connection, first);
      return;
    }
    Dialect.POSTGRESQL.run(connection, "SAVEPOINT varve_rows", List.of());
    try {
      insert(connection, first);
    } catch (LoadException e) {
      Dialect.POSTGRESQL.run(connection, "ROLLBACK TO SAVEPOINT varve_rows", List.of());
      for (int i = 0; i < rows.size(); i++) {
        try {
          insert(connection, rows.subList(i, i + 1));
        } catch (SQLException refused) {
          Refusal refusal = Refusal.of(refused);
          if (table.together() && refusal.key() != null) {
            throw e;
          }
          throw new LoadException(table.name(), first + i, refusal, refused);
        }
      }
      throw e;
    }
    Dialect.POSTGRESQL.run(connection, "RELEASE SAVEPOINT varve_rows", List.of());
  }

  private void insert(Connection connection, List<@Nullable Object[]> inserted)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql(inserted.size()))) {
      int parameter = 1;
      for (@Nullable Object[] cells : inserted) {
        for (int i = 0; i < cells.length; i++) {
          dialect.bind(statement, parameter++, table.columns().get(i).type(), cells[i]);
        }
      }
      statement.executeUpdate();
    }
  }

  private String sql(int count) {
    String row = "(?" + ", ?".repeat(table.columns().size() - 1) + ')';
    return insert + " VALUES " + row + (", " + row).repeat(count - 1) + clause;
  }
}
