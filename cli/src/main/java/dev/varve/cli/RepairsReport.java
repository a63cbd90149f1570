package dev.varve.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.runtime.Repair;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What {@code repair} says.
 *
 * @param possible what could be decided, where nothing was
 * @param done what was done
 * @param problems what disagrees, where nothing was done
 */
record RepairsReport(List<Repair> possible, List<Repair> done, List<String> problems)
    implements Report {
  /** Who looks for the other repair shall find it. */
  static final String NOTHING =
      "there is nothing to repair in the history; what a merge has left in the files is repaired by"
          + " compiling with -Avarve.mode=repair";

  /** It has failed where something is wrong that it can't help with. */
  @Override
  public ExitCode exitCode() {
    return isHelpless() ? ExitCode.FAILED : ExitCode.DONE;
  }

  private boolean isHelpless() {
    return possible.isEmpty() && done.isEmpty() && !problems.isEmpty();
  }

  @Override
  public String text(Shell shell) {
    if (!done.isEmpty()) {
      StringBuilder text = new StringBuilder("done:");
      done.forEach(repair -> text.append("\n  ").append(masked(repair)));
      return text.toString();
    }
    if (isHelpless()) {
      StringBuilder text = new StringBuilder("nothing that repair can decide; problems remain:");
      problems.forEach(problem -> text.append("\n  ").append(Wording.ofApplier(problem)));
      return text.toString();
    }
    return possible.isEmpty() ? NOTHING : listed(possible);
  }

  static String listed(List<Repair> possible) {
    StringBuilder text = new StringBuilder("what can be decided:");
    for (Repair repair : possible) {
      text.append("\n  ").append(option(repair.kind())).append(' ');
      text.append(repair.migration().version()).append(": ").append(masked(repair));
    }
    return text.toString();
  }

  /** The option that chooses it. */
  static String option(Repair.Kind kind) {
    return "--" + word(kind).replace('_', '-');
  }

  private static String word(Repair.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String masked(Repair repair) {
    return Wording.masked(repair.sentence());
  }

  @Override
  public void writeMembers(JsonGenerator json) throws IOException {
    write(json, "possible", possible);
    write(json, "done", done);
    JsonReport.writeStrings(json, "problems", problems.stream().map(Wording::ofApplier).toList());
  }

  private static void write(JsonGenerator json, String field, List<Repair> repairs)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Repair repair : repairs) {
      json.writeStartObject();
      JsonReport.writeName(json, repair.migration());
      json.writeStringField("kind", word(repair.kind()));
      json.writeStringField("sentence", masked(repair));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
