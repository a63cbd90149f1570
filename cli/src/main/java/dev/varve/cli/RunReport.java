package dev.varve.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.runtime.Direction;
import dev.varve.runtime.MigrationReport;
import dev.varve.runtime.MigrationReport.Done;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What {@code up} and {@code down} say in the end. */
record RunReport(MigrationReport report) implements Report {
  @Override
  public ExitCode exitCode() {
    return ExitCode.DONE;
  }

  @Override
  public String text(Shell shell) {
    int applied = 0;
    for (Done done : report.done()) {
      applied += done.direction() == Direction.UP ? 1 : 0;
    }
    int reverted = report.done().size() - applied;
    if (report.done().isEmpty()) {
      String ahead =
          report.ahead().isEmpty() ? "" : "; applied by a newer release: " + report.ahead();
      return report.database() + ": nothing to do" + ahead;
    }
    StringBuilder text = new StringBuilder(report.database()).append(": ");
    text.append(reverted == 0 ? "" : reverted + " reverted");
    text.append(reverted == 0 || applied == 0 ? "" : ", ");
    text.append(applied == 0 ? "" : applied + " applied");
    return text.append(" (").append(report.took().toMillis()).append(" ms)").toString();
  }

  @Override
  public void writeMembers(JsonGenerator json) throws IOException {
    json.writeStringField("database", report.database());
    writeDone(json, report.done());
    json.writeNumberField("tookMillis", report.took().toMillis());
  }

  static void writeDone(JsonGenerator json, List<Done> scripts) throws IOException {
    json.writeArrayFieldStart("done");
    for (Done done : scripts) {
      json.writeStartObject();
      JsonReport.writeName(json, done.migration());
      json.writeStringField("direction", done.direction().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("statements", done.statements());
      json.writeNumberField("tookMillis", done.took().toMillis());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
