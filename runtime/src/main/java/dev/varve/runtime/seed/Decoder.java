package dev.varve.runtime.seed;

import dev.varve.runtime.format.Engine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads what the database filled in, through JDBC alone: no class of a driver is named. */
final class Decoder {
  private final Engine engine;
  private final RecordAccess records;

  /**
   * Reads from results of {@code engine}.
   *
   * @param records makes records of what is stored as JSON
   */
  Decoder(Engine engine, RecordAccess records) {
    this.engine = engine;
    this.records = records;
  }

  /**
   * The value of a column of the current row, as {@code java} wants it; null if it is null.
   *
   * @throws ValueException if it can't be a {@code java}
   */
  @Nullable Object read(ResultSet result, int column, ValueType type, JavaType java)
      throws SQLException {
    Object canonical = canonical(result, column, type);
    return canonical == null ? null : java.of(type, canonical, records);
  }

  /**
   * The canonical value. Times come from PostgreSQL's driver as objects, for their text depends on
   * how the driver asked for them; all else as text.
   */
  @Nullable Object canonical(ResultSet result, int column, ValueType type) throws SQLException {
    boolean objects = engine == Engine.POSTGRESQL;
    return switch (type.kind()) {
      case BOOLEAN -> result.getBoolean(column);
      case FLOAT32 -> result.getFloat(column) + 0.0f;
      case FLOAT64 -> result.getDouble(column) + 0.0;
      case BYTES -> result.getBytes(column);
      case INSTANT,
          DATE_TIME,
          DATE,
          TIME,
          INT16,
          INT32,
          INT64,
          INTEGER,
          DECIMAL,
          CHAR,
          TEXT,
          WORDS,
          UUID,
          DURATION,
          PERIOD,
          INET,
          JSON,
          ARRAY ->
          text(result, column, type);
    };
  }

  private static @Nullable Object instant(ResultSet result, int column) throws SQLException {
    OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable Object text(ResultSet result, int column, ValueType type)
      throws SQLException {
    String text = result.getString(column);
    return text == null ? null : StoredText.parse(type, text);
  }
}
