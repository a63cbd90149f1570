package dev.varve.processor.write;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.json.SchemaJson;
import java.util.EnumMap;
import java.util.Map;

/** A schema and the texts that follow from it, each made once. */
final class Rendering {
  private final Schema schema;
  private final String json;
  private final Map<Dialect, Scripts> scripts = new EnumMap<>(Dialect.class);

  /**
   * Renders {@code schema}.
   *
   * @param directory the name of the directory that the files go to
   */
  Rendering(Schema schema, Iterable<Dialect> dialects, String directory) {
    this.schema = schema;
    this.json = SchemaJson.write(schema);
    for (Dialect dialect : dialects) {
      scripts.put(dialect, new Scripts(directory, dialect, schema));
    }
  }

  Schema schema() {
    return schema;
  }

  String json() {
    return json;
  }

  Scripts scripts(Dialect dialect) {
    return scripts.get(dialect);
  }
}
