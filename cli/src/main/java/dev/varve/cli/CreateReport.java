package dev.varve.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.project.ProjectFolder.Created;
import dev.varve.schema.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code create} says. */
record CreateReport(Created created) implements Report {
  @Override
  public ExitCode exitCode() {
    return ExitCode.DONE;
  }

  @Override
  public String text(Shell shell) {
    StringBuilder text = new StringBuilder("created the draft ");
    text.append(shell.in(Colour.YELLOW, created.migration().toString())).append('\n');
    for (List<Path> scripts : created.scripts().values()) {
      for (Path script : scripts) {
        text.append("  ").append(script).append('\n');
      }
    }
    return text.append(
            "Write them. \"varve up --allow-drafts\" tries them, \"varve seal\" seals them.")
        .toString();
  }

  @Override
  public void writeMembers(JsonGenerator json) throws IOException {
    JsonReport.writeName(json, created.migration());
    json.writeArrayFieldStart("scripts");
    for (Map.Entry<Dialect, List<Path>> one : created.scripts().entrySet()) {
      json.writeStartObject();
      json.writeStringField("database", one.getKey().directory());
      json.writeStringField("up", one.getValue().get(0).toString());
      json.writeStringField("down", one.getValue().get(1).toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
