package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often the applier turns to the database: as often with many migrations as with few. */
class RoundTripsTest {
  /** What comes before the first migration and after the last. */
  private static final int AROUND = 15;

  @TempDir Path temp;

  private MigrationFolder folder(Engine engine, int count) throws IOException {
    MigrationFolder folder = new MigrationFolder(temp.resolve("db"), engine);
    for (int i = 10; i < 10 + count; i++) {
      folder.sealed(
          "202601010000" + i + "_add_t" + i,
          "CREATE TABLE IF NOT EXISTS t"
              + i
              + " (x int);\nCREATE INDEX IF NOT EXISTS t"
              + i
              + "_x_idx ON t"
              + i
              + " (x);",
          "-- varve:destructive table t" + i + "\nDROP TABLE IF EXISTS t" + i + ";");
    }
    return folder;
  }

  private static List<String> asked(DataSource source, MigrationFolder folder) throws SQLException {
    List<String> asked = new ArrayList<>();
    try (Connection connection = source.getConnection()) {
      Migrator.of(ConnectionProxies.recording(connection, asked)).directory(folder.db()).up();
    }
    return asked;
  }

  @ParameterizedTest
  @EnumSource
  void upToDateAsksTwoQuestions(Engine engine) throws Exception {
    MigrationFolder folder = folder(engine, 3);
    DataSource source = Databases.create(engine, temp);
    asked(source, folder);
    List<String> again = asked(source, folder);
    assertEquals(2, again.size(), again.toString());
  }

  @Test
  void eachMigrationIsOneRoundTripToPostgresql() throws Exception {
    MigrationFolder folder = folder(Engine.POSTGRESQL, 40);
    DataSource source = Databases.create(Engine.POSTGRESQL, temp);
    List<String> asked = asked(source, folder);
    assertTrue(asked.size() <= 40 + AROUND, asked.size() + ": " + asked);
    assertEquals(40, Databases.tables(source, Engine.POSTGRESQL).size());
  }

  /** Two of the script's own, the row of the history, begin, commit, and one look around. */
  @Test
  void eachMigrationIsSixStatementsOnSqlite() throws Exception {
    MigrationFolder folder = folder(Engine.SQLITE, 40);
    DataSource source = Databases.create(Engine.SQLITE, temp);
    List<String> asked = asked(source, folder);
    assertTrue(asked.size() <= 40 * 6 + AROUND, asked.size() + ": " + asked);
    assertEquals(40, Databases.tables(source, Engine.SQLITE).size());
  }
}
