package dev.varve.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.runtime.BackfillProgress;
import dev.varve.runtime.Interruption;
import dev.varve.runtime.LockHolder;
import dev.varve.runtime.MigrationStatus;
import dev.varve.runtime.MigrationStatus.Entry;
import dev.varve.runtime.format.SqlStatement;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code status} says. */
record StatusReport(MigrationStatus status) implements Report {
  @Override
  public ExitCode exitCode() {
    return upToDate() ? ExitCode.DONE : ExitCode.FOUND;
  }

  /** The applier is done where drafts are applied; what it has applied may still change. */
  private boolean upToDate() {
    return status.upToDate() && !hasDrafts();
  }

  private boolean hasDrafts() {
    return status.entries().stream().anyMatch(Entry::draft);
  }

  @Override
  public String text(Shell shell) {
    int width = 0;
    for (Entry entry : status.entries()) {
      width = Math.max(width, entry.migration().toString().length());
    }
    StringBuilder text = new StringBuilder(status.database()).append(": ").append(summary());
    status.lock().ifPresent(holder -> text.append("\n  being migrated by ").append(masked(holder)));
    for (Entry entry : status.entries()) {
      String name = entry.migration().toString();
      text.append("\n  ").append(name).append(" ".repeat(width - name.length() + 2));
      text.append(shell.in(colour(entry), word(entry).replace('_', ' '))).append(details(entry));
      entry.interruption().ifPresent(stop -> append(text, stop));
    }
    for (String problem : status.problems()) {
      text.append("\n")
          .append(shell.in(Colour.RED, "! "))
          .append(Wording.brief(Wording.ofApplier(problem)));
    }
    return text.toString();
  }

  private static String masked(Object text) {
    return Wording.masked(text.toString());
  }

  private static void append(StringBuilder text, Interruption stop) {
    text.append("\n      ").append(masked(stop));
    for (String step : stop.nextSteps()) {
      text.append("\n      - ").append(Wording.ofApplier(step));
    }
  }

  private String summary() {
    if (status.entries().isEmpty()) {
      return "there are no migrations";
    }
    int pending = status.pending().size();
    if (pending > 0) {
      return pending + " of " + status.entries().size() + " to be applied";
    }
    if (!status.upToDate()) {
      return "not as it should be";
    }
    return hasDrafts() ? "up to date, with drafts" : "up to date";
  }

  private static String word(Entry entry) {
    return entry.state().name().toLowerCase(Locale.ROOT);
  }

  private static Colour colour(Entry entry) {
    return switch (entry.state()) {
      case APPLIED -> entry.draft() ? Colour.YELLOW : Colour.GREEN;
      case PENDING, RUNNING, INTERRUPTED -> Colour.YELLOW;
      case OUT_OF_ORDER, CHANGED, MISSING -> Colour.RED;
    };
  }

  private static String details(Entry entry) {
    StringBuilder text = new StringBuilder(entry.draft() ? ", a draft" : "");
    entry.appliedAt().ifPresent(at -> text.append(", ").append(at));
    entry.note().ifPresent(note -> text.append(" (").append(note).append(')'));
    return text.toString();
  }

  @Override
  public void writeMembers(JsonGenerator json) throws IOException {
    json.writeStringField("database", status.database());
    json.writeBooleanField("upToDate", upToDate());
    writeLock(json);
    json.writeArrayFieldStart("migrations");
    for (Entry entry : status.entries()) {
      write(json, entry);
    }
    json.writeEndArray();
    List<String> problems = status.problems().stream().map(Wording::ofApplier).toList();
    JsonReport.writeStrings(json, "problems", problems);
  }

  private void writeLock(JsonGenerator json) throws IOException {
    json.writeFieldName("lock");
    if (status.lock().isEmpty()) {
      json.writeNull();
      return;
    }
    LockHolder holder = status.lock().get();
    json.writeStartObject();
    json.writeNumberField("process", holder.process());
    json.writeStringField("description", Wording.masked(holder.description()));
    json.writeStringField("since", holder.since().map(Object::toString).orElse(null));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Entry entry) throws IOException {
    json.writeStartObject();
    JsonReport.writeName(json, entry.migration());
    json.writeStringField("state", word(entry));
    json.writeBooleanField("draft", entry.draft());
    Optional<String> appliedAt = entry.appliedAt().map(Object::toString);
    json.writeStringField("appliedAt", appliedAt.orElse(null));
    json.writeStringField("appliedBy", entry.appliedBy().orElse(null));
    json.writeNumberField("statementsDone", entry.statementsDone());
    json.writeStringField("note", entry.note().orElse(null));
    json.writeFieldName("interruption");
    if (entry.interruption().isPresent()) {
      write(json, entry.interruption().get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Interruption stop) throws IOException {
    json.writeStartObject();
    json.writeStringField("direction", stop.direction().name().toLowerCase(Locale.ROOT));
    json.writeStringField("file", stop.file());
    json.writeNumberField("statements", stop.statements());
    json.writeBooleanField("uncertain", stop.uncertain());
    json.writeNumberField("line", stop.statement().map(SqlStatement::line).orElse(0));
    Optional<String> text = stop.statement().map(next -> next.excerpt(Integer.MAX_VALUE));
    json.writeStringField("statement", text.map(Wording::masked).orElse(null));
    json.writeNumberField("rows", stop.backfill().map(BackfillProgress::rows).orElse(0L));
    List<String> steps = stop.nextSteps().stream().map(Wording::ofApplier).toList();
    JsonReport.writeStrings(json, "nextSteps", steps);
    json.writeEndObject();
  }
}
