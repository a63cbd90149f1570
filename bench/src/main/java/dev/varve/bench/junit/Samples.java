package dev.varve.bench.junit;

import dev.varve.junit.Isolation;
import dev.varve.junit.VarveTest;
import dev.varve.runtime.format.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Classes of tests that insert a row into five tables of thirty. */
final class Samples {
  private static long inside;

  private Samples() {}

  /** The nanoseconds that tests themselves took since the last call. */
  static long takeInside() {
    long taken = inside;
    inside = 0;
    return taken;
  }

  /** Two hundred tests. */
  abstract static class Inserting {
    @RepeatedTest(200)
    void inserts(Connection connection) throws SQLException {
      long start = System.nanoTime();
      try (Statement statement = connection.createStatement()) {
        for (int i = 0; i < 5; i++) {
          statement.execute("INSERT INTO t" + i + " (id, name) VALUES (1, 'one')");
        }
      }
      inside += System.nanoTime() - start;
    }
  }

  /** SQLite, as by default. */
  @VarveTest(name = "thirty")
  static class Sqlite extends Inserting {}

  /** PostgreSQL, as by default. */
  @VarveTest(name = "thirty", database = Engine.POSTGRESQL)
  static class Worker extends Inserting {}

  /** A copy for each test. */
  @VarveTest(name = "thirty", database = Engine.POSTGRESQL, isolation = Isolation.CLONE)
  static class Clone extends Inserting {}

  /** A transaction for each test. */
  @VarveTest(name = "thirty", database = Engine.POSTGRESQL, isolation = Isolation.ROLLBACK)
  static class Rollback extends Inserting {}

  /** One test, on SQLite. */
  @VarveTest(name = "thirty")
  static class One {
    @Test
    void test(Connection connection) throws SQLException {
      connection.getAutoCommit();
    }
  }

  /** One test, without a database. */
  static class None {
    @Test
    void test() {}
  }
}
