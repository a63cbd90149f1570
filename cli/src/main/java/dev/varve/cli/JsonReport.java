package dev.varve.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.runtime.format.MigrationName;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;

/** Writes reports as JSON, each on one line. */
final class JsonReport {
  private JsonReport() {}

  /**
   * A report's JSON, without a line end.
   *
   * @param command the command that it is about
   * @param target which database it was connected to; empty where to none
   */
  static String of(String command, String target, Report report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("format", Report.FORMAT);
      json.writeStringField("command", command);
      if (!target.isEmpty()) {
        json.writeStringField("target", target);
      }
      report.writeMembers(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter failed", e);
    }
    return text.toString();
  }

  static void writeName(JsonGenerator json, MigrationName migration) throws IOException {
    json.writeStringField("version", migration.version());
    json.writeStringField("name", migration.name());
  }

  static void writeStrings(JsonGenerator json, String field, Collection<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
