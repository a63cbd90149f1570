package dev.varve.seed.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.value.Databases;
import dev.varve.seed.value.Engine;
import dev.varve.seed.value.ValueType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for all rows, whichever way they take. */
class LoadedRowsTest {
  private static final ValueType NUMBER = ValueType.parse("int64");
  private static final TableName NAME = new TableName("", "people");
  private static final LoadTable PEOPLE =
      new LoadTable(
          NAME, List.of(new LoadColumn("id", NUMBER), new LoadColumn("boss_id", NUMBER)), true);
  private static final LoadTable IN_ORDER = new LoadTable(NAME, PEOPLE.columns());

  @TempDir Path folder;

  private Connection connect(Way way) throws SQLException {
    Connection connection = way.connect(folder);
    Databases.run(
        connection,
        way.engine == Engine.POSTGRESQL
            ? "CREATE TABLE people (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                + " boss_id bigint CONSTRAINT people_boss_id_fkey REFERENCES people,"
                + " CONSTRAINT people_id_check CHECK (id > 0))"
            : "CREATE TABLE people (id INTEGER PRIMARY KEY AUTOINCREMENT,"
                + " boss_id INTEGER CONSTRAINT people_boss_id_fkey REFERENCES people,"
                + " CONSTRAINT people_id_check CHECK (id > 0)) STRICT");
    Databases.run(connection, "CREATE INDEX people_boss_id_idx ON people (boss_id)");
    if (way.engine == Engine.SQLITE) {
      Databases.run(connection, "PRAGMA foreign_keys = ON");
    }
    connection.setAutoCommit(false);
    return connection;
  }

  /** Rows from 1 on, of which each has the next as its boss and the last the first. */
  private static RowSource ring(int count) {
    int[] at = {0};
    return cells -> {
      if (at[0] == count) {
        return false;
      }
      cells[0] = (long) ++at[0];
      cells[1] = at[0] == count ? 1L : at[0] + 1L;
      return true;
    };
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM people")) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Complaint: circular references can't be loaded, or only with constraints switched off. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void rowsThatReferToEachOtherInACircleAreLoaded(Way way) throws Exception {
    for (int rows : new int[] {1, 2, 1_000, 50_000}) {
      try (Connection connection = connect(way)) {
        assertEquals(rows, Loader.of(connection).load(PEOPLE, ring(rows)));
        assertEquals(rows, count(connection));
        connection.rollback();
        Databases.run(connection, "DROP TABLE people");
        connection.commit();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aRowThatIsRefusedIsNamedByItsNumberWithItsConstraint(Way way) throws Exception {
    for (int place : new int[] {0, 7, 2_345}) {
      refused(way, place, (loader, rows) -> loader.load(IN_ORDER, rows));
      refused(way, place, (loader, rows) -> loader.encode(IN_ORDER, rows).send());
    }
  }

  /** How rows are handed over. */
  private interface Loading {
    long send(Loader loader, RowSource rows) throws SQLException;
  }

  private void refused(Way way, int place, Loading loading) throws SQLException {
    try (Connection connection = connect(way)) {
      int[] at = {0};
      RowSource rows =
          cells -> {
            cells[0] = at[0] == place ? -1L : at[0] + 1L;
            return at[0]++ < 3_000;
          };
      LoadException e =
          assertThrows(LoadException.class, () -> loading.send(Loader.of(connection), rows));
      assertEquals(place, e.row());
      assertEquals("people_id_check", e.refusal().constraint());
      connection.rollback();
      assertEquals(0, count(connection));
      Databases.run(connection, "DROP TABLE people");
      connection.commit();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aSourceThatFailsLeavesTheConnectionUsableAndNothingBehind(Way way) throws Exception {
    try (Connection connection = connect(way)) {
      IllegalStateException failure = new IllegalStateException("no more");
      int[] at = {0};
      assertSame(
          failure,
          assertThrows(
              IllegalStateException.class,
              () ->
                  Loader.of(connection)
                      .load(
                          IN_ORDER,
                          cells -> {
                            if (at[0] == 12_345) {
                              throw failure;
                            }
                            cells[0] = (long) ++at[0];
                            return true;
                          })));
      connection.rollback();
      assertEquals(0, count(connection));
      assertEquals(5, Loader.of(connection).load(PEOPLE, ring(5)));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void anInterruptedThreadStopsAndStaysInterrupted(Way way) throws Exception {
    try (Connection connection = connect(way)) {
      int[] at = {0};
      LoadException e =
          assertThrows(
              LoadException.class,
              () ->
                  Loader.of(connection)
                      .load(
                          IN_ORDER,
                          cells -> {
                            if (at[0] == 10_000) {
                              Thread.currentThread().interrupt();
                            }
                            cells[0] = (long) ++at[0];
                            return true;
                          }));
      assertTrue(Thread.interrupted());
      assertTrue(e.getMessage().contains("interrupted"), e.getMessage());
      assertTrue(at[0] < 100_000, "stopped after " + at[0]);
      connection.rollback();
      assertEquals(0, count(connection));
    }
  }

  /** Complaint: after a data set with explicit keys the application's next insert collides. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void theNextInsertOfTheApplicationDoesNotCollideWithRowsOfExplicitKeys(Way way) throws Exception {
    try (Connection connection = connect(way)) {
      Loader loader = Loader.of(connection);
      loader.load(PEOPLE, ring(41));
      loader.advance(NAME, "id", 41);
      Databases.run(connection, "INSERT INTO people (boss_id) VALUES (1)");
      assertEquals(42, count(connection));
      loader.advance(NAME, "id", 3);
      Databases.run(connection, "INSERT INTO people (boss_id) VALUES (42)");
    }
  }
}
