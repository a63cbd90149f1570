package dev.varve.cli;

import dev.varve.cli.Finding.Kind;
import dev.varve.project.ProjectFolder;
import dev.varve.runtime.Direction;
import dev.varve.runtime.MigrationStatus;
import dev.varve.runtime.MigrationStatus.Entry;
import dev.varve.runtime.MigrationStatus.State;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares files, history and tables with each other. */
final class Verifier {
  private static final String SNAPSHOT = TableComparison.SNAPSHOT;
  private static final String MODEL = "model.json";

  private final Connection connection;
  private final Project project;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private List<String> problems = List.of();

  Verifier(Connection connection, Project project) {
    this.connection = connection;
    this.project = project;
  }

  /**
   * Looks at everything.
   *
   * @param status where drafts and any order are allowed, so that its problems are disagreements
   */
  VerifyReport verify(MigrationStatus status) throws SQLException {
    problems = status.problems();
    for (Entry entry : status.entries()) {
      add(entry);
    }
    problems.forEach(problem -> add(Kind.PROBLEM, Wording.ofApplier(problem)));
    LockFile lock = project.lock(status.database());
    checkSnapshot(lock);
    Optional<String> file = modelFile(status, lock);
    if (file.isPresent()) {
      compareTables(file.get(), lock.database());
    }
    return new VerifyReport(status.database(), file, findings, notes);
  }

  private void add(Kind kind, String text) {
    findings.add(new Finding(kind, text));
  }

  private void add(Entry entry) {
    String name = entry.migration().toString();
    if (entry.draft()) {
      add(Kind.DRAFT, name + draft(entry));
      return;
    }
    switch (entry.state()) {
      case PENDING -> add(Kind.PENDING, name + " is not applied");
      case RUNNING -> add(Kind.PENDING, name + " is being run now");
      case INTERRUPTED -> add(Kind.PENDING, name + " is " + partly(entry));
      case OUT_OF_ORDER -> add(Kind.PENDING, name + " is not applied, though a newer one is");
      case MISSING -> addAhead(entry);
      case APPLIED, CHANGED -> {}
    }
  }

  /** Where nothing is pending it forbids nothing, and isn't among the problems. */
  private void addAhead(Entry entry) {
    if (!entry.draft() && problems.isEmpty()) {
      add(Kind.PROBLEM, entry.migration() + " is applied, but is not here: by a newer release");
    }
  }

  private static String partly(Entry entry) {
    boolean reverting =
        entry.interruption().stream().anyMatch(stop -> stop.direction() == Direction.DOWN);
    return reverting
        ? "reverted only in part; run down again"
        : "applied only in part; run up again";
  }

  private static String draft(Entry entry) {
    return switch (entry.state()) {
      case PENDING, OUT_OF_ORDER -> " is a draft and not applied";
      case RUNNING -> " is a draft and is being applied";
      case INTERRUPTED -> " is a draft and " + partly(entry);
      case APPLIED -> " was applied as a draft";
      case CHANGED -> " was applied as a draft and has changed since";
      case MISSING -> " was applied as a draft and is gone";
    };
  }

  private void checkSnapshot(LockFile lock) {
    Optional<String> checksum = project.text(SNAPSHOT).map(ProjectFolder::snapshotChecksum);
    if (!checksum.equals(lock.snapshot())) {
      add(
          Kind.PROBLEM,
          SNAPSHOT
              + " is not the one that varve.lock names: that is "
              + lock.snapshot().orElse("none")
              + ", it is "
              + checksum.orElse("missing")
              + "; after a merge, compile with -Avarve.mode=repair, else restore both from the same"
              + " version in version control");
    }
  }

  /**
   * The file with the model that the applied migrations lead to. There is one for all that are
   * sealed, and one for all that there are; what lies between is written nowhere.
   */
  private Optional<String> modelFile(MigrationStatus status, LockFile lock) {
    Set<String> applied = new HashSet<>();
    boolean known = true;
    for (Entry entry : status.entries()) {
      if (entry.state() == State.APPLIED) {
        applied.add(entry.migration().version());
      }
      known &=
          switch (entry.state()) {
            case APPLIED, PENDING, OUT_OF_ORDER -> true;
            case RUNNING, INTERRUPTED, CHANGED, MISSING -> false;
          };
    }
    Set<String> drafts = versions(lock, LockEntry.State.DRAFT);
    Set<String> sealed = versions(lock, LockEntry.State.SEALED);
    if (!known || !applied.containsAll(sealed)) {
      return Optional.empty();
    }
    if (applied.containsAll(drafts) && !drafts.isEmpty()) {
      return Optional.of(MODEL);
    }
    drafts.retainAll(applied);
    return drafts.isEmpty() ? Optional.of(SNAPSHOT) : Optional.empty();
  }

  private static Set<String> versions(LockFile lock, LockEntry.State state) {
    Set<String> versions = new HashSet<>();
    for (LockEntry entry : lock.entries()) {
      if (entry.state() == state) {
        versions.add(entry.migration().version());
      }
    }
    return versions;
  }

  private void compareTables(String file, Optional<String> database) throws SQLException {
    TableComparison comparison = TableComparison.with(file, project, connection, database);
    comparison.differences().forEach(line -> add(Kind.DIFFERENCE, line));
    notes.addAll(comparison.notes());
  }
}
