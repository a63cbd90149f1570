package dev.varve.runtime;

import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.SqlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What the applier asks of a database, and how each engine does it. The connection stays in
 * autocommit: transactions are begun and ended by statements, since SQLite ignores some pragmas
 * while a driver keeps a transaction of its own.
 */
abstract sealed class Session permits PostgresqlSession, SqliteSession {
  static final String HISTORY = "_varve_migrations";

  final Connection connection;
  final Settings settings;
  private MigrationSet set = MigrationSet.NONE;
  private Ownership ownership = Ownership.of(set, List.of());

  Session(Connection connection, Settings settings) {
    this.connection = connection;
    this.settings = settings;
  }

  /**
   * A session on a connection.
   *
   * @param source where another connection comes from; empty where there is only this one
   * @throws MigrationException if the database is neither PostgreSQL nor SQLite
   */
  static Session of(Connection connection, Optional<DataSource> source, Settings settings)
      throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    Optional<Engine> engine = Engine.ofProduct(product);
    if (engine.isEmpty()) {
      throw new MigrationException(
          "the database is \"" + product + "\"; migrations are for PostgreSQL and SQLite");
    }
    return switch (engine.get()) {
      case POSTGRESQL -> new PostgresqlSession(connection, source, settings);
      case SQLITE -> new SqliteSession(connection, settings);
    };
  }

  abstract Engine engine();

  /** Says what will be applied, so that other databases' rows of the history are left alone. */
  final void migrates(MigrationSet migrations) {
    set = migrations;
    ownership = Ownership.of(set, List.of());
  }

  /** What the database is called in its rows of the history. */
  final String database() {
    return ownership.database();
  }

  /**
   * What gives rows the database's name that are its own and don't have it yet, in the first
   * transaction that changes the history; empty where there is nothing to do. What is run in
   * batches goes on where it is, too.
   */
  final List<String> claim() throws SQLException {
    List<String> sql = new ArrayList<>(ownership.claim(historyTable()));
    if (!sql.isEmpty() && backfills().exists()) {
      sql.addAll(ownership.makeRoom(backfills().table()));
      sql.addAll(ownership.claim(backfills().table()));
    }
    return sql;
  }

  /** That is done. */
  final void claimed() {
    ownership = new Ownership(ownership.database(), ownership.rows(), new TreeMap<>());
  }

  /**
   * The history of the database that is migrated, by version: empty where there is no history
   * table. At most two queries.
   */
  abstract List<HistoryRow> readHistory() throws SQLException;

  /** Keeps other appliers out, as far as the engine can do so beyond one transaction. */
  abstract void lock() throws SQLException;

  /** Lets them in again. */
  abstract void unlock() throws SQLException;

  /** Who holds the lock now; waits for nobody. The history was read before. */
  abstract Optional<LockHolder> lockHolder() throws SQLException;

  /** Begins the unit's transaction; then there is a history table. */
  abstract void begin(Unit unit) throws SQLException;

  /**
   * After a unit has failed and was rolled back: waits, and then it may be tried again.
   *
   * @throws MigrationException the failure, if that makes no sense, or was done long enough
   */
  abstract void retry(Unit unit, MigrationException failure) throws SQLException;

  /** Runs a script in the transaction. */
  abstract void run(Script script) throws SQLException;

  /**
   * Runs the last script of the transaction, looks at what all of them have left, as far as the
   * database does not itself, changes the history and commits.
   *
   * @throws MigrationException if a statement fails, or if the result must not be committed
   */
  abstract void finish(Script last, HistoryChange change) throws SQLException;

  /** Changes the history and commits, where no script was run. */
  abstract void commit(HistoryChange change) throws SQLException;

  /** Whether a statement only changes the session, so that another one has not seen it. */
  abstract boolean isForSession(SqlStatement statement);

  /** Makes all these changes, at least one, and commits, where no script was run. */
  abstract void commit(List<HistoryChange> changes) throws SQLException;

  /** Runs one statement of a step that has no transaction, and notes that it is done. */
  abstract void runSingle(Single single) throws SQLException;

  /**
   * Notes that all statements of such a step are done, and puts back what they may have set.
   *
   * @return false if another applier has noted it before
   */
  abstract boolean endSingly(Step step, HistoryChange done) throws SQLException;

  /** Rolls back; what goes wrong with it is added to what went wrong before. */
  abstract void rollback(Throwable because);

  /**
   * Whether the history is still what was read, but for what this session has changed itself: in
   * the transaction that is open, so that it stays so.
   */
  abstract boolean isHistory(List<HistoryRow> rows) throws SQLException;

  /** The first table with rows, or column with values; nobody can write into them from now on. */
  abstract Optional<Destructive> firstWithData(List<Destructive> destroyed) throws SQLException;

  /** Whether there is this table, or column with values that aren't computed, now. */
  abstract boolean isHere(Destructive destructive) throws SQLException;

  /** Whether the table, which is here, has rows, or the column values; locks nothing. */
  abstract boolean hasData(Destructive destructive) throws SQLException;

  /**
   * The first whose name a relation has, so that {@code CREATE TABLE IF NOT EXISTS} would do
   * nothing.
   */
  abstract Optional<Destructive> firstThatExists(List<Destructive> tables) throws SQLException;

  /** The history table's name as SQL has it. */
  abstract String historyTable();

  /** Fills the engine's words into a statement about the history. */
  abstract String inDialect(String sql);

  /** How statements are run in batches. */
  abstract Backfills backfills();

  /** Runs SQL of a script, for as long as its statements may take. */
  abstract void runLimited(Script script, String sql) throws SQLException;

  /** What a check finds, on this session's connection. */
  final List<String> differences(SchemaCheck check) throws SQLException {
    return List.copyOf(check.differences(connection));
  }

  /** Runs one statement outside a transaction. */
  final void runAlone(Script script, SqlStatement statement) {
    try {
      runLimited(script, statement.text());
    } catch (SQLException e) {
      throw Failure.of(script, statement, e).exception();
    }
  }

  /** The statement that makes this change, with a {@code ?} for each parameter. */
  final String sql(HistoryChange change) {
    String database = Ownership.literal(database());
    return inDialect(change.sql()).replace("%s", historyTable()).replace("{database}", database);
  }

  /**
   * A literal of the name that a row of the database has now, which it gets with the next change.
   */
  final String nameOf(String version) {
    return Ownership.literal(ownership.nameOf(version));
  }

  final void write(HistoryChange change) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql(change))) {
      for (int i = 0; i < change.parameters().size(); i++) {
        statement.setObject(i + 1, change.parameters().get(i));
      }
      statement.execute();
    }
  }

  final void execute(String sql) throws SQLException {
    try (Statement statement = statement()) {
      execute(statement, sql);
    }
  }

  /** Runs SQL to its end. */
  static void execute(Statement statement, String sql) throws SQLException {
    if (statement.execute(sql)) {
      readAll(statement);
    }
  }

  /** SQLite computes a row when it is asked for, and may fail at any of them. */
  private static void readAll(Statement statement) throws SQLException {
    try (ResultSet result = statement.getResultSet()) {
      boolean more = result.next();
      while (more) {
        more = result.next();
      }
    }
  }

  /** A statement whose text goes to the database as it is: braces are no JDBC escapes. */
  final Statement statement() throws SQLException {
    Statement statement = connection.createStatement();
    statement.setEscapeProcessing(false);
    return statement;
  }

  /**
   * Reads the history table.
   *
   * @param appliedAt that column as text
   * @param named whether the table says the databases' names, which it didn't always
   */
  final List<HistoryRow> readRows(String appliedAt, boolean named) throws SQLException {
    List<Ownership.Named> rows = new ArrayList<>();
    try (Statement statement = statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT version, name, checksum, state, "
                    + appliedAt
                    + ", applied_by, duration_ms, statements_done, draft, down_sql, "
                    + (named ? "note, database_name" : "NULL, ''")
                    + " FROM "
                    + historyTable())) {
      while (result.next()) {
        rows.add(new Ownership.Named(result.getString(12), row(result)));
      }
    }
    rows.sort(Comparator.comparing(row -> row.row().version()));
    ownership = Ownership.of(set, rows);
    return named ? withBatches(ownership.rows()) : ownership.rows();
  }

  private List<HistoryRow> withBatches(List<HistoryRow> rows) throws SQLException {
    Set<String> batched = BackfillTable.progress(this, rows).keySet();
    if (batched.isEmpty()) {
      return rows;
    }
    return rows.stream()
        .map(row -> batched.contains(row.version()) ? row.withBatches() : row)
        .toList();
  }

  /** Whether rows of the database have no name yet, as those of an older layout. */
  final boolean lacksNames() {
    return ownership.claimed().containsKey("");
  }

  private static HistoryRow row(ResultSet result) throws SQLException {
    return new HistoryRow(
        result.getString(1),
        result.getString(2),
        result.getString(3),
        HistoryRow.State.of(result.getString(4)),
        Instant.parse(result.getString(5)),
        result.getString(6),
        result.getLong(7),
        result.getInt(8),
        result.getBoolean(9),
        result.getString(10),
        result.getString(11),
        false,
        false);
  }
}
