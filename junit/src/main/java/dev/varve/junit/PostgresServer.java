package dev.varve.junit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A PostgreSQL server on which databases are made. Its own session says to others that this run is
 * alive, by an advisory lock, which everybody sees in {@code pg_locks}.
 *
 * <p>All that is ever changed are databases whose name begins with {@link Names#PREFIX} and whose
 * comment begins with {@link #MARK}.
 */
final class PostgresServer implements AutoCloseable {
  /** What the comments of our databases begin with. */
  static final String MARK = "varve-test: ";

  /** The first key of the lock that each run holds; the second is its number. */
  static final int RUNS = 0x56525653;

  private final PostgresUrl url;
  private final Names names;
  private final Connection session;
  private final int version;
  private final boolean syncs;
  private final boolean superuser;
  private final boolean lasting;

  private PostgresServer(
      PostgresUrl url,
      Names names,
      Connection session,
      int version,
      boolean syncs,
      boolean superuser,
      boolean lasting) {
    this.url = url;
    this.names = names;
    this.session = session;
    this.version = version;
    this.syncs = syncs;
    this.superuser = superuser;
    this.lasting = lasting;
  }

  /**
   * Connects to a server, and looks what it is and may do.
   *
   * @param lasting whether it goes on when the tests end
   */
  static PostgresServer at(PostgresUrl url, Names names, boolean lasting) throws SQLException {
    Connection session = connect(url.text(), url);
    try (Statement statement = session.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT pg_advisory_lock("
                    + RUNS
                    + ", "
                    + names.run()
                    + "), current_setting('server_version_num')::int, current_setting('fsync') ="
                    + " 'on', rolsuper, rolcreatedb, rolname,"
                    + " set_config('idle_session_timeout', '0', false)"
                    + " FROM pg_roles WHERE rolname = current_user")) {
      row.next();
      boolean superuser = row.getBoolean(4);
      if (!superuser && !row.getBoolean(5)) {
        throw new ExtensionConfigurationException(
            "the role "
                + row.getString(6)
                + " of "
                + Options.URL
                + " may not create databases, and tests get databases of their own; execute ALTER"
                + " ROLE "
                + row.getString(6)
                + " CREATEDB, or name another role");
      }
      return new PostgresServer(
          url, names, session, row.getInt(2), row.getBoolean(3), superuser, lasting);
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static Connection connect(String url, PostgresUrl shown) throws SQLException {
    try {
      return DriverManager.getConnection(url);
    } catch (SQLException e) {
      if ("08001".equals(e.getSQLState()) && e.getCause() == null) {
        throw new ExtensionConfigurationException(
            "PostgreSQL's driver isn't on the class path; add org.postgresql:postgresql to the"
                + " tests' dependencies, for "
                + shown);
      }
      throw withoutPassword(e, shown);
    }
  }

  /** JDBC's own exceptions repeat the URL. */
  private static SQLException withoutPassword(SQLException e, PostgresUrl shown) {
    String said = String.valueOf(e.getMessage());
    String masked = PostgresUrl.masked(said);
    return new SQLException(
        "can't connect to " + shown + ": " + masked,
        e.getSQLState(),
        masked.equals(said) ? e : e.getCause());
  }

  /** How to get to a database that is kept. */
  String place(String database) {
    return url.with(database)
        + (lasting ? "" : " (as long as the tests run: the server is theirs)");
  }

  /** Whether it goes on when the tests end. */
  boolean isLasting() {
    return lasting;
  }

  int version() {
    return version;
  }

  boolean superuser() {
    return superuser;
  }

  String newName() {
    return names.next();
  }

  int run() {
    return names.run();
  }

  /** A connection to one of our databases. */
  Connection connect(String database, String parameter) throws SQLException {
    PostgresUrl there = url.with(database);
    return connect(there.plus(parameter), there);
  }

  /** A second session, for work in the background. */
  Connection another() throws SQLException {
    return connect(url.plus("ApplicationName=varve-test"), url);
  }

  /** Copies a template into a new database, on the server's own session. */
  String copy(String template, String purpose) throws SQLException {
    synchronized (session) {
      return copy(session, template, purpose);
    }
  }

  /**
   * Copies a template.
   *
   * <p>Without fsync it is faster to copy files; with it, each copied file waits for the disk, and
   * pages that are logged don't (<a
   * href="https://www.postgresql.org/docs/current/sql-createdatabase.html">CREATE DATABASE,
   * STRATEGY</a>; since 15).
   */
  String copy(Connection by, String template, String purpose) throws SQLException {
    String name = newName();
    String strategy = version < 150000 ? "" : " STRATEGY " + (syncs ? "WAL_LOG" : "FILE_COPY");
    execute(by, "CREATE DATABASE " + name + " TEMPLATE " + template + strategy);
    comment(by, name, purpose);
    return name;
  }

  /** An empty database. */
  String create(String purpose) throws SQLException {
    String name = newName();
    execute("CREATE DATABASE " + name);
    synchronized (session) {
      comment(session, name, purpose);
    }
    return name;
  }

  static void comment(Connection by, String database, String purpose) throws SQLException {
    execute(
        by, "COMMENT ON DATABASE " + database + " IS '" + MARK + purpose.replace("'", "''") + '\'');
  }

  void comment(String database, String purpose) throws SQLException {
    synchronized (session) {
      comment(session, database, purpose);
    }
  }

  /** Removes a database of this run, whoever is still connected to it. */
  static void drop(Connection by, String name) throws SQLException {
    if (!name.startsWith(Names.PREFIX)) {
      throw new IllegalArgumentException(name + " is not ours to drop");
    }
    execute(by, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  void execute(String sql) throws SQLException {
    synchronized (session) {
      execute(session, sql);
    }
  }

  static void execute(Connection by, String sql) throws SQLException {
    try (Statement statement = by.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of what a query gives. */
  List<String> texts(String sql) throws SQLException {
    synchronized (session) {
      return texts(session, sql);
    }
  }

  static List<String> texts(Connection by, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = by.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
