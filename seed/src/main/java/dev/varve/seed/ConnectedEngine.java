package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.load.Dialect;
import dev.varve.seed.load.Loader;
import dev.varve.seed.value.Decoder;
import dev.varve.seed.value.ValueType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine with a database behind it. */
abstract class ConnectedEngine extends SeedEngine {
  final Connection connection;

  ConnectedEngine(Dialect dialect, Connection connection, @Nullable SeedListener listener)
      throws SQLException {
    super(dialect, Loader.of(connection), listener);
    this.connection = connection;
  }

  @Override
  final List<@Nullable Object[]> query(String sql, List<Cell> cells, List<ValueType> types)
      throws SQLException {
    List<@Nullable Object[]> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < cells.size(); i++) {
        dialect.bind(statement, i + 1, cells.get(i).type(), cells.get(i).value());
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          @Nullable Object[] row = new Object[types.size()];
          for (int i = 0; i < row.length; i++) {
            row[i] = Decoder.canonical(rows, i + 1, types.get(i));
          }
          found.add(row);
        }
      }
    }
    return found;
  }

  final void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
