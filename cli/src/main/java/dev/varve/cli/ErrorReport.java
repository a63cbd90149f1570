package dev.varve.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.varve.runtime.MigrationException;
import dev.varve.runtime.MigrationReport.Done;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a command says when it has failed.
 *
 * @param exitCode what it means for the shell
 * @param message all that is known, without passwords
 * @param cause the applier's own account, for programs
 * @param done the scripts that were run before, and stay so
 */
record ErrorReport(
    ExitCode exitCode, String message, Optional<MigrationException> cause, List<Done> done)
    implements Report {
  static ErrorReport of(ExitCode exitCode, String message) {
    return new ErrorReport(exitCode, message, Optional.empty(), List.of());
  }

  ErrorReport with(MigrationException exception) {
    return new ErrorReport(exitCode, message, Optional.of(exception), done);
  }

  ErrorReport after(List<Done> scripts) {
    return new ErrorReport(exitCode, message, cause, scripts);
  }

  @Override
  public String text(Shell shell) {
    return message;
  }

  @Override
  public void writeMembers(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("error");
    json.writeNumberField("exitCode", exitCode.number());
    json.writeStringField("message", message);
    if (cause.isPresent()) {
      write(json, cause.get());
    }
    json.writeEndObject();
    RunReport.writeDone(json, done);
  }

  private static void write(JsonGenerator json, MigrationException e) throws IOException {
    write(json, "version", e.version());
    write(json, "file", e.file());
    if (e.line() > 0) {
      json.writeNumberField("line", e.line());
    }
    write(json, "statement", e.statement());
    write(json, "sqlState", e.sqlState());
    write(json, "hint", e.hint());
  }

  private static void write(JsonGenerator json, String field, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, Wording.ofApplier(value.get()));
    }
  }
}
