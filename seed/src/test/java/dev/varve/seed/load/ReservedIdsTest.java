package dev.varve.seed.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReservedIdsTest {
  private static final TableName A = new TableName("", "a");

  @TempDir Path folder;

  private Connection connect(Engine engine) throws Exception {
    Connection connection = Databases.connect(engine, folder);
    for (String table : new String[] {"a", "b"}) {
      Databases.run(
          connection,
          engine == Engine.POSTGRESQL
              ? "CREATE TABLE " + table + " (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)"
              : "CREATE TABLE " + table + " (id INTEGER PRIMARY KEY AUTOINCREMENT) STRICT");
    }
    return connection;
  }

  private static IdRequest want(String table, int count) {
    return new IdRequest(new TableName("", table), "id", ValueType.parse("int64"), count);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void idsOfSeveralTablesComeTogether(Engine engine) throws Exception {
    try (Connection connection = connect(engine)) {
      List<Ids> ids = Loader.of(connection).reserve(List.of(want("a", 3), want("b", 50_000)));
      assertEquals(List.of(1L, 3L), List.of(ids.get(0).at(0), ids.get(0).at(2)));
      assertEquals(50_000, ids.get(1).at(49_999));
      assertTrue(ids.get(1).isRange());
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void idsOfWhichNoRowIsThereYetAreNotGivenAgain(Engine engine) throws Exception {
    try (Connection connection = connect(engine)) {
      Loader loader = Loader.of(connection);
      assertEquals(1, loader.reserve(List.of(want("a", 3))).get(0).at(0));
      assertEquals(4, loader.reserve(List.of(want("a", 3))).get(0).at(0));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void idsThatRowsWereGivenExplicitlyArePassedOver(Engine engine) throws Exception {
    try (Connection connection = connect(engine)) {
      String always = engine == Engine.POSTGRESQL ? " OVERRIDING SYSTEM VALUE" : "";
      Databases.run(connection, "INSERT INTO a (id)" + always + " VALUES (2), (40)");
      Ids ids = Loader.of(connection).reserve(List.of(want("a", 3))).get(0);
      assertEquals(41, ids.at(0));
    }
  }

  @Test
  void idsBetweenWhichAnotherSessionTookSomeAreNoRange() throws Exception {
    try (Connection connection = connect(Engine.POSTGRESQL)) {
      Databases.run(connection, "ALTER SEQUENCE a_id_seq INCREMENT BY 2");
      Ids ids = Loader.of(connection).reserve(List.of(want("a", 3))).get(0);
      assertFalse(ids.isRange());
      assertEquals(List.of(1L, 3L, 5L), List.of(ids.at(0), ids.at(1), ids.at(2)));
    }
  }

  /** The table is a view that lets others take numbers while it is asked for its greatest. */
  @Test
  void numbersThatOthersTakeMeanwhileAreNotGivenAgain() throws Exception {
    try (Connection connection = connect(Engine.POSTGRESQL)) {
      Databases.run(connection, "INSERT INTO b (id) OVERRIDING SYSTEM VALUE VALUES (2), (40)");
      Databases.run(connection, "DROP TABLE a");
      Databases.run(
          connection,
          "CREATE SEQUENCE a_id_seq;"
              + " CREATE FUNCTION others() RETURNS bigint LANGUAGE sql VOLATILE AS"
              + " 'SELECT max(nextval(''a_id_seq'')) FROM generate_series(1, 1000)';"
              + " CREATE VIEW a AS SELECT id FROM b WHERE others() > 0;"
              + " ALTER SEQUENCE a_id_seq OWNED BY a.id");
      Ids ids = Loader.of(connection).reserve(List.of(want("a", 3))).get(0);
      assertTrue(ids.at(0) > 2_000, "the first is " + ids.at(0));
    }
  }

  /** Takes numbers, of which each must be greater than the one before. */
  private static long taken(Connection connection, long last) {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT nextval('a_id_seq') FROM generate_series(1, 200)")) {
      long greatest = last;
      while (rows.next()) {
        assertTrue(rows.getLong(1) > greatest, rows.getLong(1) + " after " + greatest);
        greatest = rows.getLong(1);
      }
      return greatest;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSequenceThatStartsFurtherOnStaysThere() throws Exception {
    try (Connection connection = connect(Engine.POSTGRESQL)) {
      Databases.run(connection, "ALTER SEQUENCE a_id_seq RESTART WITH 1000");
      Loader.of(connection).advance(A, "id", 41);
      assertTrue(taken(connection, 999) >= 1_000);
    }
  }

  @Test
  void aLongWayIsOneStep() throws Exception {
    try (Connection connection = connect(Engine.POSTGRESQL)) {
      long far = 4_000_000_000_000_000L;
      Loader.of(connection).advance(A, "id", far);
      assertEquals(far + 200, taken(connection, far));
    }
  }
}
