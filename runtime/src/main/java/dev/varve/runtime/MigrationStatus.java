package dev.varve.runtime;

import dev.varve.runtime.format.MigrationName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is applied, what is not, and what does not agree. {@link #toString} is a list for people.
 *
 * @param database {@code postgresql} or {@code sqlite}
 * @param entries each migration that is here or in the history, by version
 * @param problems what forbids {@link Migrator#up}, a sentence each; empty where nothing does
 */
public record MigrationStatus(String database, List<Entry> entries, List<String> problems) {
  /** Copies the lists. */
  public MigrationStatus {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  /** How files and history agree about one migration. */
  public enum State {
    /** It is applied as its file says. */
    APPLIED,
    /** It is here and not applied. */
    PENDING,
    /** Some of its statements are applied; the next run goes on. */
    INTERRUPTED,
    /** It is applied, but its file says something else now. */
    CHANGED,
    /** It is applied, but its file is not here. */
    MISSING
  }

  /**
   * One migration.
   *
   * @param migration its name
   * @param state how files and history agree
   * @param draft whether it may still change
   * @param appliedAt when it was applied, or begun, by the database's clock; empty where it is
   *     pending
   * @param statementsDone how many of its statements are applied
   */
  public record Entry(
      MigrationName migration,
      State state,
      boolean draft,
      Optional<Instant> appliedAt,
      int statementsDone) {
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(migration.toString());
      text.append(draft ? " (draft): " : ": ").append(state.name().toLowerCase(Locale.ROOT));
      if (state == State.INTERRUPTED) {
        text.append(" after ").append(statementsDone).append(" statements");
      }
      appliedAt.ifPresent(at -> text.append(", ").append(at));
      return text.toString();
    }
  }

  /** Whether all that is here is applied as it is, and nothing else. */
  public boolean upToDate() {
    for (Entry entry : entries) {
      if (entry.state() != State.APPLIED) {
        return false;
      }
    }
    return problems.isEmpty();
  }

  /** The migrations that {@link Migrator#up} has still to apply, by version. */
  public List<MigrationName> pending() {
    List<MigrationName> names = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.state() == State.PENDING || entry.state() == State.INTERRUPTED) {
        names.add(entry.migration());
      }
    }
    return names;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(database);
    text.append(upToDate() ? ": up to date" : ": not up to date");
    entries.forEach(entry -> text.append("\n  ").append(entry));
    problems.forEach(problem -> text.append("\n  ! ").append(problem));
    return text.toString();
  }
}
