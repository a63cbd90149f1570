package dev.varve.seed.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.value.Databases;
import dev.varve.seed.value.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReservedIdsTest {
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
    return new IdRequest(new TableName("", table), "id", count);
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
}
