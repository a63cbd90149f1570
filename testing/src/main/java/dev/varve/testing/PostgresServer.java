package dev.varve.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * The PostgreSQL server that all tests of a JVM share: started when first asked for, stopped with
 * the JVM. It doesn't wait for disks, and cleans nothing up by itself.
 *
 * <p>A database has three hundred files, and tests make hundreds of databases. Removing all of them
 * can take longer than the half minute that Surefire gives a JVM to end, so nobody waits for it.
 */
public final class PostgresServer {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Where the library keeps data, and looks for what killed JVMs have left. */
  private static final String DIRECTORY = "ot.epg.working-dir";

  /** Bytes for the databases that the tests of a module leave, twice over. */
  private static final long ENOUGH = 6L << 30;

  private PostgresServer() {}

  private static final class Running {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      Path programs = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");
      Path parent = parent(programs);
      Path data = parent.resolve(UUID.randomUUID().toString());
      String before = System.getProperty(DIRECTORY, programs.toString());
      System.setProperty(DIRECTORY, parent.toString());
      try {
        EmbeddedPostgres server =
            builder(data).setOverrideWorkingDirectory(programs.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data), "postgres-stop"));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException("embedded PostgreSQL doesn't start", e);
      } finally {
        System.setProperty(DIRECTORY, before);
      }
    }

    /**
     * In the directory that the build names, a file system in memory, if it is there and has room:
     * on a disk the kernel takes longer for a new database's files than PostgreSQL does, and two
     * servers get in each other's way.
     */
    private static Path parent(Path otherwise) {
      Path memory = Path.of(System.getProperty("varve.memory", ""));
      boolean fits = Files.isWritable(memory) && memory.toFile().getUsableSpace() > ENOUGH;
      return fits && memory.isAbsolute() ? memory.resolve("embedded-pg") : otherwise;
    }

    private static EmbeddedPostgres.Builder builder(Path data) {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setServerConfig("fsync", "off")
          .setServerConfig("synchronous_commit", "off")
          .setServerConfig("full_page_writes", "off")
          .setServerConfig("autovacuum", "off");
    }

    /** Stops the server, and has its files removed by a process that may outlive this one. */
    private static void stop(EmbeddedPostgres server, Path data) {
      try {
        server.close();
        new ProcessBuilder("rm", "-rf", data.toString()).start();
      } catch (IOException e) {
        throw new UncheckedIOException("embedded PostgreSQL doesn't stop", e);
      }
    }
  }

  /** The port that it listens at, on localhost. */
  public static int port() {
    return Running.SERVER.getPort();
  }

  /**
   * The name of a new, empty database.
   *
   * @throws SQLException if it can't be created
   */
  public static String create() throws SQLException {
    String name = "test_" + COUNT.incrementAndGet();
    execute("CREATE DATABASE " + name);
    return name;
  }

  /**
   * Removes a database.
   *
   * @throws SQLException if somebody is still connected to it
   */
  public static void drop(String name) throws SQLException {
    execute("DROP DATABASE " + name);
  }

  /** Connections of the superuser to the database of that name. */
  public static DataSource database(String name) {
    return Running.SERVER.getDatabase("postgres", name);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
