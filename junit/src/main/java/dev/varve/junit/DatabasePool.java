package dev.varve.junit;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Databases with the content of one template: as many as tests run at one time. */
final class DatabasePool {
  private final Template template;
  private final boolean reuse;
  private final Deque<TestDatabase> clean = new ArrayDeque<>();

  /**
   * An empty pool.
   *
   * @param reuse whether databases are used for more than one test
   */
  DatabasePool(Template template, boolean reuse) {
    this.template = template;
    this.reuse = reuse;
  }

  Template template() {
    return template;
  }

  /** A clean database that nobody else has. */
  TestDatabase take() throws SQLException {
    TestDatabase database = poll();
    return database == null ? template.open() : database;
  }

  private synchronized @Nullable TestDatabase poll() {
    return clean.pollFirst();
  }

  /** Cleans a database for the next test. */
  void giveBack(TestDatabase database) throws SQLException {
    if (!reuse) {
      database.drop();
      return;
    }
    boolean kept = false;
    try {
      database.reset(template);
      kept = true;
    } finally {
      if (!kept) {
        database.drop();
      }
    }
    giveBackClean(database);
  }

  /** Takes back a database in which nothing was changed. */
  synchronized void giveBackClean(TestDatabase database) {
    clean.addFirst(database);
  }

  /** Drops all databases that nobody has. */
  void drop() throws SQLException {
    for (TestDatabase each = poll(); each != null; each = poll()) {
      each.drop();
    }
  }
}
