package dev.varve.runtime;

import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.MigrationName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the history table. */
record HistoryRow(
    String version,
    String name,
    String checksum,
    State state,
    Instant appliedAt,
    String appliedBy,
    long durationMs,
    int statementsDone,
    boolean draft,
    @Nullable String downSql,
    @Nullable String note) {

  private static final List<String> PARTS = List.of("_values", "_online", "_contract");

  /** How far a migration has come. */
  enum State {
    /** It is applied. */
    APPLIED("applied"),
    /** Its statements are being run one by one, or were when their applier stopped. */
    RUNNING("running"),
    /**
     * The statement after those that are done was begun: it may be done or not, or be half done.
     */
    RUNNING_STATEMENT("running statement"),
    /** As RUNNING, with the statements of its down script. */
    REVERTING("reverting"),
    /** As RUNNING_STATEMENT, with the statements of its down script. */
    REVERTING_STATEMENT("reverting statement");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    /** Whether the up script has begun and not ended. */
    boolean isRunning() {
      return this == RUNNING || this == RUNNING_STATEMENT;
    }

    /** Whether the down script has begun and not ended. */
    boolean isReverting() {
      return this == REVERTING || this == REVERTING_STATEMENT;
    }

    /** Whether nothing can be said about the statement after those that are done. */
    boolean inFlight() {
      return this == RUNNING_STATEMENT || this == REVERTING_STATEMENT;
    }

    static State of(String word) {
      for (State state : values()) {
        if (state.word.equals(word)) {
          return state;
        }
      }
      throw new MigrationException(
          "the history table has a row in state \""
              + word
              + "\", which this release of Varve does not know; use the release that wrote it");
    }
  }

  /**
   * Whether it is a draft that its down script can take back: applied, or stopped between two
   * statements. What a statement that may be done or not has left, a person has to look at.
   */
  boolean isReplaceable() {
    return draft && (state == State.APPLIED || state == State.RUNNING);
  }

  /** What the files of one draft have in common: the name without the part that it is. */
  String draftName() {
    for (String part : PARTS) {
      if (name.endsWith(part)) {
        return name.substring(0, name.length() - part.length());
      }
    }
    return name;
  }

  MigrationName migration() {
    try {
      return new MigrationName(version, name);
    } catch (FormatException e) {
      throw new MigrationException("the history table has a row that is none: " + e.getMessage());
    }
  }
}
