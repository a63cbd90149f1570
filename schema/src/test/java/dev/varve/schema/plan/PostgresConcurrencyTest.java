package dev.varve.schema.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.plan.PostgresCases.Case;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Others read and write while an index is built, a check validated, a value demanded. */
class PostgresConcurrencyTest {
  /**
   * Each statement online that may wait for others meets a transaction that has written to the
   * table: while it waits, the table can be read and written.
   */
  @Test
  void whoWaitsForWritersStopsNobody() throws Exception {
    Case change = find("add_unique_and_indexes");
    try (PostgresDatabase database = PostgresDatabase.with(change.evolution().from());
        Connection writer = PostgresDatabase.open();
        Connection visitor = PostgresDatabase.open()) {
      database.run(change.rows());
      int pid = Integer.parseInt(database.rows("SELECT pg_backend_pid()").get(0));
      ExecutorService executor = Executors.newSingleThreadExecutor();
      int row = 0;
      for (Migration migration : PostgresPlannerTest.plan(change, Versions.OLDEST)) {
        for (Statement statement : migration.up().statements()) {
          if (statement.sql().contains("CONCURRENTLY")) {
            writer.setAutoCommit(false);
            execute(writer, "INSERT INTO t (a) VALUES ('writer" + row + "')");
            Future<?> waiting =
                executor.submit(
                    () -> {
                      database.run(statement.sql());
                      return null;
                    });
            awaitWaiting(visitor, pid, waiting);
            execute(visitor, "SET lock_timeout = '10s'");
            execute(visitor, "INSERT INTO t (a) VALUES ('visitor" + row + "')");
            execute(visitor, "UPDATE t SET a = a || '!' WHERE a = 'visitor" + row + "'");
            execute(visitor, "SELECT a FROM t");
            writer.commit();
            waiting.get();
            row++;
          } else {
            database.run(statement.sql());
          }
        }
      }
      executor.shutdown();
      assertEquals(3, row);
      assertEquals(PostgresDatabase.stored(change.evolution().to()).contains("INVALID"), false);
    }
  }

  /** Until a statement waits for a lock; it does, or it is done, and then the test fails. */
  private static void awaitWaiting(Connection connection, int pid, Future<?> statement)
      throws Exception {
    boolean waits = false;
    while (!waits) {
      assertTrue(!statement.isDone(), "it didn't wait");
      try (java.sql.Statement query = connection.createStatement();
          ResultSet rows =
              query.executeQuery(
                  "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND pid = "
                      + pid)) {
        rows.next();
        waits = rows.getInt(1) > 0;
      }
    }
  }

  /** What is measured of the check that stands in for NOT NULL: it also stops old rows. */
  @Test
  void rowsWithoutAValueCanBeUpdatedUntilTheyHaveOne() throws Exception {
    Case change = find("set_not_null");
    try (PostgresDatabase database = PostgresDatabase.with(change.evolution().from())) {
      database.run(change.rows());
      for (Migration migration : PostgresPlannerTest.plan(change, Versions.OLDEST)) {
        for (Statement statement : migration.up().statements()) {
          database.run(statement.sql());
          database.run("UPDATE t SET a = a || '.'");
        }
      }
    }
  }

  /** A column that comes back without anything to put into it: nothing is half done. */
  @Test
  void whatCannotComeBackFailsAtOnce() throws Exception {
    Case change = find("drop_unique_column");
    try (PostgresDatabase database = PostgresDatabase.with(change.evolution().from())) {
      database.run("INSERT INTO t (a, code) VALUES ('x', 'c')");
      List<Migration> migrations = PostgresPlannerTest.plan(change, Versions.OLDEST);
      for (Migration migration : migrations) {
        database.run(migration.up());
      }
      database.run(migrations.get(1).down());
      String before = database.stored();
      SQLException failure =
          assertThrows(SQLException.class, () -> database.run(migrations.get(0).down()));
      assertTrue(failure.getMessage().contains("rows of t have no code"), failure.getMessage());
      assertEquals(before, database.stored());
      database.run("UPDATE t SET code = a");
      database.run(migrations.get(0).down());
      assertEquals(PostgresDatabase.stored(change.evolution().from()), stored(change, migrations));
    }
  }

  /** There and back with a row that gets its value again. */
  private static String stored(Case change, List<Migration> migrations) throws SQLException {
    try (PostgresDatabase database = PostgresDatabase.with(change.evolution().from())) {
      for (Migration migration : migrations) {
        database.run(migration.up());
      }
      for (int i = migrations.size() - 1; i >= 0; i--) {
        database.run(migrations.get(i).down());
      }
      return database.stored();
    }
  }

  private static Case find(String name) {
    return PostgresCases.all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
