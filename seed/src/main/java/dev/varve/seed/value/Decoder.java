package dev.varve.seed.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads what the database holds, through JDBC alone: no class of a driver is named. */
public final class Decoder {
  private Decoder() {}

  /**
   * The canonical value of a column of the current row; null if it is null.
   *
   * <p>Nearly all comes as text. {@code getObject} would not do: PostgreSQL's driver fails on 29
   * February of the year 1 BC ({@code LocalDateTime}, 42.7.14). Of floating point numbers SQLite's
   * text has too few digits.
   *
   * @throws ValueException if it is no value of {@code type}
   */
  public static @Nullable Object canonical(ResultSet result, int column, ValueType type)
      throws SQLException {
    Object value =
        switch (type.kind()) {
          case FLOAT32 -> result.getFloat(column) + 0.0f;
          case FLOAT64 -> result.getDouble(column) + 0.0;
          case BYTES -> result.getBytes(column);
          default -> result.getString(column);
        };
    if (value == null || result.wasNull()) {
      return null;
    }
    return value instanceof String text ? StoredText.parse(type, text) : value;
  }
}
