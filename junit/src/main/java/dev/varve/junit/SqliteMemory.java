package dev.varve.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A SQLite database in memory that all connections of this process can share: its name begins with
 * a slash (<a href="https://www.sqlite.org/src/file/src/memdb.c">memdb.c</a>). Unlike with a shared
 * cache, connections lock each other as they would with a file. It is there as long as one
 * connection is.
 */
final class SqliteMemory implements TestDatabase, Template {
  private final String source;
  private final Names names;
  private final Connection keeper;
  private final ConnectionPool connections;

  private SqliteMemory(Names names) throws SQLException {
    this.names = names;
    this.source = "file:/" + names.next() + "?vfs=memdb";
    this.keeper = connect("busy_timeout=2000");
    this.connections = new ConnectionPool(() -> connect("busy_timeout=5000"));
  }

  /** An empty database. */
  static SqliteMemory empty(Names names) throws SQLException {
    return new SqliteMemory(names);
  }

  private Connection connect(String setting) throws SQLException {
    String url = "jdbc:sqlite:" + source + "&foreign_keys=on&" + setting;
    try {
      return DriverManager.getConnection(url);
    } catch (SQLException e) {
      if ("08001".equals(e.getSQLState())) {
        throw new ExtensionConfigurationException(
            "SQLite's driver isn't on the class path; add org.xerial:sqlite-jdbc to the tests'"
                + " dependencies, or test on another engine: @VarveTest(database = POSTGRESQL)",
            e);
      }
      throw e;
    }
  }

  @Override
  public ConnectionPool connections() {
    return connections;
  }

  @Override
  public Connection forSandbox() throws SQLException {
    return connect("busy_timeout=5000");
  }

  @Override
  public void giveBackForSandbox(Connection ended) throws SQLException {
    ended.close();
  }

  @Override
  public TestDatabase open() throws SQLException {
    SqliteMemory copy = new SqliteMemory(names);
    copy.copy(this);
    return copy;
  }

  @Override
  public Template freeze() throws SQLException {
    connections.closeAll();
    SqliteMemory copy = new SqliteMemory(names);
    copy.copy(this);
    return copy;
  }

  @Override
  public void reset(Template to) throws SQLException {
    connections.closeAll();
    requireUnused();
    copy((SqliteMemory) to);
  }

  /** The driver doesn't say when a copy finds the database locked. */
  private void requireUnused() throws SQLException {
    try {
      execute("BEGIN EXCLUSIVE");
    } catch (SQLException e) {
      throw new TestDatabaseException(
          "a connection to the test's database, which didn't come from its DataSource, still has a"
              + " transaction open; close it in the test",
          e);
    }
    execute("ROLLBACK");
  }

  /** SQLite's backup, in memory: all pages, so tables, rows and counters. */
  private void copy(SqliteMemory from) throws SQLException {
    execute("restore from '" + from.source + "'");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = keeper.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public String keep(String test) throws SQLException {
    Path file = KeptFiles.directory().resolve(test + ".db");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new SQLException("can't write " + file, e);
    }
    execute("backup to " + quoted(file.toString()));
    return "jdbc:sqlite:" + file;
  }

  /**
   * A file's name for the driver's own statements, which know either quote and no escape (<a
   * href="https://github.com/xerial/sqlite-jdbc/blob/master/src/main/java/org/sqlite/ExtendedCommand.java">ExtendedCommand</a>).
   * VACUUM INTO would write the file where the database is: into memory.
   */
  private static String quoted(String file) {
    char quote = file.indexOf('\'') < 0 ? '\'' : '"';
    return quote + file + quote;
  }

  @Override
  public List<String> excerpt() throws SQLException {
    return Excerpt.of(
        keeper,
        "SELECT '\"' || replace(name, '\"', '\"\"') || '\"' FROM sqlite_schema WHERE type = 'table'"
            + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
  }

  @Override
  public void drop() throws SQLException {
    connections.closeAll();
    keeper.close();
  }
}
