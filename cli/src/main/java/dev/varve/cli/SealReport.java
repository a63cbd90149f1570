package dev.varve.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.project.ChangedScript;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code seal} says.
 *
 * @param sealed the migrations that were drafts before, by version
 * @param accepted the scripts that were changed on purpose, where that was to be accepted
 */
record SealReport(Map<Dialect, List<MigrationName>> sealed, List<ChangedScript> accepted)
    implements Report {
  static SealReport ofSealed(Map<Dialect, List<MigrationName>> sealed) {
    return new SealReport(sealed, List.of());
  }

  static SealReport ofAccepted(List<ChangedScript> accepted) {
    return new SealReport(Map.of(), accepted);
  }

  /** What is accepted of a script. */
  static String line(ChangedScript changed) {
    return changed.script() + ": " + changed.found() + " instead of " + changed.sealed();
  }

  @Override
  public ExitCode exitCode() {
    return ExitCode.DONE;
  }

  @Override
  public String text(Shell shell) {
    if (!accepted.isEmpty()) {
      return acceptedText();
    }
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

  private String acceptedText() {
    StringBuilder text = new StringBuilder();
    Set<String> remembered = new TreeSet<>();
    for (ChangedScript changed : accepted) {
      text.append("accepted ").append(line(changed)).append('\n');
      if (changed.isRemembered()) {
        remembered.add("varve repair --accept " + changed.migration().version());
      }
    }
    text.append("Compile and commit varve.lock.");
    remembered.forEach(
        repair -> text.append("\nWhere it is applied, the database needs: ").append(repair));
    return text.toString();
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
    json.writeArrayFieldStart("accepted");
    for (ChangedScript changed : accepted) {
      json.writeStartObject();
      json.writeStringField("database", changed.dialect().directory());
      JsonReport.writeName(json, changed.migration());
      json.writeStringField("script", changed.script().toString());
      json.writeStringField("before", changed.sealed());
      json.writeStringField("after", changed.found());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
