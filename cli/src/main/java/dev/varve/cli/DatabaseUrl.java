package dev.varve.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Which database to connect to.
 *
 * @param jdbc the JDBC URL without its parameters, so that no password can get into a message
 * @param properties what the driver gets with it, user and password among them
 */
record DatabaseUrl(String jdbc, Map<String, String> properties) {
  static final String FORMS =
      "postgres://user@host/database, sqlite:path, jdbc:postgresql://host/database?user=me or"
          + " jdbc:sqlite:path";

  private static final String JDBC = "jdbc:";
  private static final String SQLITE = "sqlite:";

  /** SQLite's own number for "read and write, but don't create" (SQLITE_OPEN_READWRITE). */
  private static final String EXISTING = "2";

  /** Copies the map. */
  DatabaseUrl {
    properties = Map.copyOf(properties);
  }

  /**
   * Reads a URL.
   *
   * @throws CommandException if it is none of {@link #FORMS}; the message shows nothing that may be
   *     secret
   */
  static DatabaseUrl parse(String text) {
    String url = text.strip();
    String plain = url.startsWith(JDBC) ? url.substring(JDBC.length()) : url;
    if (plain.startsWith(SQLITE)) {
      String path = plain.substring(SQLITE.length());
      return sqlite(url.startsWith(JDBC) || !path.startsWith("//") ? path : path.substring(2));
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return PostgresUrl.ofJdbc(url);
    }
    if (url.startsWith("postgres://") || url.startsWith("postgresql://")) {
      return PostgresUrl.ofUri(url.substring(url.indexOf("://") + "://".length()));
    }
    throw CommandException.usage(
        "the database URL " + scheme(url) + "; write " + FORMS + ", of PostgreSQL or SQLite");
  }

  private static String scheme(String url) {
    int colon = url.indexOf(':', url.startsWith(JDBC) ? JDBC.length() : 0);
    return colon < 0 ? "names no kind of database" : "begins with " + url.substring(0, colon + 1);
  }

  private static DatabaseUrl sqlite(String path) {
    if (path.isEmpty()) {
      throw CommandException.usage("the database URL names no file; write sqlite:path");
    }
    return new DatabaseUrl(JDBC + SQLITE + path, Map.of());
  }

  /**
   * Connects.
   *
   * @param creating whether a SQLite file that doesn't exist is made
   * @throws CommandException if that isn't possible
   */
  Connection connect(boolean creating) {
    Properties info = new Properties();
    info.putAll(properties);
    if (isSqlite() && !creating) {
      info.setProperty("open_mode", EXISTING);
    }
    try {
      return DriverManager.getConnection(jdbc, info);
    } catch (SQLException e) {
      throw CommandException.failed("cannot connect to " + this + ": " + e.getMessage() + hint(e));
    }
  }

  /** The SQLite file that isn't there, where it is certain that this is one: the folder is. */
  Optional<Path> missingFile() {
    String path = jdbc.substring(JDBC.length());
    if (!isSqlite() || path.startsWith(SQLITE + ":") || path.startsWith(SQLITE + "file:")) {
      return Optional.empty();
    }
    int end = path.indexOf('?');
    Path file = Path.of(path.substring(SQLITE.length(), end < 0 ? path.length() : end));
    Path folder = file.toAbsolutePath().getParent();
    return !Files.exists(file) && folder != null && Files.isDirectory(folder)
        ? Optional.of(file)
        : Optional.empty();
  }

  /** An empty database instead of the file that isn't there. */
  DatabaseUrl empty() {
    return new DatabaseUrl(JDBC + SQLITE + ":memory:", Map.of());
  }

  private String hint(SQLException e) {
    int cannotOpen = 14; // SQLITE_CANTOPEN
    return isSqlite() && e.getErrorCode() == cannotOpen
        ? "\n  Is this the right path? Only varve up makes a file, and no command makes a folder."
        : "";
  }

  private boolean isSqlite() {
    return jdbc.startsWith(JDBC + SQLITE);
  }

  /**
   * Which database it is: host, port, database and user, or the file.
   *
   * @param connection made by it
   */
  String target(Connection connection) throws SQLException {
    if (isSqlite()) {
      return toString();
    }
    String address = jdbc.substring(JDBC.length());
    boolean port = address.matches("[^/]*//.*:\\d+(/.*)?") || !address.contains("//");
    String full = port ? address : address.replaceFirst("(//[^/,]+)(/|$)", "$1:5432$2");
    return Wording.masked(full + " as " + connection.getMetaData().getUserName());
  }

  /** The URL without parameters, and with the user: for messages. */
  @Override
  public String toString() {
    String url = jdbc.substring(JDBC.length());
    String user = properties.get("user");
    return Wording.masked(user == null ? url : url + " as " + user);
  }
}
