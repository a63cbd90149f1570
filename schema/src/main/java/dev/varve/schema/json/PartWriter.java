package dev.varve.schema.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Index;
import dev.varve.schema.Sql;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.ValueSource.RandomUuid;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the properties of what stands on one line: a column, a key, a check, an index. */
final class PartWriter {
  private final JsonGenerator json;

  PartWriter(JsonGenerator json) {
    this.json = json;
  }

  void enumType(EnumType type) throws IOException {
    json.writeStringField("name", type.name().toString());
    words("values", type.values());
    text("origin", type.origin());
    text("comment", type.comment());
  }

  void column(Column column) throws IOException {
    json.writeStringField("name", column.name());
    json.writeStringField("type", ColumnTypes.write(column.type()));
    flag("nullable", column.nullable());
    source(column.source());
    if (!column.sqlType().isEmpty()) {
      json.writeFieldName("sqlType");
      byDialect(column.sqlType());
    }
    text("comment", column.comment());
  }

  private void source(ValueSource source) throws IOException {
    if (source instanceof Identity) {
      json.writeBooleanField("identity", true);
    } else if (source instanceof RandomUuid) {
      json.writeBooleanField("randomUuid", true);
    } else if (source instanceof Default value) {
      sql("default", value.expression());
    } else if (source instanceof Computed computed) {
      sql("computed", computed.expression());
      flag("stored", computed.stored());
    }
  }

  void key(String name, List<String> columns) throws IOException {
    json.writeStringField("name", name);
    words("columns", columns);
  }

  void check(Check check) throws IOException {
    json.writeStringField("name", check.name());
    sql("condition", check.condition());
  }

  void foreignKey(ForeignKey key) throws IOException {
    key(key.name(), key.columns());
    json.writeStringField("target", key.target().toString());
    words("targetColumns", key.targetColumns());
    action("onDelete", key.onDelete());
    action("onUpdate", key.onUpdate());
    flag("deferrable", key.deferrable());
  }

  private void action(String field, Action action) throws IOException {
    if (action != Action.NO_ACTION) {
      json.writeStringField(field, action.name().toLowerCase(Locale.ROOT));
    }
  }

  void index(Index index) throws IOException {
    json.writeStringField("name", index.name());
    json.writeArrayFieldStart("parts");
    for (Index.Part part : index.parts()) {
      part(part);
    }
    json.writeEndArray();
    flag("unique", index.unique());
    text("method", index.method());
    if (!index.include().isEmpty()) {
      words("include", index.include());
    }
    if (!index.where().equals(Sql.NONE)) {
      sql("where", index.where());
    }
  }

  private void part(Index.Part part) throws IOException {
    json.writeStartObject();
    if (part instanceof Index.ColumnPart column) {
      json.writeStringField("column", column.name());
    } else {
      sql("expression", ((Index.ExpressionPart) part).sql());
    }
    flag("descending", part.descending());
    json.writeEndObject();
  }

  /** Text, unless it is empty. */
  void text(String field, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(field, text);
    }
  }

  /** A flag, if it is set. */
  private void flag(String field, boolean flag) throws IOException {
    if (flag) {
      json.writeBooleanField(field, true);
    }
  }

  private void words(String field, List<String> words) throws IOException {
    json.writeArrayFieldStart(field);
    for (String word : words) {
      json.writeString(word);
    }
    json.writeEndArray();
  }

  /** A string if all dialects share the text, else a property for each that has one. */
  private void sql(String field, Sql sql) throws IOException {
    json.writeFieldName(field);
    String first = sql.byDialect().get(Dialect.POSTGRESQL);
    if (first != null && sql.equals(Sql.of(first))) {
      json.writeString(first);
    } else {
      byDialect(sql.byDialect());
    }
  }

  private void byDialect(Map<Dialect, String> texts) throws IOException {
    json.writeStartObject();
    for (Map.Entry<Dialect, String> text : texts.entrySet()) {
      json.writeStringField(text.getKey().directory(), text.getValue());
    }
    json.writeEndObject();
  }
}
