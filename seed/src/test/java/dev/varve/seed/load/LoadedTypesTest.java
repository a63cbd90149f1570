package dev.varve.seed.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.value.Canonical;
import dev.varve.seed.value.Column;
import dev.varve.seed.value.Columns;
import dev.varve.seed.value.Databases;
import dev.varve.seed.value.Decoder;
import dev.varve.seed.value.JsonText;
import dev.varve.seed.value.RecordAccess;
import dev.varve.seed.value.ValueType;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The extremes of every type arrive as they are, whichever way they take. */
class LoadedTypesTest {
  private static final Canonical VALUES =
      new Canonical(new JsonText(new RecordAccess(MethodHandles.lookup())));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Way.class)
  void theExtremesOfEveryTypeArriveAsTheyAre(Way way) throws Exception {
    try (Connection connection = way.connect(folder)) {
      connection.setAutoCommit(false);
      for (Column column : Columns.all()) {
        Databases.run(connection, column.table(way.engine));
        ValueType type = ValueType.parse(column.type());
        List<Object[]> rows = new ArrayList<>();
        rows.add(new Object[] {0L, null});
        for (Object value : column.values()) {
          rows.add(new Object[] {(long) rows.size(), VALUES.of(type, value)});
        }
        LoadTable table =
            new LoadTable(
                new TableName("", "t"),
                List.of(new LoadColumn("n", ValueType.parse("int32")), new LoadColumn("v", type)));
        Loader loader = Loader.of(connection);
        assertEquals(rows.size(), loader.load(table, Sources.of(rows)));
        compare(connection, column, type, rows);
        Databases.run(connection, "DELETE FROM t");
        assertEquals(rows.size(), loader.encode(table, Sources.of(rows)).send());
        compare(connection, column, type, rows);
        Databases.run(connection, "DROP TABLE t");
      }
    }
  }

  private static void compare(
      Connection connection, Column column, ValueType type, List<Object[]> rows) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT v FROM t ORDER BY n")) {
      for (Object[] row : rows) {
        assertTrue(result.next());
        Object read = Decoder.canonical(result, 1, type);
        if (type.kind() != ValueType.Kind.JSON || row[1] == null) {
          assertTrue(
              Objects.deepEquals(row[1], read), () -> column + ": " + row[1] + " became " + read);
        } else {
          assertEquals(same(connection, (String) row[1]), same(connection, (String) read));
        }
      }
    }
  }

  /** A document as the database itself would write it. */
  private static String same(Connection connection, String json) throws Exception {
    boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    String sql = postgres ? "SELECT ?::jsonb::text" : "SELECT json(?)";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, json);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
