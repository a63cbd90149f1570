package dev.varve.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code verify} says.
 *
 * @param database {@code postgresql} or {@code sqlite}
 * @param comparedWith the file with the model that the tables were compared with; empty where the
 *     findings say why they were not
 * @param findings what is not as it should be
 * @param notes what the model has no words for, such as views and triggers
 */
record VerifyReport(
    String database, Optional<String> comparedWith, List<Finding> findings, List<String> notes)
    implements Report {
  /** Copies the lists. */
  VerifyReport {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  @Override
  public ExitCode exitCode() {
    return findings.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
  }

  @Override
  public String text(Shell shell) {
    StringBuilder text = new StringBuilder(database).append(": ");
    if (findings.isEmpty()) {
      text.append(shell.in(Colour.GREEN, "all as it should be"));
    } else {
      text.append(findings.size() == 1 ? "1 finding" : findings.size() + " findings");
    }
    text.append(
        comparedWith.map(file -> ", compared with " + file).orElse(", tables not compared"));
    for (Finding finding : findings) {
      text.append("\n  ").append(shell.in(Colour.RED, word(finding))).append(": ");
      text.append(Wording.brief(finding.text()));
    }
    notes.forEach(note -> text.append("\n  note: ").append(note));
    return text.toString();
  }

  private static String word(Finding finding) {
    return finding.kind().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void writeMembers(JsonGenerator json) throws IOException {
    json.writeStringField("database", database);
    json.writeStringField("comparedWith", comparedWith.orElse(null));
    json.writeArrayFieldStart("findings");
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("kind", word(finding));
      json.writeStringField("text", finding.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonReport.writeStrings(json, "notes", notes);
  }
}
