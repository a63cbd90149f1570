package dev.varve.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * The subcommands. picocli reads each by reflection, which takes a JVM that has just started longer
 * than to connect to SQLite: so only those are read that may be meant.
 */
final class Subcommands {
  private static final List<String> NAMES =
      List.of(
          "status",
          "plan",
          "up",
          "down",
          "verify",
          "baseline",
          "repair",
          "create",
          "seal",
          "completion");

  private Subcommands() {}

  /** Adds those that these arguments may mean, or all if that cannot be said. */
  static CommandLine addTo(CommandLine line, String... args) {
    for (String name : meant(args)) {
      line.addSubcommand(name, command(name));
    }
    return line;
  }

  private static List<String> meant(String... args) {
    List<String> named = new ArrayList<>();
    for (String arg : args) {
      if (named.isEmpty() && isAboutAll(arg)) {
        return NAMES;
      }
      if (NAMES.contains(arg) && !named.contains(arg)) {
        named.add(arg);
      }
    }
    return named.isEmpty() || named.contains("completion") ? NAMES : named;
  }

  /** An option for help, or for the version, that comes before any command. */
  private static boolean isAboutAll(String arg) {
    boolean shortOption = arg.startsWith("-") && !arg.startsWith("--");
    return shortOption || arg.equals("--help") || arg.equals("--version");
  }

  private static Object command(String name) {
    return switch (name) {
      case "status" -> new StatusCommand();
      case "plan" -> new PlanCommand();
      case "up" -> new UpCommand();
      case "down" -> new DownCommand();
      case "verify" -> new VerifyCommand();
      case "baseline" -> new BaselineCommand();
      case "repair" -> new RepairCommand();
      case "create" -> new CreateCommand();
      case "seal" -> new SealCommand();
      case "completion" -> new CompletionCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
