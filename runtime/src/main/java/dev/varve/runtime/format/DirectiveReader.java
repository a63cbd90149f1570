package dev.varve.runtime.format;

import dev.varve.runtime.format.Directives.HazardNote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the directives of one script. */
final class DirectiveReader {
  private boolean transactional = true;
  private boolean foreignKeys = true;
  private final List<Rebuild> rebuilds = new ArrayList<>();
  private boolean contract;
  private final List<HazardNote> hazards = new ArrayList<>();
  private final List<Destructive> destructive = new ArrayList<>();
  private Optional<Duration> statementTimeout = Optional.empty();
  private Optional<Duration> lockTimeout = Optional.empty();
  private Optional<String> irreversible = Optional.empty();

  Directives directives() {
    return new Directives(
        transactional,
        foreignKeys,
        rebuilds,
        contract,
        hazards,
        destructive,
        statementTimeout,
        lockTimeout,
        irreversible);
  }

  void irreversible(String reason) {
    irreversible = Optional.of(reason);
  }

  /**
   * Takes one directive.
   *
   * @param text what follows {@code varve:}
   */
  void read(String text, int line) {
    int blank = text.indexOf(' ');
    String key = blank < 0 ? text : text.substring(0, blank);
    String value = blank < 0 ? "" : text.substring(blank + 1).strip();
    switch (key) {
      case "transaction" -> {
        expect(key, "none", value, line);
        transactional = false;
      }
      case "foreign_keys" -> {
        expect(key, "off", value, line);
        foreignKeys = false;
      }
      case "phase" -> {
        expect(key, "contract", value, line);
        contract = true;
      }
      case "rebuild" -> rebuilds.add(rebuild(value, line));
      case "hazard" -> hazards.add(hazard(value, line));
      case "destructive" -> destructive.add(destructive(value, line));
      case "statement_timeout" -> statementTimeout = Optional.of(duration(key, value, line));
      case "lock_timeout" -> lockTimeout = Optional.of(duration(key, value, line));
      case "backfill" -> {} // belongs to a statement: StatementSplitter reads it
      default ->
          throw new FormatException(
              line,
              "unknown directive \"varve:"
                  + key
                  + "\"; there are varve:transaction none, varve:foreign_keys off,"
                  + " varve:rebuild, varve:phase contract, varve:hazard, varve:destructive,"
                  + " varve:statement_timeout, varve:lock_timeout, varve:backfill");
    }
  }

  private static void expect(String key, String expected, String found, int line) {
    if (!found.equals(expected)) {
      throw new FormatException(
          line, "varve:" + key + " says \"" + found + "\"; it can only say " + expected);
    }
  }

  private static Duration duration(String key, String value, int line) {
    try {
      return DurationText.parse(value);
    } catch (FormatException e) {
      throw new FormatException(line, "varve:" + key + ": " + e.getMessage());
    }
  }

  private static HazardNote hazard(String value, int line) {
    int blank = value.indexOf(' ');
    if (blank < 0) {
      throw new FormatException(
          line,
          "varve:hazard says \""
              + value
              + "\"; expected a code and a sentence, as in"
              + " varve:hazard DS103 drops customers.fax");
    }
    return new HazardNote(value.substring(0, blank), value.substring(blank + 1).strip());
  }

  private static Destructive destructive(String value, int line) {
    try {
      return Destructive.parse(value);
    } catch (FormatException e) {
      throw new FormatException(line, "varve:destructive: " + e.getMessage());
    }
  }

  private static Rebuild rebuild(String value, int line) {
    try {
      return Rebuild.parse(value);
    } catch (FormatException e) {
      throw new FormatException(line, "varve:rebuild: " + e.getMessage());
    }
  }
}
