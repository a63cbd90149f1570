package dev.varve.cli;

import dev.varve.project.FileProblem;
import dev.varve.runtime.MigrationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong. */
record Failures(Shell shell) implements IParameterExceptionHandler, IExecutionExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] args) {
    tell(Wording.masked(String.valueOf(e.getMessage())));
    shell.err().println("See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.number();
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
    ErrorReport report = report(e, line.getCommand());
    tell(report.text(shell));
    if (line.getCommand() instanceof ReportCommand command && command.json) {
      command.show(report);
    }
    return report.exitCode().number();
  }

  private void tell(String message) {
    shell.err().println(shell.in(Colour.RED, "error: ") + message);
    shell.err().flush();
  }

  private static ErrorReport report(Exception e, Object command) {
    ErrorReport report = ErrorReport.of(exitCode(e), Wording.ofApplier(message(e)));
    if (e instanceof MigrationException migration) {
      report = report.with(migration);
    }
    return command instanceof ReportCommand some ? report.after(some.done()) : report;
  }

  private static ExitCode exitCode(Exception e) {
    return e instanceof CommandException command ? command.exitCode() : ExitCode.FAILED;
  }

  private static String message(Exception e) {
    if (e instanceof UncheckedIOException unchecked) {
      return unchecked.getMessage() + ": " + unchecked.getCause();
    }
    boolean expected =
        e instanceof CommandException
            || e instanceof MigrationException
            || e instanceof FileProblem
            || e instanceof SQLException;
    return expected ? String.valueOf(e.getMessage()) : bug(e);
  }

  private static String bug(Exception e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return "this is a bug in Varve, please report it with these lines:\n" + trace;
  }
}
