package dev.varve.seed.load;

import dev.varve.seed.value.PostgresEncoder;
import dev.varve.seed.value.SqliteEncoder;
import dev.varve.seed.value.ValueType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values on their way into a statement's parameters. */
enum Bound {
  /** As text without a type, so that the server takes the column's. */
  POSTGRESQL {
    @Override
    void bind(PreparedStatement statement, int index, ValueType type, @Nullable Object value)
        throws SQLException {
      if (value == null) {
        statement.setNull(index, Types.OTHER);
      } else {
        statement.setObject(index, PostgresEncoder.text(type, value), Types.OTHER);
      }
    }
  },
  /** As integer, real, text or blob. */
  SQLITE {
    @Override
    void bind(PreparedStatement statement, int index, ValueType type, @Nullable Object value)
        throws SQLException {
      statement.setObject(index, value == null ? null : SqliteEncoder.value(type, value));
    }
  };

  abstract void bind(PreparedStatement statement, int index, ValueType type, @Nullable Object value)
      throws SQLException;

  /** Runs a statement that returns nothing. */
  int run(Connection connection, String sql, List<Cell> cells) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < cells.size(); i++) {
        bind(statement, i + 1, cells.get(i).type(), cells.get(i).value());
      }
      return statement.executeUpdate();
    }
  }
}
