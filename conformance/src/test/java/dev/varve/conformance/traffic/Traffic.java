package dev.varve.conformance.traffic;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Somebody who reads and somebody who writes, in short transactions, until it is closed. */
final class Traffic implements AutoCloseable {
  private static final int ROWS = 100_000;
  private static final int VISITORS = 3;

  private final ExecutorService threads = Executors.newFixedThreadPool(VISITORS);
  private final List<Future<Integer>> visitors = new ArrayList<>();
  private final Connector connector;
  private final CountDownLatch begun = new CountDownLatch(VISITORS);
  private volatile boolean over;

  /** Opens connections to one database. */
  interface Connector {
    Connection open() throws SQLException;
  }

  /** What a visitor does in a transaction. */
  private interface Visit {
    String sql(int number, Random random);
  }

  Traffic(Connector connector) {
    this.connector = connector;
  }

  /** Fills the tables. */
  static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO customers (name) SELECT 'Customer ' || n FROM generate_series(1, 1000) n");
      statement.execute(
          "INSERT INTO items (code, colour, amount, weight, customer_id, kind, mood, plain)"
              + " SELECT 'c' || n, CASE n % 3 WHEN 0 THEN 'blue' END, n, n, n % 1000 + 1, 'NEW',"
              + " 'FINE', 'p' || n % 100 FROM generate_series(1, "
              + ROWS
              + ") n");
    }
  }

  /** Returns once all have been there. A visitor who waits longer than that for a lock fails. */
  void start(String lockTimeout) throws InterruptedException {
    Visit reader = (number, random) -> "SELECT plain FROM items WHERE id = " + row(random);
    Visit inserter =
        (number, random) ->
            "INSERT INTO items (code, amount, weight, customer_id, kind, mood, plain) VALUES"
                + " ('new %1$d', 1, 1, 1, 'OLD', 'BAD', 'p');".formatted(number)
                + " UPDATE items SET plain = 'q' WHERE id = currval('items_id_seq')";
    Visit updater = (number, random) -> "UPDATE items SET plain = 'u' WHERE id = " + row(random);
    for (Visit visit : List.of(reader, inserter, updater)) {
      visitors.add(threads.submit(visitor(visit, lockTimeout)));
    }
    begun.await();
  }

  private static int row(Random random) {
    return 1 + random.nextInt(ROWS);
  }

  private Callable<Integer> visitor(Visit visit, String lockTimeout) {
    return () -> {
      try (Connection connection = connector.open();
          Statement statement = connection.createStatement()) {
        statement.execute("SET application_name = 'visitor'");
        statement.execute("SET lock_timeout = '" + lockTimeout + "'");
        Random random = new Random(1);
        int visits = 0;
        while (!over) {
          statement.execute(visit.sql(visits++, random));
          if (visits == 1) {
            begun.countDown();
          }
        }
        return visits;
      }
    };
  }

  /** Ends it; how many transactions each visitor made. */
  List<Integer> end() throws SQLException, InterruptedException {
    over = true;
    List<Integer> visits = new ArrayList<>();
    for (Future<Integer> visitor : visitors) {
      try {
        visits.add(visitor.get());
      } catch (ExecutionException e) {
        throw new SQLException("a visitor failed: " + e.getCause().getMessage(), e);
      }
    }
    return visits;
  }

  @Override
  public void close() {
    over = true;
    threads.shutdown();
  }
}
