package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.MigrationException;
import dev.varve.runtime.Migrator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code @Backfill} that has no value for some rows stops before it is in anybody's way. */
class StoppedBackfillTest {
  private static final String FORMER =
      """
      @Entity(table = "t") record T(@Id long id, String name, @Nullable String nick,
          @Nullable String alias) {}
      """;
  private static final String PRESENT =
      """
      @Entity(table = "t") record T(@Id long id, String name, @Nullable String nick,
          @Backfill("nick") String alias, @Backfill("upper(nick)") String shown) {}
      """;

  @TempDir Path root;

  @Test
  void leavesRowsThatCanBeUpdated() throws Exception {
    ShopProject project = new ShopProject(root);
    project.seal("start", "20261120070501", FORMER);
    try (Connection connection = Databases.postgresql()) {
      Migrator migrator = Migrator.of(connection).directory(project.db());
      migrator.up();
      run(connection, "INSERT INTO t (name, nick) VALUES ('a', 'n'), ('b', NULL)");
      project.seal("aliases", "20261121070501", PRESENT);
      MigrationException stopped = assertThrows(MigrationException.class, migrator::up);
      assertTrue(
          stopped.getMessage().contains("give them values first"), () -> stopped.getMessage());
      assertEquals(List.of("t_pkey"), constraints(connection));
      run(connection, "UPDATE t SET name = name || '!'");
      run(connection, "INSERT INTO t (name) VALUES ('c')");
      assertThrows(MigrationException.class, migrator::up);
      run(connection, "UPDATE t SET name = name || '!'");
      run(connection, "UPDATE t SET nick = 'given', alias = 'own' WHERE nick IS NULL");
      migrator.up();
      assertEquals(
          List.of("a!! n N", "b!! own GIVEN", "c! own GIVEN"),
          column(connection, "SELECT concat_ws(' ', name, alias, shown) FROM t ORDER BY name"));
      assertEquals(List.of("t_pkey"), constraints(connection));
      assertThrows(
          SQLException.class, () -> run(connection, "UPDATE t SET alias = NULL, shown = NULL"));
    }
  }

  private static List<String> constraints(Connection connection) throws SQLException {
    return column(
        connection,
        "SELECT conname FROM pg_constraint WHERE conrelid = 't'::regclass AND contype <> 'n'");
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        values.add(result.getString(1));
      }
    }
    return values;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
