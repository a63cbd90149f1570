package dev.varve.runtime;

import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.SqlStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * PostgreSQL: an advisory lock of the session keeps others out, a script goes over in one or few
 * strings.
 */
final class PostgresqlSession extends Session {
  /** A statement waits so long for a table's lock where its script sets a limit somewhere. */
  private static final Duration OWN_LOCK_TIMEOUT = Duration.ofSeconds(10);

  private static final String CREATE =
      """
      CREATE TABLE %s (
        version text NOT NULL,
        name text NOT NULL,
        checksum text NOT NULL,
        state text NOT NULL,
        applied_at timestamptz NOT NULL,
        applied_by text NOT NULL,
        duration_ms bigint NOT NULL,
        statements_done integer NOT NULL,
        draft boolean NOT NULL,
        down_sql text,
        database_name text NOT NULL DEFAULT '',
        note text,
        PRIMARY KEY (version, database_name)
      )""";

  /** What a table lacks that was made before several databases could share one. */
  private static final String UPGRADE =
      """
      BEGIN;
      SET LOCAL lock_timeout TO %d;
      ALTER TABLE %s
        ADD COLUMN database_name text NOT NULL DEFAULT '',
        ADD COLUMN note text,
        DROP CONSTRAINT _varve_migrations_pkey,
        ADD CONSTRAINT _varve_migrations_pkey PRIMARY KEY (version, database_name);
      COMMIT""";

  private String database = "";
  private String schema = "";
  private boolean historyExists;

  /** Whether the history table, if there is one, says the databases' names. */
  private boolean named;

  /** When the transaction began in which the history was read first. */
  private String readAt = "";

  private final ServerPool pool;
  private AdvisoryLock lock;
  private final PostgresqlSettings sessionSettings = new PostgresqlSettings(this);
  private LockLadder ladder = new LockLadder(0, 0);

  /** What opens the transaction, as long as it has not been sent. */
  private String unsent = "";

  PostgresqlSession(Connection connection, Optional<DataSource> source, Settings settings) {
    super(connection, settings);
    this.pool = new ServerPool(this, source);
    this.lock = new AdvisoryLock(this, "");
  }

  @Override
  Engine engine() {
    return Engine.POSTGRESQL;
  }

  @Override
  String historyTable() {
    return inHistorySchema(HISTORY);
  }

  /** A table that lies beside the history, as SQL has its name. */
  String inHistorySchema(String table) {
    return quoted(schema) + '.' + table;
  }

  /**
   * The history lies in the current schema and is always named with it: another table of that name
   * further down the search path is another schema's history.
   */
  @Override
  List<HistoryRow> readHistory() throws SQLException {
    locate();
    return historyExists ? readRows(utc("applied_at"), named) : List.of();
  }

  private void locate() throws SQLException {
    try (Statement statement = statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT current_database(), current_schema(), history IS NOT NULL,"
                    + " transaction_timestamp()::text, EXISTS (SELECT FROM pg_attribute"
                    + " WHERE attrelid = history AND attname = 'database_name') FROM (SELECT"
                    + " to_regclass(quote_ident(current_schema()) || '."
                    + HISTORY
                    + "')) AS t (history)")) {
      result.next();
      database = result.getString(1);
      schema = result.getString(2);
      historyExists = result.getBoolean(3);
      readAt = result.getString(4);
      named = result.getBoolean(5);
    }
    if (schema == null) {
      throw new MigrationException(
          "the connection's search_path names no schema that exists; create the schema, or set"
              + " search_path to one");
    }
  }

  @Override
  void lock() throws SQLException {
    refuseUnfit();
    lock = newLock();
    lock.take();
    try {
      sessionSettings.read();
      newLadder();
      locate();
      if (!historyExists) {
        execute(CREATE.formatted(historyTable()));
      } else if (!named) {
        upgrade();
      }
    } catch (SQLException | RuntimeException e) {
      lock.releaseAfter(e);
      throw e;
    }
  }

  private void upgrade() throws SQLException {
    long limit = Math.max(1, Math.min(settings.lockTimeoutNanos() / 1_000_000, Integer.MAX_VALUE));
    try {
      execute(UPGRADE.formatted(limit, historyTable()));
    } catch (SQLException e) {
      rollback(e);
      throw e;
    }
  }

  /**
   * A {@code BEGIN} that the caller has sent leaves the driver in autocommit. But two queries have
   * the same transaction's time only in one transaction (<a
   * href="https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT">Current
   * Date/Time</a>).
   */
  private void refuseUnfit() throws SQLException {
    int process;
    boolean open;
    try (Statement statement = statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT transaction_timestamp()::text = '" + readAt + "', pg_backend_pid()")) {
      result.next();
      open = result.getBoolean(1);
      process = result.getInt(2);
    }
    if (open) {
      throw new MigrationException(
          "the connection has a transaction of yours open, which migrations would commit; end it"
              + " first, with COMMIT or ROLLBACK");
    }
    pool.refuseSharing(process);
  }

  @Override
  void unlock() throws SQLException {
    try {
      sessionSettings.release();
    } finally {
      lock.release();
    }
  }

  private AdvisoryLock newLock() {
    return new AdvisoryLock(this, database + '\0' + schema + '\0' + HISTORY);
  }

  @Override
  Optional<LockHolder> lockHolder() throws SQLException {
    return newLock().holder();
  }

  /** Nobody else changes it while the lock is held, which each transaction makes sure of. */
  @Override
  boolean isHistory(List<HistoryRow> rows) {
    return true;
  }

  PostgresqlSettings sessionSettings() {
    return sessionSettings;
  }

  private void newLadder() {
    ladder = new LockLadder(settings.lockTimeoutNanos(), sessionSettings.deadlockTimeoutMs());
  }

  @Override
  void begin(Unit unit) throws SQLException {
    String own = "SET LOCAL lock_timeout TO " + millis(OWN_LOCK_TIMEOUT) + "; ";
    begin((unit.limitsLocks() ? own : "") + limits(unit) + "SET LOCAL timezone TO 'UTC'; ");
  }

  /** How long the next attempt waits for locks, and how long its statements may take. */
  String limits(Unit unit) {
    return limits(unit, ladder.timeoutMs());
  }

  /** The same, and it waits as long for locks as the whole ladder would. */
  String patientLimits(Unit unit) {
    return limits(unit, Math.max(settings.lockTimeoutNanos() / 1_000_000, ladder.timeoutMs()));
  }

  /** Nothing about locks where the script's statements say it. */
  private String limits(Unit unit, long lockTimeoutMs) {
    long waits = unit.lockTimeout().map(PostgresqlSession::millis).orElse(lockTimeoutMs);
    String locks =
        unit.limitsLocks()
            ? ""
            : "SET LOCAL lock_timeout TO " + Math.min(waits, Integer.MAX_VALUE) + "; ";
    return locks
        + unit.statementTimeout(settings)
            .map(limit -> "SET LOCAL statement_timeout TO " + millis(limit) + "; ")
            .orElse("");
  }

  /**
   * A length of time as PostgreSQL's settings take it: what rounds to zero must not mean for ever.
   */
  static long millis(Duration limit) {
    if (limit.isZero()) {
      return 0;
    }
    Duration longest = Duration.ofMillis(Integer.MAX_VALUE);
    return limit.compareTo(longest) > 0 ? Integer.MAX_VALUE : Math.max(1, limit.toMillis());
  }

  /** How long a statement of these scripts may take, in milliseconds, or 0 for ever. */
  long statementTimeoutMs(Unit unit) throws SQLException {
    Optional<Duration> limit = unit.statementTimeout(settings);
    return limit.isPresent()
        ? millis(limit.get())
        : number("SELECT setting::bigint FROM pg_settings WHERE name = 'statement_timeout'");
  }

  @Override
  Backfills backfills() {
    return new PostgresqlBackfills(this);
  }

  /** The transaction has the limit. */
  @Override
  void runLimited(Script script, String sql) throws SQLException {
    execute(sql);
  }

  /** Begins at once, so that what follows may be asked and answered in the transaction. */
  void beginNow(String setting) throws SQLException {
    begin(setting);
    try {
      flush();
    } catch (SQLException | RuntimeException e) {
      rollback(e);
      throw e;
    }
  }

  /** The first value of the first row, or 0 where there is none. */
  long number(String query) throws SQLException {
    try (Statement statement = statement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  /** The same, with other settings. */
  void begin(String setting) throws SQLException {
    StringBuilder begin = new StringBuilder("BEGIN; ").append(setting);
    begin.append(lock.requireHeldQuery()).append("; ");
    claim().forEach(update -> begin.append(update).append("; "));
    unsent = begin.toString();
  }

  @Override
  void retry(Unit unit, MigrationException failure) throws SQLException {
    if (!unit.limitsLocks() && ladder.goesOn(failure)) {
      settings.listener().waiting(Duration.ofNanos(ladder.waitedNanos()));
      ladder.pause();
      return;
    }
    if (!failure.sqlState().orElse("").equals("55P03")) {
      throw failure;
    }
    Optional<String> blocker =
        new PostgresqlBlockers(this).of(failure.statement().orElseGet(unit::text));
    throw blocker.isEmpty() ? failure : failure.failure().hint(blocker.get()).exception();
  }

  @Override
  void run(Script script) throws SQLException {
    sessionSettings.readSetBy(script);
    new PostgresqlChunks(this, script).run();
  }

  /** Sends SQL, after what opens the transaction if that was not sent before. */
  void send(String sql) throws SQLException {
    String both = unsent + sql;
    unsent = "";
    try {
      execute(both);
    } catch (SQLException e) {
      lock.requireHeld(e);
      throw e;
    }
  }

  /** PostgreSQL knows what depends on what, and refuses at once. */
  @Override
  void finish(Script last, HistoryChange change) throws SQLException {
    sessionSettings.readSetBy(last);
    new PostgresqlChunks(this, last).runAndThen(ending(change));
    claimed();
    newLadder();
  }

  @Override
  void commit(HistoryChange change) throws SQLException {
    send(ending(change));
    claimed();
    newLadder();
  }

  @Override
  void commit(List<HistoryChange> changes) throws SQLException {
    int last = changes.size() - 1;
    StringBuilder sql = new StringBuilder();
    changes.subList(0, last).forEach(change -> sql.append(inlined(change)).append("; "));
    send(sql + ending(changes.get(last)));
    claimed();
  }

  /** The history is written by the role that the session began with. */
  private String ending(HistoryChange change) {
    return sessionSettings.restoring() + "; " + inlined(change) + "; COMMIT";
  }

  /** The same, and leaves the settings as a script has them. */
  void commitSingle(HistoryChange change) throws SQLException {
    send(inlined(change) + "; COMMIT");
    claimed();
    newLadder();
  }

  /** In one string there can't be parameters: a question mark may be an operator of the script. */
  private String inlined(HistoryChange change) {
    return change.inlined(sql(change), PostgresqlSession::escaped);
  }

  /** The same whatever standard_conforming_strings is. */
  private static String escaped(String text) {
    return "E'" + text.replace("\\", "\\\\").replace("'", "''") + '\'';
  }

  @Override
  boolean isForSession(SqlStatement statement) {
    return !statement.setting().isEmpty() || statement.keyword().equals("RESET");
  }

  @Override
  void runSingle(Single single) throws SQLException {
    new PostgresqlSingle(this, single).run();
  }

  @Override
  boolean endSingly(Step step, HistoryChange done) throws SQLException {
    write(done);
    sessionSettings.restore();
    return true;
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
  Optional<Destructive> firstWithData(List<Destructive> destroyed) throws SQLException {
    flush();
    return new PostgresqlContents(this).first(destroyed);
  }

  @Override
  boolean isHere(Destructive destructive) throws SQLException {
    flush();
    return exists(destructive) && hasColumn(destructive);
  }

  private boolean hasColumn(Destructive destructive) throws SQLException {
    return destructive.column().isEmpty()
        || isTrue(
            "SELECT EXISTS (SELECT FROM pg_attribute WHERE NOT attisdropped AND attgenerated = ''"
                + " AND attrelid = "
                + regclass(destructive)
                + " AND attname = "
                + literal(destructive.column().get())
                + ")");
  }

  @Override
  boolean hasData(Destructive destructive) throws SQLException {
    return new PostgresqlContents(this).hasData(destructive);
  }

  private boolean exists(Destructive table) throws SQLException {
    return firstThatExists(List.of(table)).isPresent();
  }

  @Override
  Optional<Destructive> firstThatExists(List<Destructive> tables) throws SQLException {
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder sql = new StringBuilder("SELECT min(number) FROM (VALUES ");
    for (int i = 0; i < tables.size(); i++) {
      sql.append(i == 0 ? "(" : ", (").append(i).append(", ").append(regclass(tables.get(i)));
      sql.append(')');
    }
    sql.append(") AS tables (number, relation) WHERE relation IS NOT NULL");
    try (Statement statement = statement();
        ResultSet result = statement.executeQuery(sql.toString())) {
      result.next();
      int first = result.getInt(1);
      return result.wasNull() ? Optional.empty() : Optional.of(tables.get(first));
    }
  }

  private String regclass(Destructive table) {
    String in = quoted(table.schema().isEmpty() ? schema : table.schema());
    return "to_regclass(" + literal(in + '.' + quoted(table.table())) + ")";
  }

  static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  boolean isTrue(String query) throws SQLException {
    try (Statement statement = statement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() && result.getBoolean(1);
    }
  }

  @Override
  String inDialect(String sql) {
    return sql.replace("{now}", "clock_timestamp()")
        .replace("{utc}", utc("clock_timestamp()"))
        .replace(
            "{elapsed}",
            "(extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000)::bigint")
        .replace("{user}", "current_user")
        .replace("{boolean}", "boolean");
  }

  /** A time as text, in ISO 8601, whatever the session's DateStyle and time zone are. */
  private static String utc(String time) {
    return "to_char(" + time + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
