package dev.varve.schema.json;

import dev.varve.schema.Dialect;
import dev.varve.schema.Sql;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Reads what may differ by dialect. */
final class SqlReader {
  private final JsonCursor json;

  SqlReader(JsonCursor json) {
    this.json = json;
  }

  /** A fragment: a string for all dialects, or an object with one for some. */
  Sql read() throws IOException, MalformedModelException {
    String shared = json.stringOrObject();
    return shared == null ? new Sql(restOfObject()) : Sql.of(shared);
  }

  /** An object with a text for some dialects. */
  Map<Dialect, String> byDialect() throws IOException, MalformedModelException {
    json.startObject();
    return restOfObject();
  }

  private Map<Dialect, String> restOfObject() throws IOException, MalformedModelException {
    Map<Dialect, String> texts = new EnumMap<>(Dialect.class);
    while (json.nextField()) {
      texts.put(dialect(json.field()), json.string());
    }
    return texts;
  }

  private Dialect dialect(String name) throws IOException, MalformedModelException {
    for (Dialect dialect : Dialect.values()) {
      if (dialect.directory().equals(name)) {
        return dialect;
      }
    }
    throw json.unknownField("a text by dialect");
  }
}
