package dev.varve.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server of one test's own, which may be killed and started again. */
public final class CrashingServer implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final Path data;
  private final Path programs;

  private CrashingServer(EmbeddedPostgres server, Path data, Path programs) {
    this.server = server;
    this.data = data;
    this.programs = programs;
  }

  /**
   * A new one that runs.
   *
   * @throws IOException if it doesn't start
   * @throws SQLException if it doesn't answer
   */
  public static CrashingServer start() throws IOException, SQLException {
    EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT current_setting('data_directory'), setting FROM pg_config WHERE name ="
                    + " 'BINDIR'")) {
      result.next();
      return new CrashingServer(server, Path.of(result.getString(1)), Path.of(result.getString(2)));
    }
  }

  /** The port that it listens at, on localhost, after a restart too. */
  public int port() {
    return server.getPort();
  }

  /**
   * Kills it with all of its processes, as the machine's death would.
   *
   * @throws IOException if it can't be found
   */
  public void kill() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle postmaster =
        ProcessHandle.of(pid).orElseThrow(() -> new IOException("no server process " + pid));
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    all.add(0, postmaster);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /**
   * Starts it again, on the same data.
   *
   * @throws IOException if it doesn't start
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  public void restart() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL doesn't run as root.
    }
    command.addAll(
        List.of(programs.resolve("pg_ctl").toString(), "-D", data.toString(), "-w", "start"));
    command.addAll(List.of("-l", data.resolve("restart.log").toString()));
    command.addAll(List.of("-o", "-F -p " + port()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(data.resolve("restart.log")));
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
