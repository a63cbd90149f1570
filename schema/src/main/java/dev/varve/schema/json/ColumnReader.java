package dev.varve.schema.json;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.Dialect;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.ValueSource.RandomUuid;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one column, inside of whose object it is called; it leaves it. */
final class ColumnReader {
  private final JsonCursor json;
  private final SqlReader sql;
  private @Nullable ValueSource source;
  private boolean stored;

  ColumnReader(JsonCursor json) {
    this.json = json;
    sql = new SqlReader(json);
  }

  Column read() throws IOException, MalformedModelException {
    @Nullable String name = null;
    @Nullable ColumnType type = null;
    boolean nullable = false;
    Map<Dialect, String> sqlType = Map.of();
    String comment = "";
    while (json.nextField()) {
      switch (json.field()) {
        case "name" -> name = json.string();
        case "type" -> type = type();
        case "nullable" -> nullable = json.flag();
        case "identity" -> identity();
        case "randomUuid" -> randomUuid();
        case "default" -> source(new Default(sql.read()));
        case "computed" -> source(new Computed(sql.read(), false));
        case "stored" -> stored = json.flag();
        case "sqlType" -> sqlType = sql.byDialect();
        case "comment" -> comment = json.string();
        default -> throw json.unknownField("a column");
      }
    }
    return new Column(
        json.required(name, "a column", "name"),
        json.required(type, "a column", "type"),
        nullable,
        source(),
        sqlType,
        comment);
  }

  private ColumnType type() throws IOException, MalformedModelException {
    try {
      return ColumnTypes.read(json.string());
    } catch (IllegalArgumentException e) {
      throw json.error(e.getMessage() + "; restore it from version control");
    }
  }

  private void identity() throws IOException, MalformedModelException {
    json.flag();
    source(new Identity());
  }

  private void randomUuid() throws IOException, MalformedModelException {
    json.flag();
    source(new RandomUuid());
  }

  private void source(ValueSource found) throws MalformedModelException {
    if (source != null) {
      throw json.error("found a second source for a column's value; keep one of them");
    }
    source = found;
  }

  private ValueSource source() throws MalformedModelException {
    if (source instanceof Computed computed) {
      return new Computed(computed.expression(), stored);
    }
    if (stored) {
      throw json.error("found \"stored\" at a column that isn't computed; remove it");
    }
    return source == null ? new Given() : source;
  }
}
