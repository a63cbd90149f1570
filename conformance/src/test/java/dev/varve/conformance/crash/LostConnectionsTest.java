package dev.varve.conformance.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.MigrationException;
import dev.varve.runtime.format.Engine;
import dev.varve.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection to PostgreSQL is lost at any moment; then somebody runs the same again. */
class LostConnectionsTest {
  private static final int LAST = Program.PHASES - 1;

  private final int cuts = Integer.getInteger("varve.kills", 20) / 4;
  private final long seed = Long.getLong("varve.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir private Path directory;
  private Store start;
  private Program program;
  private List<String> expected;

  /** How long the same takes where nobody disturbs it, in nanoseconds. */
  private long undisturbed;

  @BeforeEach
  void runUndisturbed() throws Exception {
    Program.LOGGER.setLevel(Level.WARNING);
    start = PostgresqlStore.create();
    Scripts scripts = new PostgresqlScripts();
    start.execute(scripts.start());
    Path db = Folder.write(directory.resolve("db"), Engine.POSTGRESQL, scripts.after());
    program = new Program(db, db, Scripts.kept());
    Store store = start.copy();
    long began = System.nanoTime();
    program.run(store.url, LAST, phase -> {});
    undisturbed = System.nanoTime() - began;
    expected = store.dump();
    store.remove();
  }

  @AfterEach
  void remove() throws Exception {
    start.remove();
  }

  @Test
  void whatWasCutOffIsFoundOutByTheNext() throws Exception {
    int messages = messages();
    int made = 0;
    while (made < cuts) {
      int last = random.nextInt(messages);
      made += cut(last, made % 2 == 0) ? 1 : 0;
    }
  }

  private int messages() throws Exception {
    Store store = start.copy();
    try (CuttingProxy proxy = new CuttingProxy(PostgresServer.port(), Integer.MAX_VALUE, true)) {
      program.run(through(proxy, store), LAST, phase -> {});
      return proxy.messages();
    } finally {
      store.remove();
    }
  }

  /** False if there was less to be said than usual, and nothing was cut. */
  private boolean cut(int last, boolean delivered) throws Exception {
    String story = "seed " + seed + ", message " + last + (delivered ? " delivered" : " lost");
    Store store = start.copy();
    boolean hasCut;
    try (CuttingProxy proxy = new CuttingProxy(PostgresServer.port(), last, delivered)) {
      boolean failed = fails(through(proxy, store));
      hasCut = proxy.hasCut();
      assertEquals(hasCut, failed, story);
    }
    program.run(store.url, LAST, phase -> {});
    assertEquals("", Store.difference(expected, store.dump()), story);
    Store.requireClean(store, story);
    store.remove();
    return hasCut;
  }

  private boolean fails(String url) {
    try {
      program.run(url, LAST, phase -> {});
      return false;
    } catch (SQLException | MigrationException e) {
      return true;
    }
  }

  private static String through(CuttingProxy proxy, Store store) {
    return store.url.replace(":" + PostgresServer.port() + "/", ":" + proxy.port() + "/");
  }

  @Test
  void whoseServerProcessIsEndedIsFollowedByTheNext() throws Exception {
    int ended = 0;
    while (ended < cuts) {
      Store store = start.copy();
      long delay = (long) (random.nextDouble() * undisturbed);
      Thread killer = new Thread(() -> terminate(store, delay));
      killer.start();
      try {
        program.run(store.url, LAST, phase -> {});
      } catch (MigrationException | SQLException e) {
        assertTrue(isTerminated(e), "seed " + seed + e);
        ended++;
      }
      killer.join();
      program.run(store.url, LAST, phase -> {});
      assertEquals("", Store.difference(expected, store.dump()), "seed " + seed);
      Store.requireClean(store, "seed " + seed);
      store.remove();
    }
  }

  private static boolean isTerminated(Throwable e) {
    boolean found = false;
    for (Throwable t = e; t != null; t = t.getCause()) {
      found |=
          t instanceof SQLException s
              && List.of("57P01", "08006", "08003").contains(s.getSQLState());
    }
    return found;
  }

  private static void terminate(Store store, long nanos) {
    try (Connection connection = DriverManager.getConnection(store.url)) {
      Thread.sleep(nanos / 1_000_000);
      Store.rows(
          connection,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
              + " current_database() AND pid <> pg_backend_pid()");
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
