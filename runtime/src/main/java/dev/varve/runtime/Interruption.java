package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.util.List;
import java.util.Optional;

/**
 * Where a script has stopped that runs each statement for itself, or where it is at this moment.
 *
 * @param direction which script: up or down
 * @param file what the script is called
 * @param statementsDone how many of its statements are done, and stay
 * @param statements how many it has; 0 where it isn't here as it was
 * @param uncertain whether the next statement was begun and may be done, not done, or half done
 * @param statement the next statement, with its line; empty where all are done or the script isn't
 *     here
 * @param backfill how far that has come, if it is run in batches and has begun; else empty
 * @param nextSteps what may be done now, a sentence each; the first is what to do if nothing was
 *     changed by hand
 */
public record Interruption(
    Direction direction,
    String file,
    int statementsDone,
    int statements,
    boolean uncertain,
    Optional<SqlStatement> statement,
    Optional<BackfillProgress> backfill,
    List<String> nextSteps) {
  private static final int EXCERPT = 300;

  /** Copies the list. */
  public Interruption {
    nextSteps = List.copyOf(nextSteps);
  }

  /** The same while somebody migrates: it has not stopped. */
  Interruption goingOn(LockHolder holder) {
    List<String> wait = List.of("wait for " + holder);
    return new Interruption(
        direction, file, statementsDone, statements, false, statement, backfill, wait);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    text.append(": ").append(statementsDone);
    text.append(statements == 0 ? "" : " of " + statements).append(" statements done");
    if (statement.isPresent()) {
      text.append("; the next, line ").append(statement.get().line());
      backfill.ifPresent(progress -> text.append(", after ").append(progress.count()));
      text.append(uncertain ? ", may be done or not: " : ": ");
      text.append(statement.get().excerpt(EXCERPT));
    }
    return text.toString();
  }
}
