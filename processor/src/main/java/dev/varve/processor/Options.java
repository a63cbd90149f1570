package dev.varve.processor;

import dev.varve.processor.read.Suggestion;
import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.MigrationName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What {@code -Avarve.…} asks for.
 *
 * <table>
 * <caption>The options</caption>
 * <tr><th>option</th><th>values</th><th>meaning</th></tr>
 * <tr><td>{@code varve.dir}</td><td>a directory</td><td>where schema and migrations are kept; a
 *   relative one starts at the nearest {@code pom.xml} or {@code build.gradle[.kts]} above the class
 *   output, or where there is none at the working directory. Default: {@code db} beside that
 *   file</td></tr>
 * <tr><td>{@code varve.mode}</td><td>{@code generate}, {@code check}, {@code off}</td><td>write what
 *   differs (default); change nothing in that directory and fail if anything differs or isn't
 *   sealed; leave it alone</td></tr>
 * <tr><td>{@code varve.name}</td><td>{@code add_phone}</td><td>the draft's name</td></tr>
 * <tr><td>{@code varve.seal}</td><td>{@code add_phone}</td><td>seal the draft under this
 *   name</td></tr>
 * <tr><td>{@code varve.seeds}</td><td>{@code true}, {@code false}</td><td>whether to generate seed
 *   classes (default {@code true})</td></tr>
 * <tr><td>{@code varve.timestamp}</td><td>{@code 20261120070501}</td><td>the version of a new
 *   migration, instead of the UTC second</td></tr>
 * </table>
 *
 * @param mode what to do with the directory
 * @param directory the directory; empty: beside the build file
 * @param name the draft's name; empty: derived from the changes
 * @param seal the name to seal the draft under; empty: don't
 * @param seeds whether to generate seed classes
 * @param timestamp the version of a new migration; empty: the UTC second
 */
public record Options(
    Mode mode,
    Optional<Path> directory,
    Optional<String> name,
    Optional<String> seal,
    boolean seeds,
    Optional<String> timestamp) {
  private static final String PREFIX = "varve.";
  private static final String DIRECTORY = "varve.dir";
  private static final String MODE = "varve.mode";
  private static final String NAME = "varve.name";
  private static final String SEAL = "varve.seal";
  private static final String SEEDS = "varve.seeds";
  private static final String TIMESTAMP = "varve.timestamp";

  /** The names of all options. */
  static final Set<String> NAMES = Set.of(DIRECTORY, MODE, NAME, SEAL, SEEDS, TIMESTAMP);

  private static final String ANY_VERSION = "20000101000000";
  private static final String ANY_NAME = "init_schema";

  /** What to do with the directory. */
  public enum Mode {
    /** Write what differs. */
    GENERATE,
    /** Change nothing, and fail if anything differs or isn't sealed. */
    CHECK,
    /** Leave it alone. */
    OFF;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads javac's options.
   *
   * @param given all {@code -A} options; {@code null} where one has no value
   * @param mistakes takes what is wrong with them
   */
  static Options parse(Map<String, String> given, List<Notice> mistakes) {
    Parser parser = new Parser(new TreeMap<>(given), mistakes);
    parser.refuseUnknown();
    return new Options(
        parser.mode(),
        parser.directory(),
        parser.migrationName(NAME),
        parser.migrationName(SEAL),
        parser.seeds(),
        parser.timestamp());
  }

  private record Parser(Map<String, String> given, List<Notice> mistakes) {
    void refuseUnknown() {
      for (String option : given.keySet()) {
        if (option.startsWith(PREFIX) && !NAMES.contains(option)) {
          String all = String.join(", ", new TreeSet<>(NAMES));
          String hint = Suggestion.didYouMean(option, NAMES);
          mistakes.add(Notice.of(Message.OPTION_UNKNOWN, option, all, hint));
        }
      }
    }

    Mode mode() {
      Optional<String> word = value(MODE);
      for (Mode mode : Mode.values()) {
        if (word.isPresent() && word.get().equals(mode.word())) {
          return mode;
        }
      }
      if (given.containsKey(MODE)) {
        wrong(MODE, "generate, check or off");
      }
      return Mode.GENERATE;
    }

    Optional<Path> directory() {
      Optional<String> text = value(DIRECTORY);
      try {
        if (text.isPresent() && !text.get().isEmpty()) {
          return Optional.of(Path.of(text.get()));
        }
      } catch (InvalidPathException e) {
        wrong(DIRECTORY, "a directory (" + e.getReason() + ")");
        return Optional.empty();
      }
      if (given.containsKey(DIRECTORY)) {
        wrong(DIRECTORY, "a directory");
      }
      return Optional.empty();
    }

    Optional<String> migrationName(String option) {
      if (!given.containsKey(option)) {
        return Optional.empty();
      }
      try {
        return Optional.of(new MigrationName(ANY_VERSION, value(option).orElse("")).name());
      } catch (FormatException e) {
        wrong(option, "a name of small letters, digits and _, as in add_phone_to_customers");
        return Optional.empty();
      }
    }

    boolean seeds() {
      if (given.containsKey(SEEDS) && !List.of("true", "false").contains(value(SEEDS).orElse(""))) {
        wrong(SEEDS, "true or false");
      }
      return !value(SEEDS).equals(Optional.of("false"));
    }

    Optional<String> timestamp() {
      if (!given.containsKey(TIMESTAMP)) {
        return Optional.empty();
      }
      try {
        return Optional.of(new MigrationName(value(TIMESTAMP).orElse(""), ANY_NAME).version());
      } catch (FormatException e) {
        wrong(TIMESTAMP, "14 digits yyyyMMddHHmmss, as in 20261120070501");
        return Optional.empty();
      }
    }

    private Optional<String> value(String option) {
      return Optional.ofNullable(given.get(option));
    }

    private void wrong(String option, String expected) {
      mistakes.add(Notice.of(Message.OPTION_VALUE, option, value(option).orElse(""), expected));
    }
  }
}
