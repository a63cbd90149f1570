package dev.varve.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.runtime.Baseline;
import dev.varve.runtime.format.MigrationName;
import java.io.IOException;
import java.util.List;

/**
 * What {@code baseline} says.
 *
 * @param baseline what counts as applied now
 * @param differences what was accepted
 */
record BaselineReport(Baseline baseline, List<String> differences) implements Report {
  @Override
  public ExitCode exitCode() {
    return ExitCode.DONE;
  }

  @Override
  public String text(Shell shell) {
    int count = baseline.migrations().size();
    String what =
        switch (count) {
          case 0 -> "nothing to do";
          case 1 -> "1 migration counts as applied without being run";
          default -> count + " migrations count as applied without being run";
        };
    return baseline.database() + ": " + what;
  }

  @Override
  public void writeMembers(JsonGenerator json) throws IOException {
    json.writeStringField("database", baseline.database());
    json.writeArrayFieldStart("migrations");
    for (MigrationName migration : baseline.migrations()) {
      json.writeStartObject();
      JsonReport.writeName(json, migration);
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonReport.writeStrings(json, "acceptedDifferences", differences);
  }
}
