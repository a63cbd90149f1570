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

/** What differs between the databases in names, and in values on their way into a statement. */
public enum Dialect {
  /**
   * As text without a type, so that the server takes the column's. The protocol counts parameters
   * in 16 bits.
   */
  POSTGRESQL("postgresql", 65_535) {
    @Override
    public Object stored(ValueType type, Object value) {
      return PostgresEncoder.text(type, value);
    }

    @Override
    public String table(TableName name) {
      return name.postgres();
    }

    @Override
    public void bind(PreparedStatement statement, int index, ValueType type, @Nullable Object value)
        throws SQLException {
      if (value == null) {
        statement.setNull(index, Types.OTHER);
      } else {
        statement.setObject(index, stored(type, value), Types.OTHER);
      }
    }
  },
  /**
   * As integer, real, text or blob. So many parameters SQLite takes by default
   * (SQLITE_MAX_VARIABLE_NUMBER); the driver's is built with more.
   */
  SQLITE("sqlite", 32_766) {
    @Override
    public Object stored(ValueType type, Object value) {
      return SqliteEncoder.value(type, value);
    }

    @Override
    public String table(TableName name) {
      return name.sqlite();
    }

    @Override
    public void bind(PreparedStatement statement, int index, ValueType type, @Nullable Object value)
        throws SQLException {
      statement.setObject(index, value == null ? null : stored(type, value));
    }
  };

  private final String word;

  /** How many parameters a statement may have. */
  final int mostParameters;

  Dialect(String word, int mostParameters) {
    this.word = word;
    this.mostParameters = mostParameters;
  }

  /**
   * What is sent for a canonical value.
   *
   * @throws dev.varve.seed.value.ValueException if this database can't store it
   */
  public abstract Object stored(ValueType type, Object value);

  /** A table's name in SQL. */
  public abstract String table(TableName name);

  /** Its name in descriptors. */
  @Override
  public String toString() {
    return word;
  }

  /** The beginning of an INSERT, up to its rows. */
  final String insert(LoadTable table) {
    String insert = "INSERT INTO " + table(table.name()) + " (" + table.names() + ')';
    return this == SQLITE ? insert : insert + " OVERRIDING SYSTEM VALUE";
  }

  /** Binds a canonical value, or null. */
  public abstract void bind(
      PreparedStatement statement, int index, ValueType type, @Nullable Object value)
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
