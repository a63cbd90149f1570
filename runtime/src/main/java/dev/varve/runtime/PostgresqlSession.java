package dev.varve.runtime;

import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.SqlStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * PostgreSQL: an advisory lock of the session keeps others out, a script goes over in one or few
 * strings.
 */
final class PostgresqlSession extends Session {
  /** A statement waits so long for a table's lock, unless its script says otherwise. */
  private static final String LOCK_TIMEOUT = "10s";

  /**
   * A string of statements stays below both limits, so that neither side can fill the other's
   * socket buffer while both only write.
   */
  private static final int CHUNK_STATEMENTS = 100;

  private static final int CHUNK_CHARACTERS = 60_000;

  /** Cancelled or timed out, lock not available, deadlock. */
  private static final Set<String> NOT_AGAIN = Set.of("57014", "55P03", "40P01");

  /**
   * The time zone decides whether a change between timestamp and timestamptz rewrites the table.
   */
  private static final String BEGIN =
      "BEGIN; SET LOCAL lock_timeout TO '" + LOCK_TIMEOUT + "'; SET LOCAL timezone TO 'UTC'; ";

  private static final String CREATE =
      """
      CREATE TABLE %s (
        version text PRIMARY KEY,
        name text NOT NULL,
        checksum text NOT NULL,
        state text NOT NULL,
        applied_at timestamptz NOT NULL,
        applied_by text NOT NULL,
        duration_ms bigint NOT NULL,
        statements_done integer NOT NULL,
        draft boolean NOT NULL,
        down_sql text
      )""";

  private String database = "";
  private String schema = "";
  private String searchPath = "";
  private boolean historyExists;

  /** When the transaction began in which the history was read first. */
  private String readAt = "";

  private AdvisoryLock lock;

  /** What opens the transaction, as long as it has not been sent. */
  private String unsent = "";

  PostgresqlSession(Connection connection, Settings settings) {
    super(connection, settings);
    this.lock = new AdvisoryLock(this, "");
  }

  @Override
  Engine engine() {
    return Engine.POSTGRESQL;
  }

  @Override
  String historyTable() {
    return quoted(schema) + '.' + HISTORY;
  }

  /**
   * The history lies in the current schema and is always named with it: another table of that name
   * further down the search path is another schema's history.
   */
  @Override
  List<HistoryRow> readHistory() throws SQLException {
    locate();
    return historyExists
        ? readRows("to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
        : List.of();
  }

  private void locate() throws SQLException {
    try (Statement statement = statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT current_database(), current_schema(), current_setting('search_path'),"
                    + " to_regclass(quote_ident(current_schema()) || '."
                    + HISTORY
                    + "') IS NOT NULL, transaction_timestamp()::text")) {
      result.next();
      database = result.getString(1);
      schema = result.getString(2);
      searchPath = result.getString(3);
      historyExists = result.getBoolean(4);
      readAt = result.getString(5);
    }
    if (schema == null) {
      throw new MigrationException(
          "the connection's search_path names no schema that exists; create the schema, or set"
              + " search_path to one");
    }
  }

  @Override
  void lock() throws SQLException {
    refuseTransaction();
    lock = new AdvisoryLock(this, database + '\0' + schema + '\0' + HISTORY);
    lock.take();
    try {
      locate();
      if (!historyExists) {
        execute(CREATE.formatted(historyTable()));
      }
    } catch (SQLException | RuntimeException e) {
      lock.releaseAfter(e);
      throw e;
    }
  }

  /**
   * A {@code BEGIN} that the caller has sent leaves the driver in autocommit. But two queries have
   * the same transaction's time only in one transaction (<a
   * href="https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT">Current
   * Date/Time</a>).
   */
  private void refuseTransaction() throws SQLException {
    if (isTrue("SELECT transaction_timestamp()::text = '" + readAt + "'")) {
      throw new MigrationException(
          "the connection has a transaction of yours open, which migrations would commit; end it"
              + " first, with COMMIT or ROLLBACK");
    }
  }

  @Override
  void unlock() throws SQLException {
    lock.release();
  }

  @Override
  boolean lockSpansTransactions() {
    return true;
  }

  @Override
  void begin(Unit unit) {
    unsent = BEGIN + lock.heldQuery() + "; ";
  }

  @Override
  void run(Script script) throws SQLException {
    List<SqlStatement> statements = script.statements();
    int from = 0;
    while (from < statements.size()) {
      int to = chunkEnd(statements, from);
      runChunk(script, statements.subList(from, to));
      from = to;
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

  private void runChunk(Script script, List<SqlStatement> chunk) throws SQLException {
    StringBuilder sql = new StringBuilder("SAVEPOINT varve;\n");
    for (SqlStatement statement : chunk) {
      sql.append(statement.text()).append(";\n");
    }
    try {
      send(sql.append("RELEASE SAVEPOINT varve").toString());
    } catch (SQLException e) {
      if (chunk.size() == 1) {
        throw Failure.of(script, chunk.get(0), e).exception();
      }
      runSingly(script, chunk, e);
    }
  }

  /**
   * The driver does not say which statement of a string failed: so they are tried one by one,
   * unless somebody wanted to stop them or they have waited long enough.
   */
  private void runSingly(Script script, List<SqlStatement> chunk, SQLException failure)
      throws SQLException {
    if (NOT_AGAIN.contains(String.valueOf(failure.getSQLState()))) {
      throw somewhereIn(script, chunk, failure);
    }
    try {
      execute("ROLLBACK TO SAVEPOINT varve");
    } catch (SQLException e) {
      failure.addSuppressed(e);
      throw somewhereIn(script, chunk, failure);
    }
    for (SqlStatement statement : chunk) {
      runAlone(script, statement);
    }
    execute("RELEASE SAVEPOINT varve");
  }

  private static MigrationException somewhereIn(
      Script script, List<SqlStatement> chunk, SQLException e) {
    int first = chunk.get(0).line();
    int last = chunk.get(chunk.size() - 1).line();
    return Failure.of(script, "one of the statements from line " + first + " to line " + last, e)
        .exception();
  }

  /** Sends SQL, after what opens the transaction if that was not sent before. */
  private void send(String sql) throws SQLException {
    if (unsent.isEmpty()) {
      execute(sql);
      return;
    }
    String both = unsent + sql;
    unsent = "";
    try (Statement statement = statement()) {
      boolean rows = statement.execute(both);
      while (!rows) {
        rows = statement.getMoreResults();
      }
      try (ResultSet held = statement.getResultSet()) {
        held.next();
        lock.requireHeld(held.getInt(1), held.getBoolean(2));
      }
    }
  }

  /** PostgreSQL knows what depends on what, and refuses at once. */
  @Override
  void check(Script last) {}

  @Override
  void commit(HistoryChange last) throws SQLException {
    flush();
    write(last, "; " + restoreSearchPath() + "; COMMIT");
  }

  @Override
  void runSingle(Step step, int index, HistoryChange progress) throws SQLException {
    execute(step.script().statements().get(index).text());
    write(progress);
  }

  @Override
  boolean endSingly(Step step, HistoryChange done) throws SQLException {
    write(done);
    execute(restoreSearchPath());
    return true;
  }

  /** A script that sets it, as pg_dump's do, must not move the next one to another schema. */
  private String restoreSearchPath() {
    String path = searchPath.replace("'", "''");
    return "SELECT pg_catalog.set_config('search_path', '" + path + "', false)";
  }

  private void flush() throws SQLException {
    if (!unsent.isEmpty()) {
      send("SELECT 1");
    }
  }

  @Override
  void rollback(Throwable because) {
    unsent = "";
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  @Override
  Optional<Destructive> firstWithData(Script script) throws SQLException {
    for (Destructive destructive : script.directives().destructive()) {
      String table = quoted(destructive.table());
      if (!destructive.schema().isEmpty()) {
        table = quoted(destructive.schema()) + '.' + table;
      }
      String rows = "SELECT EXISTS (SELECT FROM " + table;
      if (destructive.column().isPresent()) {
        rows += " WHERE " + quoted(destructive.column().get()) + " IS NOT NULL";
      }
      if (!unsent.isEmpty()) {
        flush();
      }
      // Nobody may write a row between this look and the script.
      execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
      if (isTrue(rows + ')')) {
        return Optional.of(destructive);
      }
    }
    return Optional.empty();
  }

  @Override
  boolean exists(Destructive table) throws SQLException {
    String in = quoted(table.schema().isEmpty() ? schema : table.schema());
    String name = in + '.' + quoted(table.table());
    return isTrue("SELECT to_regclass('" + name.replace("'", "''") + "') IS NOT NULL");
  }

  private boolean isTrue(String query) throws SQLException {
    try (Statement statement = statement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() && result.getBoolean(1);
    }
  }

  @Override
  String inDialect(String sql) {
    return sql.replace("{now}", "clock_timestamp()")
        .replace("{user}", "current_user")
        .replace("{boolean}", "boolean");
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
