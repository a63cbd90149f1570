package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.Migrator;
import dev.varve.testing.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A way back that somebody refused fails in the engines' own shells, too, and changes nothing. */
class IrreversibleShellTest {
  private static final String FORMER =
      "@Entity record Customer(@Id long id, @Nullable String fax, @Nullable String phone) {}";
  private static final String PRESENT =
      """
      @Removed(column = "fax") @Irreversible(reason = "it's gone; nobody kept a copy")
      @Entity record Customer(@Id long id, @Nullable String phone) {}
      """;

  @TempDir Path root;
  private ShopProject project;

  @BeforeEach
  void sealed() throws Exception {
    project = new ShopProject(root);
    project.seal("start", "20261120070501", FORMER);
    project.seal("no_fax", "20261121070501", PRESENT);
  }

  @Test
  void psqlFails() throws Exception {
    assumeRuns("psql");
    String database = PostgresServer.create();
    try (Connection connection = PostgresServer.database(database).getConnection()) {
      migrate(connection);
      for (Path script : scripts("postgresql")) {
        String said =
            failing(
                List.of(
                    "psql",
                    "-X",
                    "-q",
                    "-v",
                    "ON_ERROR_STOP=1",
                    "-h",
                    "localhost",
                    "-U",
                    "postgres",
                    "-p",
                    String.valueOf(PostgresServer.port()),
                    "-d",
                    database,
                    "-f",
                    script.toString()));
        assertTrue(said.contains("irreversible"), said);
      }
      assertEquals("1", phone(connection));
    }
  }

  @Test
  void sqlite3Fails() throws Exception {
    assumeRuns("sqlite3");
    Path file = root.resolve("shop.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      migrate(connection);
      for (Path script : scripts("sqlite")) {
        String said = failing(List.of("sqlite3", "-bail", file.toString(), ".read " + script));
        assertTrue(said.contains("irreversible"), said);
      }
      assertEquals("1", phone(connection));
    }
  }

  private void migrate(Connection connection) throws SQLException {
    Migrator.of(connection).directory(project.db()).up();
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO customers (phone) VALUES ('1')");
    }
  }

  private static String phone(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM customers")) {
      assertTrue(result.next());
      assertEquals(2, result.getMetaData().getColumnCount());
      return result.getString("phone");
    }
  }

  /** The down scripts that refuse. */
  private List<Path> scripts(String dialect) throws Exception {
    List<Path> refusing = new ArrayList<>();
    try (Stream<Path> files = Files.list(project.db().resolve(dialect).resolve("migrations"))) {
      for (Path file : files.sorted().toList()) {
        if (Files.readString(file).contains("-- IRREVERSIBLE: it's gone; nobody kept a copy")) {
          refusing.add(file);
        }
      }
    }
    assertEquals(1, refusing.size());
    return refusing;
  }

  private static void assumeRuns(String shell) {
    boolean present = false;
    for (String path : System.getenv("PATH").split(":")) {
      present |= Files.isExecutable(Path.of(path, shell));
    }
    assumeTrue(present, shell + " isn't installed");
  }

  private static String failing(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
    assertNotEquals(0, process.exitValue(), said);
    return said;
  }
}
