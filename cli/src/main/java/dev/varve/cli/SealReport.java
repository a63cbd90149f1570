package dev.varve.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What {@code seal} says.
 *
 * @param sealed the migrations that were drafts before, by version
 */
record SealReport(Map<Dialect, List<MigrationName>> sealed) implements Report {
  @Override
  public ExitCode exitCode() {
    return ExitCode.DONE;
  }

  @Override
  public String text(Shell shell) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Dialect, List<MigrationName>> one : sealed.entrySet()) {
      for (MigrationName migration : one.getValue()) {
        text.append(one.getKey().directory()).append(": sealed ");
        text.append(shell.in(Colour.GREEN, migration.toString())).append('\n');
      }
    }
    return text.isEmpty()
        ? "nothing to seal: there are no drafts"
        : text.append("Compile and commit them: a program carries what it was compiled with.")
            .toString();
  }

  @Override
  public void writeMembers(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("sealed");
    for (Map.Entry<Dialect, List<MigrationName>> one : sealed.entrySet()) {
      for (MigrationName migration : one.getValue()) {
        json.writeStartObject();
        json.writeStringField("database", one.getKey().directory());
        JsonReport.writeName(json, migration);
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }
}
