package dev.varve.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.runtime.BackfillProgress;
import dev.varve.runtime.Direction;
import dev.varve.runtime.MigrationPlan;
import dev.varve.runtime.MigrationPlan.Loss;
import dev.varve.runtime.MigrationPlan.Run;
import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.Directives;
import dev.varve.runtime.format.Directives.HazardNote;
import dev.varve.runtime.format.SqlStatement;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What {@code plan} says: a script that can be read and, without its first lines, be run.
 *
 * @param plan what would be run
 * @param project the scripts' files, for what they say of themselves
 * @param dataLoss whether somebody has agreed to what it loses
 */
record PlanReport(MigrationPlan plan, Project project, boolean dataLoss) implements Report {
  @Override
  public ExitCode exitCode() {
    boolean agreed = dataLoss || plan.losses().isEmpty();
    return agreed && plan.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  @Override
  public String comment() {
    return "-- ";
  }

  @Override
  public String text(Shell shell) {
    StringBuilder text = new StringBuilder("-- ").append(plan.database()).append(": ");
    text.append(plan.steps().isEmpty() ? "nothing to do" : scripts());
    for (String problem : plan.problems()) {
      text.append("\n-- ")
          .append(shell.in(Colour.RED, "! "))
          .append(Wording.brief(Wording.ofApplier(problem)));
    }
    for (Loss loss : plan.losses()) {
      text.append("\n-- ").append(shell.in(Colour.RED, "! "));
      text.append(dataLoss ? "" : "wants --allow-data-loss: ");
      text.append("takes away data: ").append(Wording.masked(loss.toString()));
    }
    for (Run run : plan.steps()) {
      text.append("\n\n-- ").append(run.file());
      text.append(run.transactional() ? "" : ", each statement for itself");
      plan.begun(run).ifPresent(begun -> text.append("\n-- goes on after ").append(begun.count()));
      for (HazardNote hazard : run.hazards()) {
        String note = hazard.code() + ' ' + hazard.sentence();
        text.append("\n-- ").append(shell.in(Colour.YELLOW, note));
      }
      for (Destructive lost : run.destroys()) {
        text.append("\n-- ").append(shell.in(Colour.YELLOW, "takes away " + lost));
      }
      for (SqlStatement statement : run.statements()) {
        statement
            .backfill()
            .ifPresent(backfill -> text.append(("\n-- in batches: " + backfill).stripTrailing()));
        text.append('\n').append(shown(statement)).append(';');
      }
    }
    return text.toString();
  }

  private String scripts() {
    int count = plan.steps().size();
    return count == 1 ? "1 script" : count + " scripts";
  }

  /** What the file says of itself; a draft's way back is what the database keeps. */
  private Directives directives(Run run) {
    return run.draft() && run.direction() == Direction.DOWN
        ? Directives.parse("")
        : project.directives(plan.database(), run.file());
  }

  /** The text, or all on one line where a password had to be taken out. */
  private static String shown(SqlStatement statement) {
    String masked = statement.excerpt(Integer.MAX_VALUE);
    boolean harmless = masked.equals(statement.text().replaceAll("\\s+", " "));
    return Wording.masked(harmless ? statement.text() : masked);
  }

  @Override
  public void writeMembers(JsonGenerator json) throws IOException {
    json.writeStringField("database", plan.database());
    json.writeArrayFieldStart("steps");
    for (Run run : plan.steps()) {
      write(json, run);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("losses");
    for (Loss loss : plan.losses()) {
      json.writeStartObject();
      JsonReport.writeName(json, loss.migration());
      json.writeStringField("what", Wording.masked(loss.what()));
      json.writeEndObject();
    }
    json.writeEndArray();
    List<String> problems = plan.problems().stream().map(Wording::ofApplier).toList();
    JsonReport.writeStrings(json, "problems", problems);
  }

  private void write(JsonGenerator json, Run run) throws IOException {
    Directives directives = directives(run);
    json.writeStartObject();
    JsonReport.writeName(json, run.migration());
    json.writeStringField("direction", run.direction().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("transactional", run.transactional());
    json.writeStringField("phase", directives.contract() ? "contract" : "expand");
    json.writeArrayFieldStart("hazards");
    for (HazardNote hazard : run.hazards()) {
      json.writeStartObject();
      json.writeStringField("code", hazard.code());
      json.writeStringField("sentence", hazard.sentence());
      json.writeEndObject();
    }
    json.writeEndArray();
    List<String> destroys = run.destroys().stream().map(Destructive::toString).toList();
    JsonReport.writeStrings(json, "destroys", destroys);
    json.writeArrayFieldStart("statements");
    long rows = plan.begun(run).map(BackfillProgress::rows).orElse(0L);
    for (SqlStatement statement : run.statements()) {
      json.writeStartObject();
      json.writeNumberField("line", statement.line());
      json.writeStringField("sql", shown(statement));
      json.writeBooleanField("batched", statement.backfill().isPresent());
      json.writeNumberField("rows", rows);
      rows = 0;
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
