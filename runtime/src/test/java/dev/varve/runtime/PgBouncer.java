package dev.varve.runtime;

import dev.varve.testing.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A PgBouncer of one's own before the tests' server, on a port of the loopback interface. */
record PgBouncer(Process process, int port) implements AutoCloseable {
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  /** Where Debian has it, or another place of the path. */
  static Optional<Path> program() {
    List<Path> folders = new ArrayList<>(List.of(Path.of("/usr/sbin")));
    for (String folder : System.getenv("PATH").split(":")) {
      folders.add(Path.of(folder));
    }
    return folders.stream()
        .map(folder -> folder.resolve("pgbouncer"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static PgBouncer start(Path folder, String mode, int servers) throws Exception {
    int port = freePort();
    Path ini = folder.resolve("pgbouncer.ini");
    Files.writeString(
        ini,
        """
        [databases]
        * = host=127.0.0.1 port=%d user=postgres
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = any
        pool_mode = %s
        default_pool_size = %d
        ignore_startup_parameters = extra_float_digits
        """
            .formatted(PostgresServer.port(), port, mode, servers));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(ini, PosixFilePermissions.fromString("rw-r--r--"));
    List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString(), "-q"));
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("-u", "nobody"));
    }
    command.add(ini.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("pgbouncer.log").toFile())
            .start();
    PgBouncer started = new PgBouncer(process, port);
    started.await(folder.resolve("pgbouncer.log"));
    return started;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await(Path log) throws Exception {
    long start = System.nanoTime();
    while (true) {
      try (Connection connection = database("postgres").getConnection()) {
        connection.setReadOnly(true);
        return;
      } catch (SQLException notYet) {
        if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
          close();
          throw new IOException(Files.readString(log), notYet);
        }
        Thread.sleep(20);
      }
    }
  }

  UrlDataSource database(String name) {
    return new UrlDataSource(
        "jdbc:postgresql://127.0.0.1:" + port + '/' + name + "?user=postgres&prepareThreshold=0");
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
