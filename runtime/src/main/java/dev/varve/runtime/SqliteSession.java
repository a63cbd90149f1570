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
import java.util.Set;
import java.util.TreeSet;

/** SQLite: the write lock that a transaction takes at its beginning keeps others out. */
final class SqliteSession extends Session {
  /** SQLITE_BUSY (<a href="https://www.sqlite.org/rescode.html#busy">result codes</a>). */
  private static final int BUSY = 5;

  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS %s (
        version TEXT NOT NULL,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        state TEXT NOT NULL,
        applied_at TEXT NOT NULL,
        applied_by TEXT NOT NULL,
        duration_ms INTEGER NOT NULL,
        statements_done INTEGER NOT NULL,
        draft INTEGER NOT NULL,
        down_sql TEXT,
        database_name TEXT NOT NULL DEFAULT '',
        note TEXT,
        PRIMARY KEY (version, database_name)
      )""";

  /** A table that was made before several databases could share one, under its new name. */
  private static final String UPGRADED = "_varve_migrations_upgraded";

  private static final String NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

  /** Whether the history table, if there is one, says the databases' names. */
  private boolean named = true;

  private long busyTimeout;
  private final SqlitePragmas pragmas = new SqlitePragmas(this);
  private Optional<SqliteOrphans> orphans = Optional.empty();
  private Optional<SqliteViewsAndTriggers> viewsAndTriggers = Optional.empty();

  /** Whether there are none of them, unless somebody else has changed the database. */
  private boolean plain;

  private boolean historyExists;
  private long began;

  /** It differs where others have committed something since the transaction before. */
  private long dataVersion = -1;

  /** The same when the history was what it had to be. */
  private long agreedVersion = -1;

  SqliteSession(Connection connection, Settings settings) {
    super(connection, settings);
  }

  @Override
  Engine engine() {
    return Engine.SQLITE;
  }

  @Override
  String historyTable() {
    return HISTORY;
  }

  @Override
  List<HistoryRow> readHistory() throws SQLException {
    long layout =
        number(
            "SELECT max(1 + (name = 'database_name')) FROM pragma_table_info('" + HISTORY + "')");
    if (layout == 0) {
      return List.of();
    }
    named = layout == 2;
    return readRows("applied_at", named);
  }

  @Override
  Backfills backfills() {
    return new SqliteBackfills(this);
  }

  @Override
  void runLimited(Script script, String sql) throws SQLException {
    Optional<Duration> limit = script.statementTimeout(settings);
    if (limit.isEmpty() || limit.get().isZero()) {
      execute(sql);
      return;
    }
    try (Statement statement = statement()) {
      SqliteTimeout.execute(statement, sql, limit.get());
    }
  }

  /** Only says how long each transaction waits for its turn. */
  @Override
  void lock() throws SQLException {
    busyTimeout = number("PRAGMA busy_timeout");
    setBusyTimeout(settings.lockTimeoutNanos() / 1_000_000);
  }

  @Override
  void unlock() throws SQLException {
    setBusyTimeout(busyTimeout);
  }

  private void setBusyTimeout(long millis) throws SQLException {
    execute("PRAGMA busy_timeout = " + Math.min(millis, Integer.MAX_VALUE));
  }

  @Override
  Optional<LockHolder> lockHolder() throws SQLException {
    return new SqliteWriter(this).find();
  }

  /** The file's absolute path, or the empty string for a database in memory. */
  String file() throws SQLException {
    try (Statement statement = statement();
        ResultSet result = statement.executeQuery("PRAGMA database_list")) {
      while (result.next()) {
        if (result.getString("name").equals("main")) {
          String file = result.getString("file");
          return file == null ? "" : file;
        }
      }
    }
    return "";
  }

  /** IMMEDIATE: a transaction that reads first cannot wait for its turn to write afterwards. */
  @Override
  void begin(Unit unit) throws SQLException {
    pragmas.prepare(unit);
    try {
      beginWithin(unit.lockTimeout());
    } catch (SQLException e) {
      pragmas.restore();
      if ((e.getErrorCode() & 0xff) == BUSY) {
        throw busy(unit, e);
      }
      throw e;
    }
    began = System.nanoTime();
    try {
      look(unit);
    } catch (SQLException e) {
      rollback(e);
      throw e;
    }
  }

  /**
   * Looks at what there is. What this session has seen or made before it knows, unless others have
   * committed since (<a href="https://www.sqlite.org/pragma.html#pragma_data_version">PRAGMA
   * data_version</a>).
   */
  private void look(Unit unit) throws SQLException {
    long before = dataVersion;
    dataVersion = number("PRAGMA data_version");
    boolean alone = dataVersion == before;
    if (!alone || !historyExists) {
      prepareHistory();
      historyExists = true;
    }
    orphans = isWatched(unit) ? Optional.of(SqliteOrphans.in(this)) : Optional.empty();
    boolean known = alone && plain;
    viewsAndTriggers =
        unit.transactional() && !known
            ? Optional.of(SqliteViewsAndTriggers.in(this))
            : Optional.empty();
    plain =
        unit.transactional()
            && !unit.mentionsViewOrTrigger()
            && (known || viewsAndTriggers.orElseThrow().isEmpty());
  }

  /** Whether rows may come to point nowhere: SQLite itself looks only where keys are on. */
  private boolean isWatched(Unit unit) throws SQLException {
    return !unit.foreignKeys()
        || unit.transactional() && unit.changesRows() && number("PRAGMA foreign_keys") == 0;
  }

  @Override
  boolean isHistory(List<HistoryRow> rows) throws SQLException {
    boolean same = dataVersion == agreedVersion || readHistory().equals(rows);
    agreedVersion = same ? dataVersion : -1;
    return same;
  }

  private void prepareHistory() throws SQLException {
    execute(CREATE.formatted(HISTORY));
    if (!named) {
      readHistory();
    }
    if (!named) {
      execute(CREATE.formatted(UPGRADED));
      execute("INSERT INTO " + UPGRADED + " SELECT *, '', NULL FROM " + HISTORY);
      execute("DROP TABLE " + HISTORY);
      execute("ALTER TABLE " + UPGRADED + " RENAME TO " + HISTORY);
    }
    for (String update : claim()) {
      execute(update);
    }
  }

  private void beginWithin(Optional<Duration> own) throws SQLException {
    if (own.isEmpty()) {
      execute("BEGIN IMMEDIATE");
      return;
    }
    setBusyTimeout(own.get().isZero() ? Integer.MAX_VALUE : own.get().toMillis());
    try {
      execute("BEGIN IMMEDIATE");
    } finally {
      setBusyTimeout(settings.lockTimeoutNanos() / 1_000_000);
    }
  }

  private RuntimeException busy(Unit unit, SQLException e) throws SQLException {
    String writer = lockHolder().map(holder -> ": " + holder).orElse("");
    return Failure.of(
            "another connection is writing since longer than "
                + Settings.words(unit.lockTimeout().orElse(settings.lockTimeout()))
                + writer,
            e)
        .hint("Wait for it with a longer lockTimeout, or end it.")
        .exception();
  }

  /** Who has begun to write waits for nothing more. */
  @Override
  void retry(Unit unit, MigrationException failure) {
    throw failure;
  }

  @Override
  void run(Script script) throws SQLException {
    if (!script.directives().rebuilds().isEmpty()) {
      new SqliteRebuild(this, script).run();
      return;
    }
    for (SqlStatement statement : script.statements()) {
      runAlone(script, statement);
    }
  }

  @Override
  void finish(Script last, HistoryChange change) throws SQLException {
    run(last);
    check(last);
    commit(change);
  }

  private void check(Script last) throws SQLException {
    if (orphans.isPresent()) {
      orphans.get().requireNoMore(last, SqliteOrphans.in(this));
    }
    if (viewsAndTriggers.isPresent()) {
      viewsAndTriggers.get().requireWorking(last);
    }
  }

  @Override
  void commit(HistoryChange change) throws SQLException {
    write(change);
    commit();
    claimed();
  }

  /** Ends the transaction, where another applier has made the change. */
  void commit() throws SQLException {
    execute("COMMIT");
    pragmas.restore();
  }

  @Override
  boolean isForSession(SqlStatement statement) {
    return SqliteSingles.isForSession(statement);
  }

  @Override
  void commit(List<HistoryChange> changes) throws SQLException {
    int last = changes.size() - 1;
    for (HistoryChange change : changes.subList(0, last)) {
      write(change);
    }
    commit(changes.get(last));
  }

  @Override
  void runSingle(Single single) throws SQLException {
    new SqliteSingles(this, single.step()).run(single.index(), single.done());
  }

  @Override
  boolean endSingly(Step step, HistoryChange done) throws SQLException {
    return new SqliteSingles(this, step).end(done);
  }

  @Override
  void rollback(Throwable because) {
    historyExists = false;
    plain = false;
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back itself after some errors, as when the disk is full.
      because.addSuppressed(e);
    }
    try {
      pragmas.restore();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  @Override
  Optional<Destructive> firstWithData(List<Destructive> destroyed) throws SQLException {
    for (Destructive destructive : destroyed) {
      if (hasData(destructive)) {
        return Optional.of(destructive);
      }
    }
    return Optional.empty();
  }

  @Override
  boolean hasData(Destructive destructive) throws SQLException {
    String rows = "SELECT EXISTS (SELECT 1 FROM " + quoted(destructive.table());
    if (destructive.column().isPresent()) {
      rows += " AS t WHERE t." + quoted(destructive.column().get()) + " IS NOT NULL";
    }
    return number(rows + ')') != 0;
  }

  @Override
  boolean isHere(Destructive destructive) throws SQLException {
    return exists(destructive) && hasColumn(destructive);
  }

  private boolean hasColumn(Destructive destructive) throws SQLException {
    return destructive.column().isEmpty()
        || number(
                "SELECT count(*) FROM pragma_table_xinfo("
                    + literal(destructive.table())
                    + ") WHERE hidden NOT IN (2, 3) AND name = "
                    + literal(destructive.column().get())
                    + " COLLATE NOCASE")
            != 0;
  }

  @Override
  Optional<Destructive> firstThatExists(List<Destructive> tables) throws SQLException {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    try (Statement statement = statement();
        ResultSet result = statement.executeQuery("SELECT name FROM sqlite_master")) {
      while (result.next()) {
        names.add(result.getString(1));
      }
    }
    return tables.stream().filter(table -> names.contains(table.table())).findFirst();
  }

  private boolean exists(Destructive table) throws SQLException {
    String name = literal(table.table());
    return number("SELECT count(*) FROM sqlite_master WHERE name = " + name + " COLLATE NOCASE")
        != 0;
  }

  /** Whether there is something of this type, as sqlite_master calls it, with this name. */
  boolean exists(String type, String name) throws SQLException {
    String query = "SELECT count(*) FROM sqlite_master WHERE type = '" + type + "' AND name = ";
    return number(query + literal(name) + " COLLATE NOCASE") != 0;
  }

  /** The first value of the first row, or 0 where there is none. */
  long number(String query) throws SQLException {
    try (Statement statement = statement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  @Override
  String inDialect(String sql) {
    return sql.replace("{now}", NOW)
        .replace("{utc}", NOW)
        .replace("{elapsed}", Long.toString((System.nanoTime() - began) / 1_000_000))
        .replace("{user}", "'" + System.getProperty("user.name", "").replace("'", "''") + "'")
        .replace("{boolean}", "INTEGER");
  }

  static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name without its quotes, of whatever kind SQLite has. */
  static String unquoted(String name) {
    char first = name.charAt(0);
    boolean quoted = name.length() > 1 && "\"`['".indexOf(first) >= 0;
    String quote = String.valueOf(first);
    return quoted ? name.substring(1, name.length() - 1).replace(quote + quote, quote) : name;
  }
}
