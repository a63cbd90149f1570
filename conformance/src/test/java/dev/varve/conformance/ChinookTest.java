package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.Migrator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example's history ends at the schema that others wrote by hand, and it holds their rows. */
class ChinookTest {
  private static final String CASCADE =
      "a playlist's tracks go with the playlist: what a junction table means by default";

  private static final String REFUNDS =
      "Chinook's invoices are all paid; with an enum the store has something to add a value to";

  /** What the records give and Chinook hasn't, with the reason. */
  private static final Map<String, String> ADDED =
      new TreeMap<>(
          Map.of(
              "column invoice.status text not null",
              REFUNDS,
              "constraint invoice_status_check on invoice CHECK ((status = ANY (ARRAY['OPEN'::text,"
                  + " 'PAID'::text, 'REFUNDED'::text])))",
              REFUNDS,
              "constraint invoice_line_quantity_check on invoice_line CHECK ((quantity > 0))",
              "a rule of the store that Chinook leaves to its application",
              "constraint invoice_line_unit_price_check on invoice_line CHECK ((unit_price >="
                  + " (0)::numeric))",
              "the same",
              "constraint invoice_total_check on invoice CHECK ((total >= (0)::numeric))",
              "the same",
              "constraint track_milliseconds_check on track CHECK ((milliseconds > 0))",
              "the same",
              "constraint track_unit_price_check on track CHECK ((unit_price >= (0)::numeric))",
              "the same",
              "constraint playlist_track_playlist_id_fkey on playlist_track FOREIGN KEY"
                  + " (playlist_id) REFERENCES playlist(playlist_id) ON DELETE CASCADE",
              CASCADE,
              "constraint playlist_track_track_id_fkey on playlist_track FOREIGN KEY (track_id)"
                  + " REFERENCES track(track_id) ON DELETE CASCADE",
              CASCADE));

  /** What Chinook has and the records don't give, with the reason. */
  private static final Map<String, String> LEFT_OUT =
      new TreeMap<>(
          Map.of(
              "constraint playlist_track_playlist_id_fkey on playlist_track FOREIGN KEY"
                  + " (playlist_id) REFERENCES playlist(playlist_id)",
              CASCADE,
              "constraint playlist_track_track_id_fkey on playlist_track FOREIGN KEY (track_id)"
                  + " REFERENCES track(track_id)",
              CASCADE,
              "index CREATE INDEX playlist_track_playlist_id_idx ON public.playlist_track USING"
                  + " btree (playlist_id)",
              "the primary key starts with playlist_id and serves the same look-ups"));

  @BeforeEach
  void needsChinook() {
    assumeTrue(Chinook.isPresent(), "skipped: no Chinook data in " + Chinook.DIRECTORY);
  }

  @Test
  void theCatalogIsThatOfChinookButForWhatIsListed() throws Exception {
    try (Connection ours = Databases.postgresql();
        Connection theirs = Databases.postgresql()) {
      Migrator.of(ours).directory(ExampleStore.DB).up();
      try (Statement statement = theirs.createStatement()) {
        statement.execute(Chinook.script());
      }
      TreeSet<String> added = new TreeSet<>(Catalog.of(ours));
      added.removeAll(Catalog.of(theirs));
      TreeSet<String> leftOut = new TreeSet<>(Catalog.of(theirs));
      leftOut.removeAll(Catalog.of(ours));
      assertEquals(lines(ADDED.keySet()), lines(added));
      assertEquals(lines(LEFT_OUT.keySet()), lines(leftOut));
    }
  }

  @Test
  void postgresqlHoldsTheRows() throws Exception {
    try (Connection connection = Databases.postgresql()) {
      Migrator.of(connection).directory(ExampleStore.DB).up();
      load(connection, false);
      assertCounts(connection);
    }
  }

  @Test
  void sqliteHoldsTheRows() throws Exception {
    try (Connection connection = Databases.sqlite()) {
      Migrator.of(connection).directory(ExampleStore.DB).up();
      load(connection, true);
      assertCounts(connection);
      try (Statement statement = connection.createStatement();
          ResultSet on = statement.executeQuery("PRAGMA foreign_keys")) {
        assertEquals(1, on.getInt(1), "the rows were inserted with foreign keys on");
      }
      try (Statement statement = connection.createStatement();
          ResultSet violations = statement.executeQuery("PRAGMA foreign_key_check")) {
        assertFalse(violations.next());
      }
    }
  }

  private static String lines(Iterable<String> facts) {
    return String.join("\n", facts);
  }

  private static void load(Connection connection, boolean sqlite) throws Exception {
    Map<String, List<Map<String, Object>>> tables = Chinook.rows();
    connection.setAutoCommit(false);
    for (String table : Chinook.TABLES) {
      insert(connection, table, tables.get(table), sqlite);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void insert(
      Connection connection, String table, List<Map<String, Object>> rows, boolean sqlite)
      throws SQLException {
    List<String> columns = new ArrayList<>(rows.get(0).keySet());
    String insert =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(table, String.join(", ", columns), "?" + ", ?".repeat(columns.size() - 1));
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (Map<String, Object> row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          Object value = row.get(columns.get(i));
          if (sqlite) {
            statement.setObject(i + 1, stored(columns.get(i), value));
          } else {
            statement.setObject(i + 1, value == null ? null : value.toString(), Types.OTHER);
          }
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** SQLite has neither dates nor decimals: they are text in the form that the guide documents. */
  private static Object stored(String column, Object value) {
    if (value instanceof String text && column.endsWith("_date")) {
      return text + ".000000";
    }
    return value instanceof java.math.BigDecimal decimal ? decimal.toPlainString() : value;
  }

  private static void assertCounts(Connection connection) throws Exception {
    Map<String, Integer> expected = new TreeMap<>();
    Chinook.rows().forEach((table, rows) -> expected.put(table, rows.size()));
    Map<String, Integer> found = new TreeMap<>();
    for (String table : Chinook.TABLES) {
      try (Statement statement = connection.createStatement();
          ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
        count.next();
        found.put(table, count.getInt(1));
      }
    }
    assertEquals(expected, found);
  }
}
