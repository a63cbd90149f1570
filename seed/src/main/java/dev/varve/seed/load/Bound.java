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
  /**
   * As text without a type, so that the server takes the column's. The protocol counts parameters
   * in 16 bits.
   */
  POSTGRESQL(65_535) {
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
  /**
   * As integer, real, text or blob. So many parameters SQLite takes by default
   * (SQLITE_MAX_VARIABLE_NUMBER); the driver's is built with more.
   */
  SQLITE(32_766) {
    @Override
    void bind(PreparedStatement statement, int index, ValueType type, @Nullable Object value)
        throws SQLException {
      statement.setObject(index, value == null ? null : SqliteEncoder.value(type, value));
    }
  };

  /** How many parameters a statement may have. */
  final int mostParameters;

  Bound(int mostParameters) {
    this.mostParameters = mostParameters;
  }

  /** The beginning of an INSERT, up to its rows. */
  final String insert(LoadTable table) {
    return this == SQLITE
        ? "INSERT INTO " + table.name().sqlite() + " (" + table.names() + ")"
        : "INSERT INTO "
            + table.name().postgres()
            + " ("
            + table.names()
            + ") OVERRIDING SYSTEM VALUE";
  }

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
