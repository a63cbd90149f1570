package dev.varve.schema.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Names;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import java.io.IOException;
import java.util.List;

/** Writes a schema's tables and decides what stands on a line. */
final class SchemaWriter {
  private final JsonGenerator json;
  private final Layout layout;
  private final PartWriter parts;

  SchemaWriter(JsonGenerator json, Layout layout) {
    this.json = json;
    this.layout = layout;
    parts = new PartWriter(json);
  }

  void write(Schema schema) throws IOException {
    json.writeStartObject();
    json.writeNumberField("format", SchemaJson.FORMAT);
    json.writeNumberField("names", Names.VERSION);
    if (!schema.enumTypes().isEmpty()) {
      json.writeArrayFieldStart("enumTypes");
      for (EnumType type : schema.enumTypes()) {
        startLine();
        parts.enumType(type);
        endLine();
      }
      json.writeEndArray();
    }
    json.writeArrayFieldStart("tables");
    for (Table table : schema.tables()) {
      table(table);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void table(Table table) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", table.name().toString());
    parts.text("origin", table.origin());
    if (table.rows() != 0) {
      json.writeNumberField("rows", table.rows());
    }
    parts.text("comment", table.comment());
    columns(table.columns());
    primaryKey(table.primaryKey());
    uniqueKeys(table.uniqueKeys());
    checks(table.checks());
    foreignKeys(table.foreignKeys());
    indexes(table.indexes());
    json.writeEndObject();
  }

  private void columns(List<Column> columns) throws IOException {
    json.writeArrayFieldStart("columns");
    for (Column column : columns) {
      startLine();
      parts.column(column);
      endLine();
    }
    json.writeEndArray();
  }

  private void primaryKey(PrimaryKey key) throws IOException {
    json.writeFieldName("primaryKey");
    startLine();
    parts.key(key.name(), key.columns());
    endLine();
  }

  private void uniqueKeys(List<UniqueKey> keys) throws IOException {
    if (keys.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("uniqueKeys");
    for (UniqueKey key : keys) {
      startLine();
      parts.key(key.name(), key.columns());
      endLine();
    }
    json.writeEndArray();
  }

  private void checks(List<Check> checks) throws IOException {
    if (checks.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("checks");
    for (Check check : checks) {
      startLine();
      parts.check(check);
      endLine();
    }
    json.writeEndArray();
  }

  private void foreignKeys(List<ForeignKey> keys) throws IOException {
    if (keys.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("foreignKeys");
    for (ForeignKey key : keys) {
      startLine();
      parts.foreignKey(key);
      endLine();
    }
    json.writeEndArray();
  }

  private void indexes(List<Index> indexes) throws IOException {
    if (indexes.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("indexes");
    for (Index index : indexes) {
      startLine();
      parts.index(index);
      endLine();
    }
    json.writeEndArray();
  }

  private void startLine() throws IOException {
    json.writeStartObject();
    layout.oneLine(true);
  }

  private void endLine() throws IOException {
    json.writeEndObject();
    layout.oneLine(false);
  }
}
