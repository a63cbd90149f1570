package dev.varve.cli;

import dev.varve.runtime.Migrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code varve}: what all of its subcommands have in common. */
@Command(
    name = "varve",
    description = "Applies migrations to a PostgreSQL or SQLite database, and says what it holds.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Varve.Release.class,
    footer = {
      "",
      "Exit codes: 0 done, 1 failed or refused, 2 called in a wrong way,",
      "3 status or verify found something pending, drafted or different.",
      "",
      "Examples:",
      "  export DATABASE_URL=postgres://me@localhost/shop",
      "  varve status",
      "  varve up --help"
    })
final class Varve {
  private static final String VARIABLE = "DATABASE_URL";

  private final Shell shell;
  private String target = "";

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = {
        "postgres://user@host/database, sqlite:path, or a JDBC URL of one of them. Others see it in"
            + " the list of processes: a password belongs into the environment variable"
            + " DATABASE_URL, or into a file."
      })
  @Nullable String databaseUrl;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "A file with a line DATABASE_URL=..., of mode 600.")
  @Nullable Path envFile;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      defaultValue = "db",
      description = "The folder that the processor writes. Default: ${DEFAULT-VALUE}.")
  Path dir = Path.of("db");

  Varve(Shell shell) {
    this.shell = shell;
  }

  /**
   * Runs a command.
   *
   * @param args the command with its options
   * @return the exit code
   */
  static int run(Shell shell, String... args) {
    Failures failures = new Failures(shell);
    return Subcommands.addTo(new CommandLine(new Varve(shell)), args)
        .setOut(shell.out())
        .setErr(shell.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(shell.coloured() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .execute(args);
  }

  Shell shell() {
    return shell;
  }

  /** Which database a command is connected to, for people; empty where it is to none. */
  String target() {
    return target;
  }

  Project project() {
    return new Project(dir);
  }

  /** A migrator of the project's migrations. */
  Migrator migrator(Connection connection) {
    return Migrator.of(connection).directory(dir);
  }

  /** The same, for a command that runs scripts: it may need a second connection. */
  Migrator runner(Connection connection) {
    return Migrator.of(new CommandSource(connection, url())).directory(dir);
  }

  /** Something to do with the database. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * Does something with the database.
   *
   * @param creating whether a SQLite file that doesn't exist is made
   */
  <T> T connected(boolean creating, Work<T> work) throws SQLException {
    DatabaseUrl url = url();
    try (Connection connection = url.connect(creating)) {
      target = url.target(connection);
      return work.with(connection);
    }
  }

  /**
   * Only reads. A SQLite file that doesn't exist yet is as good as an empty one, and isn't made.
   */
  <T> T reading(Work<T> work) throws SQLException {
    DatabaseUrl url = url();
    Optional<Path> missing = url.missingFile();
    missing.ifPresent(
        file -> shell.err().println(file + " isn't there; this is how it is without it"));
    DatabaseUrl read = missing.isPresent() ? url.empty() : url;
    try (Connection connection = read.connect(missing.isPresent())) {
      target = url.target(connection);
      return work.with(connection);
    }
  }

  private DatabaseUrl url() {
    if (databaseUrl != null && envFile != null) {
      throw CommandException.usage("say either --database-url or --env-file, not both");
    }
    if (databaseUrl != null) {
      return DatabaseUrl.parse(databaseUrl);
    }
    if (envFile != null) {
      String value = new EnvFile(envFile).read().getOrDefault(VARIABLE, "");
      if (value.isEmpty()) {
        throw CommandException.usage(envFile + " has no line " + VARIABLE + "=...");
      }
      return DatabaseUrl.parse(value);
    }
    return Optional.ofNullable(shell.environment().get(VARIABLE))
        .filter(value -> !value.isBlank())
        .map(DatabaseUrl::parse)
        .orElseThrow(Varve::unknownDatabase);
  }

  private static CommandException unknownDatabase() {
    String file =
        Files.exists(Path.of(".env"))
            ? " There is a file .env here, which is read only if you say so: --env-file .env"
            : "";
    return CommandException.usage(
        "which database? Set the environment variable "
            + VARIABLE
            + ", or say --env-file or --database-url; a URL is "
            + DatabaseUrl.FORMS
            + (file.isEmpty() ? "" : "." + file));
  }

  /** The release, as the jar's manifest has it. */
  static final class Release implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Varve.class.getPackage().getImplementationVersion();
      return new String[] {"varve " + (version == null ? "(not from its jar)" : version)};
    }
  }
}
