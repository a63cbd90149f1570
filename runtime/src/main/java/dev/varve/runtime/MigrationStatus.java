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
 * @param lock who is migrating at this moment; empty where nobody is. On SQLite it is whoever
 *     writes, and is known on Linux only
 * @param entries each migration that is here or in the history, by version
 * @param problems what forbids {@link Migrator#up}, a sentence each; empty where nothing does
 */
public record MigrationStatus(
    String database, Optional<LockHolder> lock, List<Entry> entries, List<String> problems) {
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
    /**
     * It is here, not applied, and older than one that is: {@link Migrator#up} applies it only with
     * {@link Migrator#allowOutOfOrder}.
     */
    OUT_OF_ORDER,
    /**
     * Some of its statements are done, and somebody is migrating at this moment: the status's lock
     * says who. On SQLite it may be anybody who writes; and between two statements nobody does.
     */
    RUNNING,
    /** Some of its statements are done; the entry's interruption says which, and what to do. */
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
   * @param appliedBy the user who did it: of the database on PostgreSQL, of the operating system on
   *     SQLite; empty where it is pending
   * @param statementsDone how many of its statements are done
   * @param interruption where it has stopped, in any state; empty where it has not
   * @param note what was done to its row by hand, by whom and when: a baseline, repairs; empty
   *     where nothing was
   */
  public record Entry(
      MigrationName migration,
      State state,
      boolean draft,
      Optional<Instant> appliedAt,
      Optional<String> appliedBy,
      int statementsDone,
      Optional<Interruption> interruption,
      Optional<String> note) {
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(migration.toString());
      text.append(draft ? " (draft): " : ": ");
      text.append(state.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      appliedAt.ifPresent(at -> text.append(", ").append(at));
      note.ifPresent(done -> text.append(" (").append(done).append(')'));
      interruption.ifPresent(
          stop -> {
            text.append("\n    ").append(stop);
            stop.nextSteps().forEach(step -> text.append("\n    - ").append(step));
          });
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
      switch (entry.state()) {
        case PENDING, OUT_OF_ORDER, RUNNING, INTERRUPTED -> names.add(entry.migration());
        case APPLIED, CHANGED, MISSING -> {}
      }
    }
    return names;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(database);
    text.append(upToDate() ? ": up to date" : ": not up to date");
    lock.ifPresent(holder -> text.append("\n  being migrated by ").append(holder));
    entries.forEach(entry -> text.append("\n  ").append(entry));
    problems.forEach(problem -> text.append("\n  ! ").append(problem));
    return text.toString();
  }
}
