package dev.varve.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.example.store.Customer;
import dev.varve.example.store.Employee;
import dev.varve.example.store.Invoice;
import dev.varve.example.store.StoreSeed;
import dev.varve.example.store.Track;
import dev.varve.junit.VarveTest;
import dev.varve.seed.SeedException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * Each test names only the values that its question is about; the seed builder invents the rest.
 */
@VarveTest
class StoreQuestionsTest {
  private final StoreSeed seed;
  private final Connection connection;

  StoreQuestionsTest(StoreSeed seed, Connection connection) {
    this.seed = seed;
    this.connection = connection;
  }

  @Test
  void salesAreCountedByArtist() throws SQLException {
    Track freddie = seed.track(t -> t.album(a -> a.artist(b -> b.name("Freddie Freeloaders"))));
    seed.invoiceLine(l -> l.track(freddie).quantity(2).unitPrice(new BigDecimal("0.99")));
    seed.invoiceLine(l -> l.track(freddie).quantity(1).unitPrice(new BigDecimal("0.99")));
    assertEquals(
        """
          artist               tracks_sold  cents
          -------------------  -----------  -----
          Freddie Freeloaders  2            297
        """,
        Question.ALL.get(0).answer(connection));
  }

  @Test
  void salesAreCountedByEmployeeWhoeverTheyReportTo() throws SQLException {
    Employee boss = seed.employee(e -> e.lastName("Edwards").noReportsTo());
    Employee agent = seed.employee(e -> e.lastName("Peacock").reportsTo(boss));
    Customer alice = seed.customer(c -> c.supportRep(agent));
    seed.invoice(i -> i.customer(alice));
    seed.invoice(i -> i.customer(alice));
    seed.invoice(i -> i.customer(c -> c.supportRep(boss)));
    assertEquals(
        """
          employee  reports_to  customers  invoices
          --------  ----------  ---------  --------
          Peacock   Edwards     1          2
          Edwards   null        1          1
        """,
        Question.ALL.get(1).answer(connection));
  }

  @Test
  void anInvoiceKeepsTheCustomerItWasMadeFor() {
    Invoice invoice = seed.invoice();
    assertEquals(
        invoice.customer().id(), seed.invoice(i -> i.customer(invoice.customer())).customer().id());
  }

  @Test
  void aLineNeedsATrackThatExists() throws SQLException {
    assertThrows(SeedException.class, () -> seed.invoiceLine(l -> l.trackId(99)));
    assertEquals(0, count("invoice"), "the invoice that was made for it is gone too");
  }

  @Test
  void aTrackIsOnAPlaylistOnce() throws SQLException {
    Track track = seed.track();
    seed.playlist(p -> p.name("Morning").tracks(track));
    seed.playlist(p -> p.name("Evening").tracks(track, seed.track()));
    assertEquals(3, count("playlist_track"));
  }

  private int count(String table) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
