package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Appliers that end in the middle of a statement that must not meet a row twice. */
class BackfillKilledTest {
  private static final int ROWS = 20_000;
  private static final String FILL =
      "INSERT INTO t WITH RECURSIVE s (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < "
          + ROWS
          + ") SELECT 2 * i, 0 FROM s";

  @TempDir Path temp;
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private volatile boolean over;
  private UrlDataSource source;
  private MigrationFolder folder;

  private void open(Engine engine) throws Exception {
    System.out.println("killed backfills: seed " + seed);
    source = (UrlDataSource) Databases.create(engine, temp);
    Databases.run(source, "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, n INTEGER NOT NULL)");
    Databases.run(source, FILL);
    folder = new MigrationFolder(temp.resolve("db"), engine);
    folder.sealed(
        "20260101000001_one",
        "-- varve:transaction none\n-- varve:backfill batch=200 pause=2ms\nUPDATE t SET n = n + 1;",
        "SELECT 1;");
  }

  @BeforeEach
  void begin() {
    over = false;
  }

  @AfterEach
  void end() {
    over = true;
  }

  private long number(String query) throws SQLException {
    return Long.parseLong(Databases.rows(source, query).get(0));
  }

  /** Writes rows of its own between the others, and leaves those in peace. */
  private CompletableFuture<Integer> others() {
    return CompletableFuture.supplyAsync(
        () -> {
          Random keys = new Random(seed + 1);
          int writes = 0;
          try (Connection connection = source.getConnection()) {
            Databases.run(
                connection,
                source.url().contains("sqlite")
                    ? "PRAGMA busy_timeout = 20000"
                    : "SET lock_timeout TO '20s'");
            while (!over) {
              int key = 2 * keys.nextInt(ROWS) + 1;
              Databases.run(connection, "DELETE FROM t WHERE id = " + key);
              Databases.run(connection, "INSERT INTO t VALUES (" + key + ", 0)");
              Databases.run(connection, "UPDATE t SET n = n WHERE id = " + (key + 1));
              writes++;
              Thread.sleep(1);
            }
          } catch (SQLException | InterruptedException e) {
            throw new CompletionException(e);
          }
          return writes;
        });
  }

  private void assertEachRowOnce() throws SQLException {
    assertEquals(
        List.of("1|" + ROWS),
        Databases.rows(source, "SELECT n, count(*) FROM t WHERE id % 2 = 0 GROUP BY n"));
    assertEquals(
        List.of("0"), Databases.rows(source, "SELECT count(*) FROM t WHERE n NOT IN (0, 1)"));
    assertEquals(List.of("0"), Databases.rows(source, "SELECT count(*) FROM _varve_backfills"));
  }

  @ParameterizedTest
  @EnumSource
  void noRowIsMetTwiceOrLeftOut(Engine engine) throws Exception {
    open(engine);
    CompletableFuture<Integer> others = others();
    for (int kill = 0; kill < 4; kill++) {
      long goal = done() + 400 + random.nextInt(3_000);
      Process applier = ApplierProcess.start(source.url(), folder.db());
      while (done() < goal) {
        assertTrue(applier.isAlive(), "it was done before it could be killed; seed " + seed);
      }
      applier.destroyForcibly().waitFor();
    }
    Migrator migrator = Migrator.of(source).directory(folder.db());
    long rows =
        migrator
            .status()
            .entries()
            .get(0)
            .interruption()
            .flatMap(Interruption::backfill)
            .orElseThrow()
            .rows();
    assertTrue(rows >= 1_600 && rows < ROWS + 20_000, rows + " rows");
    migrator.up();
    over = true;
    assertTrue(others.join() > 10, "others did not write");
    assertEachRowOnce();
    assertTrue(migrator.status().upToDate());
  }

  /** How many of the rows that were there have been met. */
  private long done() throws SQLException {
    return number("SELECT count(*) FROM t WHERE n > 0 AND id % 2 = 0");
  }

  @Test
  void aLostConnectionLeavesWhatIsCommitted() throws Exception {
    open(Engine.POSTGRESQL);
    AtomicInteger left = new AtomicInteger();
    Migrator migrator =
        Migrator.of(source)
            .directory(folder.db())
            .listener(
                new MigrationListener() {
                  @Override
                  public void backfilling(BackfillProgress progress) {
                    if (left.decrementAndGet() == 0) {
                      terminate();
                    }
                  }
                });
    for (int lost = 0; lost < 3; lost++) {
      left.set(1 + random.nextInt(8));
      assertThrows(MigrationException.class, migrator::up);
    }
    Migrator.of(source).directory(folder.db()).up();
    assertEachRowOnce();
  }

  private void terminate() {
    try {
      Databases.run(
          source,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
              + " current_database() AND pid <> pg_backend_pid()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
