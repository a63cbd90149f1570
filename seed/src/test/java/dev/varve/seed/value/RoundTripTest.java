package dev.varve.seed.value;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.Arrays;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into either engine comes back, at the extremes of every type. */
class RoundTripTest {
  private static final RecordAccess RECORDS = new RecordAccess(MethodHandles.lookup());
  private static final Canonical VALUES = new Canonical(new JsonText(RECORDS));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void everyTypeComesBack(Engine engine) throws Exception {
    everythingComesBack(engine);
  }

  /** The driver sends PostgreSQL the JVM's zone; those of New York and Amsterdam had seconds. */
  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Europe/Amsterdam", "Asia/Kathmandu"})
  void noMatterWhereTheProgramRuns(String zone) throws Exception {
    TimeZone here = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      everythingComesBack(Engine.POSTGRESQL);
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void inventedValuesAreTakenAndUnique(Engine engine) throws Exception {
    Inventor inventor = new Inventor(1);
    try (Connection connection = Databases.connect(engine, folder)) {
      for (Column column : Columns.all()) {
        Databases.run(connection, column.table(engine));
        Databases.run(connection, "CREATE UNIQUE INDEX t_v_key ON t (v)");
        connection.setAutoCommit(false);
        ValueType type = ValueType.parse(column.type());
        Choices<Object> choices =
            inventor.choices("t", "v", type, new JavaType(column.java()), ValueDomain.ALL);
        for (int i = 0; i < Math.min(100, choices.count()); i++) {
          insert(engine, connection, type, i, choices.get(i));
        }
        connection.commit();
        connection.setAutoCommit(true);
        Databases.run(connection, "DROP TABLE t");
      }
    }
  }

  private void everythingComesBack(Engine engine) throws Exception {
    try (Connection connection = Databases.connect(engine, folder)) {
      for (Column column : Columns.all()) {
        Databases.run(connection, column.table(engine));
        ValueType type = ValueType.parse(column.type());
        for (int i = 0; i < column.values().size(); i++) {
          insert(engine, connection, type, i, VALUES.of(type, column.values().get(i)));
        }
        insert(engine, connection, type, -1, null);
        check(engine, connection, type, column);
        Databases.run(connection, "DROP TABLE t");
      }
    }
  }

  private static void insert(
      Engine engine, Connection connection, ValueType type, int n, Object canonical)
      throws Exception {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO t (n, v) VALUES (?, ?)")) {
      insert.setInt(1, n);
      if (canonical == null) {
        insert.setNull(2, Types.OTHER);
      } else if (engine == Engine.POSTGRESQL) {
        insert.setObject(2, PostgresEncoder.text(type, canonical), Types.OTHER);
      } else {
        insert.setObject(2, SqliteEncoder.value(type, canonical));
      }
      insert.executeUpdate();
    } catch (Exception e) {
      throw new AssertionError(type + " " + shown(canonical), e);
    }
  }

  /** Reads several times, because the driver changes to binary forms after five. */
  private static void check(Engine engine, Connection connection, ValueType type, Column column)
      throws Exception {
    JavaType java = new JavaType(column.java());
    try (PreparedStatement select = connection.prepareStatement("SELECT v FROM t ORDER BY n")) {
      for (int time = 0; time < 7; time++) {
        try (ResultSet result = select.executeQuery()) {
          assertTrue(result.next());
          assertNull(Decoder.canonical(result, 1, type));
          for (Object value : column.values()) {
            assertTrue(result.next());
            Object expected = java.of(type, VALUES.of(type, value), RECORDS);
            Object read = java.of(type, Decoder.canonical(result, 1, type), RECORDS);
            assertTrue(
                same(expected, read),
                () ->
                    engine
                        + " "
                        + column
                        + ": "
                        + shown(expected)
                        + " came back as "
                        + shown(read));
          }
        }
      }
    }
  }

  private static boolean same(Object expected, Object read) {
    if (expected instanceof java.net.URL) {
      return read instanceof java.net.URL && expected.toString().equals(read.toString());
    }
    if (expected instanceof String text && text.startsWith("{")) {
      return Objects.equals(JsonReader.read(text), JsonReader.read((String) read));
    }
    return Objects.deepEquals(expected, read)
        && (expected == null || expected.getClass().isArray() == read.getClass().isArray());
  }

  private static String shown(Object value) {
    return value == null ? "null" : value.getClass() + Arrays.deepToString(new Object[] {value});
  }
}
