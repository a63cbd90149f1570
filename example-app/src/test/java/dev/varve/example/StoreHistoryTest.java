package dev.varve.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.example.StoreDatabase.Engine;
import dev.varve.runtime.MigrationException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The store has been open since January, and its tables have had rows since: each migration finds
 * those that the application of its time wrote.
 */
class StoreHistoryTest {
  /** What the application wrote in January. */
  private static final List<String> JANUARY =
      List.of(
          "INSERT INTO employee (employee_id, last_name, first_name) VALUES (1, 'Peacock', 'Jane')",
          "INSERT INTO artist (artist_id, name) VALUES (1, 'Miles Davis')",
          "INSERT INTO album (album_id, title, artist_id) VALUES (1, 'Kind of Blue', 1)",
          "INSERT INTO media_type (media_type_id, name) VALUES (1, 'MPEG audio file')",
          "INSERT INTO track (track_id, name, album_id, media_type_id, milliseconds, unit_price)"
              + " VALUES (1, 'So What', 1, 1, 562000, '1.99'), (2, 'All Blues', 1, 1, 693000, NULL)",
          "INSERT INTO playlist (playlist_id, name) VALUES (1, 'Staff picks')",
          "INSERT INTO playlist_track (playlist_id, track_id) VALUES (1, 1), (1, 2)",
          "INSERT INTO customer (customer_id, first_name, last_name, email, telephone)"
              + " VALUES (1, 'Leonie', 'Köhler', 'leonie@store.test', '+49 711 2842222'),"
              + " (2, 'Bjørn', 'Hansen', 'bjorn@store.test', NULL)",
          "INSERT INTO invoice (invoice_id, customer_id, invoice_date, total, status)"
              + " VALUES (1, 1, '2026-01-13T10:00:00.000000', '2.98', 'OPEN')",
          "INSERT INTO invoice (invoice_id, customer_id, invoice_date, total)"
              + " VALUES (2, 2, '2026-01-14T11:30:00.000000', '0.99')",
          "INSERT INTO invoice_line (invoice_line_id, invoice_id, track_id, unit_price)"
              + " VALUES (1, 1, 1, '1.99'), (2, 1, 2, '0.99'), (3, 2, 2, '0.99')");

  private static final List<String> TABLES =
      List.of(
          "employee",
          "artist",
          "album",
          "media_type",
          "track",
          "playlist",
          "playlist_track",
          "customer",
          "invoice",
          "invoice_line");

  private static final List<String> JANUARYS_ROWS =
      List.of("1", "1", "1", "1", "2", "1", "2", "2", "2", "3");

  private static final String PHONES = "SELECT phone FROM customer ORDER BY customer_id";
  private static final String PRICES = "SELECT unit_price FROM track ORDER BY track_id";
  private static final String QUANTITIES =
      "SELECT quantity FROM invoice_line ORDER BY invoice_line_id";
  private static final String REPS = "SELECT support_rep_id FROM customer ORDER BY customer_id";
  private static final String STATUSES = "SELECT status FROM invoice ORDER BY invoice_id";

  @ParameterizedTest
  @EnumSource
  void eachStepKeepsTheRowsOfItsTime(Engine engine) throws Exception {
    try (StoreDatabase store = StoreDatabase.on(engine)) {
      openInJanuary(store);
      renameTelephone(store);
      priceEveryTrack(store);
      countWhatIsSold(store);
      lookAfterCustomers(store);
      refundInvoices(store);
      assertEquals(JANUARYS_ROWS, counts(store));
      assertTrue(store.migrator().status().upToDate());
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachStepGoesBackAndForthWithRows(Engine engine) throws Exception {
    try (StoreDatabase store = StoreDatabase.on(engine)) {
      openInJanuary(store);
      store.migrator().up();
      store.execute("UPDATE invoice SET status = 'REFUNDED' WHERE invoice_id = 2");
      store.execute("UPDATE customer SET support_rep_id = 1 WHERE customer_id = 1");
      store.execute("UPDATE invoice_line SET quantity = 3 WHERE invoice_line_id = 2");
      refundNothing(store);
      lookAfterNobody(store);
      countNothing(store);
      priceSomeTracks(store);
      nameItTelephone(store);
      assertEquals(JANUARYS_ROWS, counts(store));
      store.migrator().up();
      assertEquals(JANUARYS_ROWS, counts(store));
      assertEquals(List.of("1", "1", "1"), store.column(QUANTITIES));
      assertEquals(List.of("1.99", "0.99"), store.column(PRICES));
      assertEquals(List.of("+49 711 2842222", "null"), store.column(PHONES));
    }
  }

  private static void openInJanuary(StoreDatabase store) throws SQLException {
    store.upThrough("init_schema");
    for (String insert : JANUARY) {
      store.execute(insert);
    }
    assertEquals(JANUARYS_ROWS, counts(store));
  }

  private static void renameTelephone(StoreDatabase store) throws SQLException {
    store.upThrough("rename_telephone_to_phone");
    assertEquals(List.of("+49 711 2842222", "null"), store.column(PHONES));
    assertFalse(store.columns("customer").contains("telephone"));
  }

  private static void priceEveryTrack(StoreDatabase store) throws SQLException {
    store.upThrough("price_every_track");
    assertEquals(List.of("1.99", "0.99"), store.column(PRICES));
    assertRefused(store, "UPDATE track SET unit_price = NULL WHERE track_id = 1");
    assertRefused(store, "UPDATE track SET unit_price = '-1' WHERE track_id = 1");
  }

  private static void countWhatIsSold(StoreDatabase store) throws SQLException {
    store.upThrough("add_quantity_to_invoice_line");
    assertEquals(List.of("1", "1", "1"), store.column(QUANTITIES));
    assertRefused(store, "UPDATE invoice_line SET quantity = 0");
    assertRefused(
        store, "INSERT INTO invoice_line (invoice_id, track_id, unit_price) VALUES (1, 1, '1.99')");
  }

  private static void lookAfterCustomers(StoreDatabase store) throws SQLException {
    store.upThrough("look_after_customers");
    assertEquals(List.of("null", "null"), store.column(REPS));
    assertTrue(store.indexes("customer").contains("customer_support_rep_id_idx"));
    store.execute("UPDATE customer SET support_rep_id = 1 WHERE customer_id = 1");
    assertRefused(store, "UPDATE customer SET support_rep_id = 99 WHERE customer_id = 2");
    assertRefused(store, "DELETE FROM employee WHERE employee_id = 1");
    assertRefused(store, "DELETE FROM customer WHERE customer_id = 1");
  }

  private static void refundInvoices(StoreDatabase store) throws SQLException {
    assertRefused(store, "UPDATE invoice SET status = 'REFUNDED' WHERE invoice_id = 2");
    store.upThrough("refund_invoices");
    assertEquals(List.of("OPEN", "PAID"), store.column(STATUSES));
    store.execute("UPDATE invoice SET status = 'REFUNDED' WHERE invoice_id = 2");
    assertRefused(store, "UPDATE invoice SET status = 'LOST' WHERE invoice_id = 1");
    assertRefused(store, "DELETE FROM invoice WHERE invoice_id = 1");
  }

  /** No word may vanish while a row has it: somebody has to say what such invoices are then. */
  private static void refundNothing(StoreDatabase store) throws SQLException {
    String before = store.lastVersion("look_after_customers");
    assertThrows(MigrationException.class, () -> store.migrator().downTo(before));
    assertEquals(List.of("OPEN", "REFUNDED"), store.column(STATUSES));
    store.execute("UPDATE invoice SET status = 'PAID' WHERE status = 'REFUNDED'");
    store.migrator().downTo(before);
    assertRefused(store, "UPDATE invoice SET status = 'REFUNDED' WHERE invoice_id = 2");
  }

  private static void lookAfterNobody(StoreDatabase store) throws SQLException {
    String before = store.lastVersion("add_quantity_to_invoice_line");
    assertThrows(MigrationException.class, () -> store.migrator().downTo(before));
    assertEquals(List.of("1", "null"), store.column(REPS));
    assertTrue(store.indexes("customer").contains("customer_support_rep_id_idx"));
    store.migrator().allowDataLoss().downTo(before);
    assertFalse(store.columns("customer").contains("support_rep_id"));
    assertFalse(store.indexes("customer").contains("customer_support_rep_id_idx"));
    store.execute("DELETE FROM employee WHERE employee_id = 1");
    store.execute(JANUARY.get(0));
  }

  private static void countNothing(StoreDatabase store) throws SQLException {
    String before = store.lastVersion("price_every_track");
    assertThrows(MigrationException.class, () -> store.migrator().downTo(before));
    assertEquals(List.of("1", "3", "1"), store.column(QUANTITIES));
    store.migrator().allowDataLoss().downTo(before);
    assertFalse(store.columns("invoice_line").contains("quantity"));
  }

  /** What was filled in stays: nobody knows any more which tracks had no price. */
  private static void priceSomeTracks(StoreDatabase store) throws SQLException {
    store.migrator().downTo(store.lastVersion("rename_telephone_to_phone"));
    assertEquals(List.of("1.99", "0.99"), store.column(PRICES));
    store.execute("UPDATE track SET unit_price = NULL WHERE track_id = 2");
  }

  private static void nameItTelephone(StoreDatabase store) throws SQLException {
    store.migrator().downTo(store.lastVersion("init_schema"));
    assertEquals(
        List.of("+49 711 2842222", "null"),
        store.column("SELECT telephone FROM customer ORDER BY customer_id"));
    assertFalse(store.columns("customer").contains("phone"));
  }

  private static void assertRefused(StoreDatabase store, String sql) {
    assertThrows(SQLException.class, () -> store.execute(sql), sql);
  }

  private static List<String> counts(StoreDatabase store) throws SQLException {
    StringBuilder counts = new StringBuilder();
    for (String table : TABLES) {
      counts.append(counts.isEmpty() ? "" : " UNION ALL ");
      counts.append("SELECT count(*) FROM ").append(table);
    }
    return store.column(counts.toString());
  }
}
