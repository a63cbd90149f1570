package dev.varve.processor;

import dev.varve.processor.read.Suggestion;
import dev.varve.project.Notice;
import dev.varve.project.WriteOptions;
import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.plan.Migration.Phase;
import dev.varve.schema.plan.Versions;
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
 * <tr><td>{@code varve.mode}</td><td>{@code generate}, {@code check}, {@code repair}, {@code
 *   off}</td><td>write what differs (default); change nothing in that directory and fail if anything
 *   differs or isn't sealed; put together what a merge of two branches left, then write; leave it
 *   alone</td></tr>
 * <tr><td>{@code varve.name}</td><td>{@code add_phone}</td><td>the draft's name</td></tr>
 * <tr><td>{@code varve.seal}</td><td>{@code add_phone}</td><td>seal the draft under this
 *   name</td></tr>
 * <tr><td>{@code varve.seeds}</td><td>{@code true}, {@code false}</td><td>whether to generate seed
 *   classes (default {@code true})</td></tr>
 * <tr><td>{@code varve.timestamp}</td><td>{@code 20261120070501}</td><td>the version of a new
 *   migration, instead of the UTC second</td></tr>
 * <tr><td>{@code varve.postgresql.version}</td><td>{@code 18}</td><td>the oldest PostgreSQL that
 *   migrations have to run on (default 14)</td></tr>
 * <tr><td>{@code varve.sqlite.version}</td><td>{@code 3.53}</td><td>the same for SQLite (default
 *   3.37)</td></tr>
 * </table>
 *
 * @param mode what to do with the directory
 * @param directory the directory; empty: beside the build file
 * @param name the draft's name; empty: derived from the changes
 * @param seal the name to seal the draft under; empty: don't
 * @param seeds whether to generate seed classes
 * @param timestamp the version of a new migration; empty: the UTC second
 * @param versions the oldest servers that migrations have to run on
 */
public record Options(
    Mode mode,
    Optional<Path> directory,
    Optional<String> name,
    Optional<String> seal,
    boolean seeds,
    Optional<String> timestamp,
    Versions versions) {
  private static final String PREFIX = "varve.";
  private static final String DIRECTORY = "varve.dir";
  private static final String MODE = "varve.mode";
  private static final String NAME = "varve.name";
  private static final String SEAL = "varve.seal";
  private static final String SEEDS = "varve.seeds";
  private static final String TIMESTAMP = "varve.timestamp";

  private static final String POSTGRESQL = "varve.postgresql.version";
  private static final String SQLITE = "varve.sqlite.version";

  /** The names of all options. */
  static final Set<String> NAMES =
      Set.of(DIRECTORY, MODE, NAME, SEAL, SEEDS, TIMESTAMP, POSTGRESQL, SQLITE);

  private static final String ANY_VERSION = "20000101000000";
  private static final String ANY_NAME = "init_schema";

  /** What one of several migrations gets behind its name. */
  private static final String LONGEST_SUFFIX = Phase.CONTRACT.suffix();

  /** What to do with the directory. */
  public enum Mode {
    /** Write what differs. */
    GENERATE,
    /** Change nothing, and fail if anything differs or isn't sealed. */
    CHECK,
    /** Put together what a merge of two branches left, then write what differs. */
    REPAIR,
    /** Leave it alone. */
    OFF;

    private WriteOptions.Mode forWriting() {
      return switch (this) {
        case GENERATE -> WriteOptions.Mode.GENERATE;
        case CHECK -> WriteOptions.Mode.CHECK;
        case REPAIR -> WriteOptions.Mode.REPAIR;
        case OFF -> throw new IllegalStateException("mode off writes nothing");
      };
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What they say of writing files, unless the mode is off. */
  WriteOptions forWriting() {
    return new WriteOptions(mode.forWriting(), name, seal, timestamp, versions);
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
        parser.timestamp(),
        new Versions(parser.postgresql(), parser.sqlite()));
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
        wrong(MODE, "generate, check, repair or off");
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
        String name = value(option).orElse("");
        new MigrationName(ANY_VERSION, name + LONGEST_SUFFIX);
        return Optional.of(new MigrationName(ANY_VERSION, name).name());
      } catch (FormatException e) {
        int most = MigrationName.MAX_NAME - LONGEST_SUFFIX.length();
        wrong(
            option,
            "a name of at most "
                + most
                + " small letters, digits and _, as in add_phone_to_customers");
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

    int postgresql() {
      if (!given.containsKey(POSTGRESQL)) {
        return Versions.OLDEST.postgresql();
      }
      int version = number(value(POSTGRESQL).orElse(""));
      if (version < Versions.OLDEST.postgresql()) {
        wrong(POSTGRESQL, "a major version from 14 on, as in 18");
        return Versions.OLDEST.postgresql();
      }
      return version;
    }

    int sqlite() {
      if (!given.containsKey(SQLITE)) {
        return Versions.OLDEST.sqlite();
      }
      String text = value(SQLITE).orElse("");
      int dot = text.indexOf('.');
      int major = dot < 0 ? -1 : number(text.substring(0, dot));
      int minor = dot < 0 ? -1 : number(text.substring(dot + 1));
      int version = major * 1000 + minor;
      if (major != 3 || minor < 0 || version < Versions.OLDEST.sqlite()) {
        wrong(SQLITE, "a version from 3.37 on, as in 3.53");
        return Versions.OLDEST.sqlite();
      }
      return version;
    }

    /** The number that some digits are; -1 for anything else. */
    private static int number(String digits) {
      boolean fits = !digits.isEmpty() && digits.length() <= 3;
      for (int i = 0; i < digits.length(); i++) {
        fits &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
      }
      return fits ? Integer.parseInt(digits) : -1;
    }

    private Optional<String> value(String option) {
      return Optional.ofNullable(given.get(option));
    }

    private void wrong(String option, String expected) {
      mistakes.add(Notice.of(Message.OPTION_VALUE, option, value(option).orElse(""), expected));
    }
  }
}
