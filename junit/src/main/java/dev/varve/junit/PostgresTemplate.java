package dev.varve.junit;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A database on the server that others are copied from. Nobody can connect to it: else it couldn't
 * be copied.
 */
final class PostgresTemplate implements Template {
  /** The first key of the lock that each run holds on a template it uses. */
  static final int USES = 0x56525655;

  private static final int AHEAD = 3;

  private final PostgresServer server;
  private final Background background;
  private final String name;
  private final DatabaseFiles files;
  private final Deque<Future<String>> ahead = new ArrayDeque<>();
  private @Nullable Sweep sweep;
  private int copies;

  /**
   * A database that is there already.
   *
   * @param files where its tables come from
   */
  PostgresTemplate(PostgresServer server, Background background, String name, DatabaseFiles files) {
    this.server = server;
    this.background = background;
    this.name = name;
    this.files = files;
  }

  PostgresServer server() {
    return server;
  }

  DatabaseFiles files() {
    return files;
  }

  Background background() {
    return background;
  }

  /** How to empty a copy, which is known when there is one. */
  synchronized Sweep sweep() {
    return Objects.requireNonNull(sweep);
  }

  /** Looks at a copy that nobody has changed; all others are the same. */
  private synchronized void learn(String copy) throws SQLException {
    if (sweep == null) {
      sweep = Sweep.of(server, copy);
    }
  }

  /**
   * A new copy. From the second time on one is made ahead for each that is taken, up to three.
   *
   * @return its name
   */
  String copy() throws SQLException {
    Future<String> made;
    synchronized (this) {
      made = ahead.pollFirst();
      copies++;
      while (copies > 1 && ahead.size() < Math.min(copies - 1, AHEAD)) {
        ahead.addLast(background.make(session -> server.copy(session, name, purpose())));
      }
    }
    String copy = made == null ? server.copy(name, purpose()) : Background.await(made);
    learn(copy);
    return copy;
  }

  private String purpose() {
    return "database of one run of tests, removed by the next";
  }

  @Override
  public TestDatabase open() throws SQLException {
    return new PostgresDatabase(this, copy());
  }

  /** Only templates of a single run are removed: the others serve the next run as well. */
  @Override
  public void drop() throws SQLException {
    for (Future<String> each = poll(); each != null; each = poll()) {
      background.drop(Background.await(each));
    }
    if (!name.startsWith(PostgresTemplates.PREFIX)) {
      background.drop(name);
    }
  }

  private synchronized @Nullable Future<String> poll() {
    return ahead.pollFirst();
  }
}
