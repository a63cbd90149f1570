package dev.varve.runtime;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Runs one statement of a script that says {@code -- varve:transaction none} on PostgreSQL. Most
 * statements can run in a transaction of their own, together with the row that says so: then a
 * killed applier leaves both or none. What cannot runs alone, and the history knows before that it
 * has begun.
 */
record PostgresqlSingle(PostgresqlSession session, Single single) {
  /** It refuses to run in a transaction; it ends transactions itself. */
  private static final Set<String> ALONE = Set.of("25001", "2D000");

  private static final String ENDS_TRANSACTIONS = "2D000";
  private static final String NO_SUCH_OBJECT = "42704";

  /** They can be repeated. */
  private static final Set<String> MAINTENANCE = Set.of("VACUUM", "ANALYZE", "REINDEX", "CLUSTER");

  private static final Pattern DROP_INDEX =
      Pattern.compile("(?is)DROP\\s+INDEX\\s+CONCURRENTLY\\s.*");

  /** They wait in nobody's way, cannot run in a transaction, and can be repeated. */
  private static final Pattern PATIENT =
      Pattern.compile(
          DROP_INDEX.pattern() + "|(?is)REINDEX\\b.*\\bCONCURRENTLY\\b.*|VACUUM(?!.*\\bFULL\\b).*");

  private static final Pattern VALIDATE =
      Pattern.compile("(?is)ALTER\\s+TABLE\\s.*\\sVALIDATE\\s+CONSTRAINT\\s.*");

  /** They wait for rows, which is in nobody's way, and would do much again. */
  private static final Set<String> ROWS =
      Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "SELECT", "DO", "CALL");

  void run() throws SQLException {
    session.sessionSettings().pin();
    Optional<ConcurrentIndex> index = ConcurrentIndex.of(single.statement());
    if (index.isPresent()) {
      IndexBuild build = new IndexBuild(session, single, index.get());
      session.sessionSettings().withoutTimeouts(build::run);
    } else if (matches(PATIENT)) {
      session.sessionSettings().withoutTimeouts(this::patient);
    } else if (single.uncertain() && !MAINTENANCE.contains(single.statement().keyword())) {
      throw single.stopped(
          "it is not known whether this statement is done: its applier ended while it ran", goOn());
    } else {
      together();
    }
  }

  private boolean matches(Pattern pattern) {
    return pattern.matcher(single.statement().withoutComments()).matches();
  }

  private void together() throws SQLException {
    while (true) {
      session.begin(limits());
      try {
        session.send(single.statement().text());
        session.commitSingle(single.done());
        return;
      } catch (SQLException e) {
        session.rollback(e);
        String state = String.valueOf(e.getSQLState());
        if (ALONE.contains(state)) {
          alone(state.equals(ENDS_TRANSACTIONS));
          return;
        }
        session.retry(Unit.of(single.step()), single.failed(e));
      }
    }
  }

  /** How long it waits and may take, for the transaction only. */
  private String limits() {
    Unit unit = Unit.of(single.step());
    if (matches(VALIDATE)) {
      return unit.limitsLocks()
          ? ""
          : "SET LOCAL lock_timeout TO 0; SET LOCAL statement_timeout TO 0; ";
    }
    boolean patient = ROWS.contains(single.statement().keyword());
    return patient ? session.patientLimits(unit) : session.limits(unit);
  }

  private void patient() throws SQLException {
    Optional<ReindexLeftovers> leftovers = ReindexLeftovers.of(session, single.statement());
    if (leftovers.isPresent()) {
      leftovers.get().drop();
    }
    try {
      alone(false);
    } catch (SQLException e) {
      leftovers.ifPresent(left -> left.dropAfter(e));
      throw e;
    }
  }

  private void alone(boolean inParts) throws SQLException {
    session.write(single.begun());
    Optional<Duration> limit = Unit.of(single.step()).statementTimeout(session.settings);
    if (limit.isPresent() && !matches(PATIENT)) {
      session.execute("SET statement_timeout TO " + PostgresqlSession.millis(limit.get()));
    }
    try {
      session.execute(single.statement().text());
    } catch (SQLException e) {
      if (inParts) {
        throw Failure.of(single.step().script(), single.statement(), e).hint(goOn()).exception();
      }
      if (!isDropped(e)) {
        noteFailure(e);
        throw e;
      }
    }
    session.write(single.done());
  }

  /** Where an applier has ended in the middle, the index is gone that is to be dropped. */
  private boolean isDropped(SQLException e) {
    return single.uncertain() && matches(DROP_INDEX) && NO_SUCH_OBJECT.equals(e.getSQLState());
  }

  /** The server has answered, so nothing is left; without an answer the row stays as it is. */
  private void noteFailure(SQLException e) {
    try {
      session.write(single.notDone());
    } catch (SQLException lost) {
      e.addSuppressed(lost);
    }
  }

  private String goOn() {
    String version = single.step().migration().version();
    return "Look what it has done. If it has left nothing: repair(NOT_DONE "
        + version
        + "); if it is done, or you have done it by hand: repair(DONE "
        + version
        + "); then run again.";
  }
}
