package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Runs a script in the transaction that is open, in few strings of many statements. */
record PostgresqlChunks(PostgresqlSession session, Script script) {
  /**
   * A string of statements stays below both limits, so that neither side can fill the other's
   * socket buffer while both only write.
   */
  private static final int CHUNK_STATEMENTS = 100;

  private static final int CHUNK_CHARACTERS = 60_000;

  /** Cancelled or timed out, lock not available, deadlock. */
  private static final Set<String> NOT_AGAIN = Set.of("57014", "55P03", "40P01");

  private static final String NO_SAVEPOINT = "3B001";
  private static final String NO_TRANSACTION = "25P01";

  void run() throws SQLException {
    runAndThen("");
  }

  /**
   * Runs it, and with its last string what ends the transaction.
   *
   * @param ending the statements that do so, or nothing
   */
  void runAndThen(String ending) throws SQLException {
    List<SqlStatement> statements = script.statements();
    int from = 0;
    while (from < statements.size()) {
      int to = chunkEnd(statements, from);
      runChunk(statements.subList(from, to), to == statements.size() ? ending : "");
      from = to;
    }
    if (statements.isEmpty() && !ending.isEmpty()) {
      session.send(ending);
    }
  }

  private static int chunkEnd(List<SqlStatement> statements, int from) {
    int characters = statements.get(from).text().length();
    int to = from + 1;
    while (to < statements.size() && to - from < CHUNK_STATEMENTS) {
      characters += statements.get(to).text().length();
      if (characters > CHUNK_CHARACTERS) {
        break;
      }
      to++;
    }
    return to;
  }

  private void runChunk(List<SqlStatement> chunk, String ending) throws SQLException {
    StringBuilder sql = new StringBuilder("SAVEPOINT varve;\n");
    for (SqlStatement statement : chunk) {
      sql.append(statement.text()).append(";\n");
    }
    try {
      session.send(sql.append("RELEASE SAVEPOINT varve;\n").append(ending).toString());
    } catch (SQLException e) {
      runSingly(chunk, e);
      if (!ending.isEmpty()) {
        session.execute(ending);
      }
    }
  }

  /**
   * The driver does not say which statement of a string failed: so they are tried one by one,
   * unless somebody wanted to stop them or they have waited long enough.
   */
  private void runSingly(List<SqlStatement> chunk, SQLException failure) throws SQLException {
    if (NOT_AGAIN.contains(String.valueOf(failure.getSQLState()))) {
      throw somewhereIn(chunk, failure);
    }
    returnToSavepoint(chunk, failure);
    if (chunk.size() == 1) {
      throw Failure.of(script, chunk.get(0), failure).exception();
    }
    for (SqlStatement statement : chunk) {
      session.runAlone(script, statement);
    }
    session.execute("RELEASE SAVEPOINT varve");
  }

  /** If that can't be done, what has failed comes after the script. */
  private void returnToSavepoint(List<SqlStatement> chunk, SQLException failure) {
    try {
      session.execute("ROLLBACK TO SAVEPOINT varve");
    } catch (SQLException e) {
      throw switch (String.valueOf(e.getSQLState())) {
        case NO_SAVEPOINT ->
            Failure.of(script, "the history could not be changed", failure).exception();
        case NO_TRANSACTION -> Failure.of(script, "it could not be committed", failure).exception();
        default -> {
          failure.addSuppressed(e);
          yield somewhereIn(chunk, failure);
        }
      };
    }
  }

  private MigrationException somewhereIn(List<SqlStatement> chunk, SQLException e) {
    if (chunk.size() == 1) {
      return Failure.of(script, chunk.get(0), e).exception();
    }
    int first = chunk.get(0).line();
    int last = chunk.get(chunk.size() - 1).line();
    return Failure.of(script, "one of the statements from line " + first + " to line " + last, e)
        .exception();
  }
}
