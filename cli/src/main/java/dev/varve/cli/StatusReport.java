package dev.varve.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.runtime.MigrationStatus;
import dev.varve.runtime.MigrationStatus.Entry;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code status} says. */
record StatusReport(MigrationStatus status) implements Report {
  @Override
  public ExitCode exitCode() {
    boolean draft = status.entries().stream().anyMatch(Entry::draft);
    return status.upToDate() && !draft ? ExitCode.DONE : ExitCode.FOUND;
  }

  @Override
  public String text(Shell shell) {
    int width = 0;
    for (Entry entry : status.entries()) {
      width = Math.max(width, entry.migration().toString().length());
    }
    StringBuilder text = new StringBuilder(status.database()).append(": ").append(summary());
    for (Entry entry : status.entries()) {
      String name = entry.migration().toString();
      text.append("\n  ").append(name).append(" ".repeat(width - name.length() + 2));
      text.append(shell.in(colour(entry), word(entry))).append(details(entry));
    }
    for (String problem : status.problems()) {
      text.append("\n").append(shell.in(Colour.RED, "! ")).append(Wording.ofApplier(problem));
    }
    return text.toString();
  }

  private String summary() {
    if (status.entries().isEmpty()) {
      return "there are no migrations";
    }
    int pending = status.pending().size();
    if (pending > 0) {
      return pending + " of " + status.entries().size() + " to be applied";
    }
    return status.upToDate() ? "up to date" : "not as it should be";
  }

  private static String word(Entry entry) {
    return entry.state().name().toLowerCase(Locale.ROOT);
  }

  private static Colour colour(Entry entry) {
    return switch (entry.state()) {
      case APPLIED -> entry.draft() ? Colour.YELLOW : Colour.GREEN;
      case PENDING, INTERRUPTED -> Colour.YELLOW;
      case CHANGED, MISSING -> Colour.RED;
    };
  }

  private static String details(Entry entry) {
    StringBuilder text = new StringBuilder(entry.draft() ? ", a draft" : "");
    if (entry.state() == MigrationStatus.State.INTERRUPTED) {
      text.append(" after ").append(entry.statementsDone()).append(" statements");
    }
    entry.appliedAt().ifPresent(at -> text.append(", ").append(at));
    return text.toString();
  }

  @Override
  public void writeMembers(JsonGenerator json) throws IOException {
    json.writeStringField("database", status.database());
    json.writeBooleanField("upToDate", status.upToDate());
    json.writeArrayFieldStart("migrations");
    for (Entry entry : status.entries()) {
      write(json, entry);
    }
    json.writeEndArray();
    List<String> problems = status.problems().stream().map(Wording::ofApplier).toList();
    JsonReport.writeStrings(json, "problems", problems);
  }

  private static void write(JsonGenerator json, Entry entry) throws IOException {
    json.writeStartObject();
    JsonReport.writeName(json, entry.migration());
    json.writeStringField("state", word(entry));
    json.writeBooleanField("draft", entry.draft());
    Optional<String> appliedAt = entry.appliedAt().map(Object::toString);
    json.writeStringField("appliedAt", appliedAt.orElse(null));
    json.writeNumberField("statementsDone", entry.statementsDone());
    json.writeEndObject();
  }
}
