package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import dev.varve.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates on a PostgreSQL server, which outlive the run that made them. */
class TemplatesTest {
  private static final String ONE = "CREATE TABLE a (id bigint PRIMARY KEY);";

  @TempDir private Path folder;

  @Test
  void theSameContentHasTheSameTemplateInEachRunAndAnotherOneAnother() throws Exception {
    Set<String> before = templates();
    DatabaseFiles files = files("same", ONE);
    assertEquals(1, tablesOf(files, false));
    Set<String> first = templates();
    assertEquals(before.size() + 1, first.size());
    assertEquals(1, tablesOf(files, false));
    assertEquals(1, tablesOf(files("copied", ONE), false));
    assertEquals(first, templates());
    assertEquals(2, tablesOf(files("more", ONE + "\nCREATE TABLE b (id bigint);"), false));
    assertEquals(first.size() + 1, templates().size());
    assertEquals(1 + 1, tablesOf(files, true), "its history is a table");
    assertEquals(first.size() + 2, templates().size());
  }

  @Test
  void oneThatNobodyHasUsedForLongGoes() throws Exception {
    Set<String> before = templates();
    DatabaseFiles files = files("old", ONE + "\n-- old");
    assertEquals(1, tablesOf(files, false));
    Set<String> made = templates();
    made.removeAll(before);
    String name = made.iterator().next();
    age(name);
    try (Run user = run()) {
      user.pool(settings(files, false)).take();
      assertEquals(1, tablesOf(files("new", ONE + "\n-- new"), false));
      assertTrue(templates().contains(name), "a live run has it");
    }
    assertEquals(1, tablesOf(files("new", ONE + "\n-- new"), false));
    assertFalse(templates().contains(name), name);
  }

  /** As if it were of last month. */
  private static void age(String template) throws SQLException {
    Rows.execute(
        PostgresServer.database("postgres"),
        "DO $$ BEGIN EXECUTE format('COMMENT ON DATABASE "
            + template
            + " IS %L', 'varve-test: template of ' || current_date - 8 || ' for hand'); END $$");
  }

  private DatabaseFiles files(String name, String schema) throws IOException {
    return new HandMade(folder.resolve(name), Engine.POSTGRESQL)
        .migration("20260101000000_make", schema, "DROP TABLE a;")
        .files(schema);
  }

  /** Has a run of its own copy the template, and counts the tables of the copy. */
  private static int tablesOf(DatabaseFiles files, boolean migrate) throws SQLException {
    try (Run run = run();
        Connection connection =
            run.pool(settings(files, migrate)).take().connections().getConnection()) {
      return Rows.count(connection, "pg_tables WHERE schemaname = 'public'");
    }
  }

  private static Run run() {
    return new Run(
        new Options(key -> key.equals(Options.URL) ? Optional.of(Launch.url()) : Optional.empty()));
  }

  private static Settings settings(DatabaseFiles files, boolean migrate) {
    return new Settings(
        files.loader(),
        Engine.POSTGRESQL,
        Optional.empty(),
        migrate,
        Isolation.WORKER,
        Baseline.None.class,
        0);
  }

  private static Set<String> templates() throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Connection connection = PostgresServer.database("postgres").getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT datname FROM pg_database WHERE datname ~ '^varve_test_template_[0-9a-f]{16}$'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
