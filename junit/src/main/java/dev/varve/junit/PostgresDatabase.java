package dev.varve.junit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A copy of a template, or of another one after the first was changed too much or kept. */
final class PostgresDatabase implements TestDatabase {
  private final PostgresServer server;
  private final Background background;
  private final ConnectionPool connections;
  private PostgresTemplate template;
  private volatile String name;
  private @Nullable Connection keeper;
  private @Nullable Connection sandbox;
  private boolean kept;

  PostgresDatabase(PostgresTemplate template, String name) {
    this.server = template.server();
    this.background = template.background();
    this.template = template;
    this.name = name;
    this.connections =
        new ConnectionPool(() -> server.connect(this.name, "ApplicationName=varve-test-code"));
  }

  @Override
  public ConnectionPool connections() {
    return connections;
  }

  @Override
  public Connection forSandbox() throws SQLException {
    Connection ready = sandbox;
    sandbox = null;
    return ready == null
        ? server.connect(name, "ApplicationName=varve-test-code&autosave=always")
        : ready;
  }

  /** A new session would take longer than the rest of what is done between two tests. */
  @Override
  public void giveBackForSandbox(Connection ended) throws SQLException {
    PostgresServer.execute(ended, "DISCARD ALL");
    sandbox = ended;
  }

  @Override
  public void reset(Template to) throws SQLException {
    connections.reclaim();
    connections.putIdle(discarded(connections.takeIdle()));
    if (kept || to != template || !sweep()) {
      replace((PostgresTemplate) to);
    }
  }

  /** What sessions have set, listen to, and have locked. */
  private static List<Connection> discarded(List<Connection> idle) throws SQLException {
    List<Connection> usable = new ArrayList<>(idle.size());
    for (Connection each : idle) {
      try {
        PostgresServer.execute(each, "DISCARD ALL");
        usable.add(each);
      } catch (SQLException e) {
        each.close(); // Somebody has sent BEGIN.
      }
    }
    return usable;
  }

  private boolean sweep() throws SQLException {
    Sweep sweep = template.sweep();
    if (!sweep.possible()) {
      return false;
    }
    try {
      return sweep.run(keeper());
    } catch (SQLException e) {
      if (!"55P03".equals(e.getSQLState())) {
        throw e;
      }
      String holders = Sweep.holders(keeper());
      replace(template);
      throw new TestDatabaseException(
          "the test has left a session behind that keeps tables locked, so that they can't be"
              + " emptied: "
              + holders
              + "; close or end it in the test",
          e);
    }
  }

  private Connection keeper() throws SQLException {
    Connection open = keeper;
    if (open == null) {
      open = server.connect(name, Sweep.parameters(server));
      keeper = open;
    }
    return open;
  }

  /** Goes on in another copy. */
  private void replace(PostgresTemplate by) throws SQLException {
    leave();
    name = by.copy();
    template = by;
    kept = false;
  }

  private void leave() throws SQLException {
    disconnect();
    if (!kept) {
      background.drop(name);
    }
  }

  private void disconnect() throws SQLException {
    connections.closeAll();
    if (keeper != null) {
      keeper.close();
      keeper = null;
    }
    if (sandbox != null) {
      sandbox.close();
      sandbox = null;
    }
  }

  @Override
  public Template freeze() throws SQLException {
    disconnect();
    String copy = server.copy(name, "what a class has inserted before its tests");
    return new PostgresTemplate(server, background, copy, template.files());
  }

  @Override
  public String keep(String test) throws SQLException {
    server.comment(name, "kept after " + test + " failed, removed by the next run");
    kept = true;
    return server.isLasting() ? server.place(name) : server.place(name) + script(test);
  }

  /** What is left of it when its server ends with the tests. */
  private String script(String test) throws SQLException {
    Path file = KeptFiles.directory().resolve(test + ".sql");
    KeptScript.write(keeper(), template.files().schema(), file);
    return "\nand for later, as a script for psql: " + file;
  }

  @Override
  public List<String> excerpt() throws SQLException {
    return Excerpt.of(keeper(), Sweep.TABLES);
  }

  @Override
  public void drop() throws SQLException {
    leave();
  }
}
