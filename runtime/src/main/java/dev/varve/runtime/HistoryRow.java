package dev.varve.runtime;

import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.MigrationName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history table, and what else is known of it.
 *
 * @param batched whether some batches of its next statement are committed
 * @param doubtful whether it has no database's name, and may be another database's
 */
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
    @Nullable String note,
    boolean batched,
    boolean doubtful) {

  /** How the note of a migration begins that was not run. */
  static final String BASELINE = "baseline, not run";

  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
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
   * Whether it is a draft that gives way to another, as far as its down script can take it back.
   */
  boolean isReplaceable() {
    return draft && !doubtful && !state.isReverting();
  }

  /** The down script that it keeps; empty where it keeps none, or an empty one. */
  String down() {
    return downSql == null ? "" : downSql;
  }

  /** Whether it counts as applied though nobody has run it. */
  boolean isBaseline() {
    return note != null && note.startsWith(BASELINE);
  }

  HistoryRow withBatches() {
    return with(true, doubtful);
  }

  HistoryRow inDoubt() {
    return with(batched, true);
  }

  private HistoryRow with(boolean nowBatched, boolean nowDoubtful) {
    return new HistoryRow(
        version,
        name,
        checksum,
        state,
        appliedAt,
        appliedBy,
        durationMs,
        statementsDone,
        draft,
        downSql,
        note,
        nowBatched,
        nowDoubtful);
  }

  /**
   * Whether it is the next file of the same draft: those are written with consecutive versions, and
   * with names that differ in the part only.
   */
  boolean follows(HistoryRow before) {
    return draft
        && before.draft
        && draftName().equals(before.draftName())
        && version.equals(nextSecond(before.version));
  }

  private static String nextSecond(String version) {
    try {
      return LocalDateTime.parse(version, SECOND).plusSeconds(1).format(SECOND);
    } catch (DateTimeException e) {
      // A version that a person chose need not be a time.
      return Long.toString(Long.parseLong(version) + 1);
    }
  }

  /** What the files of one draft have in common: the name without the part that it is. */
  private String draftName() {
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
