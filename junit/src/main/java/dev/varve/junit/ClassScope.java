package dev.varve.junit;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where the tests of a class get their databases. What the class itself inserts, in
 * {@code @BeforeAll}, becomes a template of its own: its tests, and those of nested classes, begin
 * with it.
 */
final class ClassScope implements AutoCloseable {
  private final Settings settings;
  private final DatabasePool outer;
  private final RandomSeed random;
  private @Nullable Workplace own;
  private @Nullable DatabasePool inner;
  private boolean ownIsTaken;

  /**
   * The scope of a class.
   *
   * @param outer where the class gets its own database from
   */
  ClassScope(Settings settings, DatabasePool outer, RandomSeed random) {
    this.settings = settings;
    this.outer = outer;
    this.random = random;
  }

  RandomSeed random() {
    return random;
  }

  Settings settings() {
    return settings;
  }

  /** What is injected into the class's own methods. */
  synchronized Workplace workplace() throws SQLException {
    if (own == null) {
      own = new Workplace(outer.take(), random);
    }
    return own;
  }

  /** Adds to a failure of the class's own methods what is known of its database. */
  synchronized void explain(Throwable failure, String method, Run run) throws SQLException {
    if (own != null) {
      own.close();
      own.describe(failure, method, run);
    }
  }

  /** Where nested classes and tests get their databases from. */
  synchronized DatabasePool pool() throws SQLException {
    if (own == null) {
      return outer;
    }
    if (inner == null) {
      inner = new DatabasePool(own.database().freeze(), settings.isolation() != Isolation.CLONE);
    }
    return inner;
  }

  /** A database for one test: the class's own, if it has one that no other test uses now. */
  synchronized TestDatabase take() throws SQLException {
    DatabasePool pool = pool();
    if (own == null || ownIsTaken) {
      return pool.take();
    }
    ownIsTaken = true;
    return own.database();
  }

  /**
   * Takes a test's database back.
   *
   * @param clean whether nothing in it was changed
   */
  void giveBack(TestDatabase database, boolean clean) throws SQLException {
    DatabasePool pool = pool();
    if (isOwn(database)) {
      if (!clean) {
        database.reset(pool.template());
      }
      release();
    } else if (clean) {
      pool.giveBackClean(database);
    } else {
      pool.giveBack(database);
    }
  }

  private synchronized boolean isOwn(TestDatabase database) {
    return own != null && own.database() == database;
  }

  private synchronized void release() {
    ownIsTaken = false;
  }

  @Override
  public synchronized void close() throws SQLException {
    if (own != null) {
      own.end();
      outer.giveBack(own.database());
    }
    if (inner != null) {
      inner.drop();
      inner.template().drop();
    }
  }
}
