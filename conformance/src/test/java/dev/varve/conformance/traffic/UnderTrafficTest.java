package dev.varve.conformance.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.conformance.Databases;
import dev.varve.runtime.MigrationException;
import dev.varve.runtime.Migrator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What javac gave, applied to a table of 100,000 rows that others read and write. */
class UnderTrafficTest {
  /** In milliseconds; what takes as long for a full table as for an empty one takes a few. */
  private static final int LONG = 2_000;

  @TempDir private Path directory;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private Shop shop;
  private Connection connection;
  private String url;

  @BeforeEach
  void begin() throws Exception {
    shop = new Shop(directory);
    shop.seal(Shop.FIRST, "init", "20260101000000");
    connection = Databases.postgresql();
    url = connection.getMetaData().getURL();
    migrator().up();
    Traffic.fill(connection);
  }

  @AfterEach
  void end() throws SQLException {
    thread.shutdown();
    connection.close();
  }

  private Migrator migrator() {
    return Migrator.of(connection).directory(shop.db()).lockTimeout(Duration.ofMinutes(2));
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(url, "postgres", "");
  }

  private List<String> rows(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** Others wait for a moment, but for rows that are being given values. */
  @Test
  void nobodyWaitsForWhatIsNotAnnounced() throws Exception {
    shop.seal(Shop.SECOND, "more", "20260102000000");
    assertEquals(5, shop.migrations().size(), shop.migrations().toString());
    Map<String, Long> waits = migrate("30s");
    waits.keySet().removeIf(sql -> sql.contains("UPDATE items SET"));
    waits.values().removeIf(milliseconds -> milliseconds < LONG);
    assertEquals(Map.of(), waits);
    assertEquals(
        List.of("t"),
        rows(
            "SELECT bool_and(label = code || '!' AND level = 7 AND colour IS NOT NULL"
                + " AND (colour = 'green') = (id % 3 <> 0)) FROM items WHERE id <= 100000"));
  }

  /** Whoever comes meanwhile waits until the table is rewritten, and goes on. */
  @Test
  void whatRewritesMakesOthersWait() throws Exception {
    shop.seal(Shop.SECOND, "more", "20260102000000");
    migrator().up();
    shop.seal(Shop.THIRD, "wider", "20260103000000");
    migrate("60s");
    assertEquals(List.of("bigint"), rows("SELECT pg_typeof(weight) FROM items LIMIT 1"));
  }

  /** Runs what is pending; how long others waited for each statement. */
  private Map<String, Long> migrate(String lockTimeout) throws Exception {
    Waits waits = new Waits(this::open);
    Future<Map<String, Long>> watched = thread.submit(waits);
    try (Traffic traffic = new Traffic(this::open)) {
      traffic.start(lockTimeout);
      migrator().up();
      List<Integer> visits = traffic.end();
      assertTrue(visits.stream().allMatch(count -> count > 1), visits.toString());
    } finally {
      waits.end();
    }
    return watched.get();
  }

  @Test
  void anInvalidIndexIsGoneAfterTheNextRun() throws Exception {
    shop.seal(Shop.SECOND, "more", "20260102000000");
    Connection first = open();
    try (Connection snapshot = open();
        Statement reader = snapshot.createStatement()) {
      snapshot.setAutoCommit(false);
      snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      reader.execute("SELECT count(*) FROM customers");
      Future<?> run = thread.submit(() -> Migrator.of(first).directory(shop.db()).up());
      terminateIndexBuild(run);
      Exception failure = assertThrows(Exception.class, run::get);
      assertTrue(failure.getCause() instanceof MigrationException, failure.toString());
      assertEquals(1, invalid().size());
    }
    migrator().up();
    assertEquals(List.of(), invalid());
    assertEquals(
        List.of("items_code_key", "items_customer_id_idx", "items_pkey", "items_plain_idx"),
        rows(
            "SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 'items'::regclass"
                + " AND indisvalid ORDER BY indexrelid::regclass::text"));
  }

  private List<String> invalid() throws SQLException {
    return rows("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid");
  }

  /** Once it waits for those that still see the table as it was before. */
  private void terminateIndexBuild(Future<?> run) throws SQLException {
    String end =
        "SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a"
            + " JOIN pg_stat_progress_create_index p ON p.pid = a.pid"
            + " WHERE p.phase LIKE 'waiting for old snapshots'";
    while (rows(end).isEmpty()) {
      assertTrue(!run.isDone(), "no index was built");
    }
  }
}
