package complaints;

import static complaints.Calls.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import complaints.Office.Country;
import complaints.Office.Customer;
import complaints.Office.Order;
import complaints.Office.Tag;
import dev.varve.seed.SeedException;
import dev.varve.seed.SeedFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.function.Executable;

/** What users of other tools complain about: what a call costs, says and depends on. */
public final class CallComplaints {
  private CallComplaints() {}

  /** Statements that are sent are counted, not those that are prepared. */
  public static void listsAreSentRowByRow(DataSource source) throws SQLException {
    fewCalls(source, "rows", (seed, n) -> seed.customers(n));
    fewCalls(source, "rows with parents", (seed, n) -> seed.distinct().orders(n));
    fewCalls(source, "children", (seed, n) -> seed.order(o -> o.lines(n)));
    fewCalls(source, "links", (seed, n) -> seed.order(o -> o.tags(n)));
    fewCalls(source, "links of many", (seed, n) -> seed.orders(n, o -> o.tags(2)));
    // less than a thousand rows: with them the second chunk begins
    fewCalls(source, "a plan", (seed, n) -> seed.rich(n, p -> p.orders(n, (o, g) -> o.lines(1))));
    fewCalls(source, "records", (seed, n) -> seed.addAll(countries(n, "r")));
    fewCalls(source, "the same records", (seed, n) -> seed.addAll(countries(n, "r")));
    fewCalls(source, "changed records", (seed, n) -> seed.addAll(countries(n, "s")));
    fewCalls(source, "numbered records",
        (seed, n) -> seed.addAll(IntStream.range(0, n).mapToObj(i -> new Tag(0, n + "x" + i)).toList()));
    fewCalls(source, "rows read again",
        (seed, n) -> assertEquals(n, seed.rich(n, p -> p.orders(n, (o, g) -> o.lines(1))).lines().size()));
  }

  private static List<Country> countries(int count, String name) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Country("" + (char) ('A' + i / 26) + (char) ('A' + i % 26), name + i, i))
        .toList();
  }

  private static void fewCalls(DataSource source, String what, ObjIntConsumer<ComplaintsSeed> call) {
    long few = calls(source, call, 4);
    long many = calls(source, call, 400);
    assertTrue(many <= few + 8, what + ": " + few + " calls for four, " + many + " for four hundred");
  }

  private static long calls(DataSource source, ObjIntConsumer<ComplaintsSeed> call, int rows) {
    Calls calls = new Calls(source);
    call.accept(ComplaintsSeed.of(calls.source()), rows);
    return calls.sent;
  }

  /** Words, plans, dates and numbers: the script holds the same bytes wherever it is written. */
  public static void seedsDependOnTheMachine(DataSource source) throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      List<String> here = scripts();
      for (String[] place : new String[][] {{"tr-TR", "Asia/Kathmandu"}, {"ar-EG-u-nu-arab", "Pacific/Apia"}}) {
        Locale.setDefault(Locale.forLanguageTag(place[0]));
        TimeZone.setDefault(TimeZone.getTimeZone(place[1]));
        assertEquals(here, scripts(), place[0]);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static List<String> scripts() throws IOException {
    List<String> scripts = new ArrayList<>();
    for (SeedFile.Format format : SeedFile.Format.values()) {
      Path script = Files.createTempFile("varve", ".sql");
      Files.delete(script);
      try (SeedFile file = SeedFile.create(script, format)) {
        ComplaintsSeed seed = ComplaintsSeed.of(file);
        seed.add(new Country("DE", "Germany", 1));
        seed.orders(3, o -> o.lines(2).tags(1));
        seed.samples(20);
        seed.rich(
            42,
            p -> {
              p.customers(50, (c, g) -> c.orders(g.between(0, 3), (o, h) -> o.placedAt(h.past(Duration.ofDays(9)))));
              p.samples(200);
            });
      }
      String text = Files.readString(script);
      assertTrue(text.length() > 10_000, text);
      scripts.add(text);
      Files.delete(script);
    }
    return scripts;
  }

  /** What a mistake's message has to tell, whichever way the row came. */
  private static void tells(DataSource source, Executable call, String... parts) throws SQLException {
    long before = count(source, "orders") + count(source, "customers") + count(source, "countries");
    String message = assertThrows(SeedException.class, call).getMessage();
    assertTrue(message.matches("(?s).*\\(CallComplaints\\.java:\\d+(, seed \\d+)?\\).*"), message);
    for (String part : parts) {
      assertTrue(message.contains(part), "\"" + part + "\" isn't in: " + message);
    }
    assertEquals(before, count(source, "orders") + count(source, "customers") + count(source, "countries"));
  }

  public static void errorsDoNotSayWhichValueBreaksACheck(DataSource source) throws SQLException {
    ComplaintsSeed seed = ComplaintsSeed.of(source);
    Order order = seed.order(o -> o.ref("given"));
    BigDecimal bad = new BigDecimal("-5.00");
    String check = "orders_total_check";
    tells(source, () -> seed.order(o -> o.total(bad)), "orders", "total", "-5.00", check);
    tells(source, () -> seed.orders(3, (o, g) -> o.total(bad)), "orders[0]", "total", "-5.00", check);
    tells(source, () -> seed.line(l -> l.order(o -> o.total(bad))), "lines.order", "total", "-5.00", check);
    tells(source, () -> seed.customer(c -> c.order(o -> o.total(bad))), "customers.orders[0]", "total", "-5.00", check);
    tells(source, () -> seed.rich(42, p -> p.orders(3, (o, g) -> g.index() == 1 ? o.total(bad) : o)),
        "Order #2", "seed 42", "total", "-5.00", check);
    tells(source, () -> seed.rich(42, p -> p.customers(2, (c, g) -> c.orders(1, (o, h) -> o.total(bad)))),
        "Order #1", "total", "-5.00", check);
    tells(source, () -> seed.smoke(p -> p.orders(2, (o, g) -> o.total(bad))), "orders[0]", "total", "-5.00", check);
    tells(source, () -> seed.add(with(order, bad, "new")), "orders", "total", "-5.00", check);
    tells(source, () -> seed.addAll(List.of(order, with(order, bad, "new"))), "orders[1]", "total", "-5.00", check);
    tells(source, () -> seed.addAll(List.of(new Country("DE", "G", 1), new Country("FR", "F", -7))),
        "countries[1]", "rank", "-7", "countries_rank_check");
  }

  public static void errorsDoNotSayWhichValueIsThereAlready(DataSource source) throws SQLException {
    ComplaintsSeed seed = ComplaintsSeed.of(source);
    seed.order(o -> o.ref("R1"));
    seed.add(new Country("DE", "Germany", 1));
    String key = "orders_ref_key";
    tells(source, () -> seed.order(o -> o.ref("R1")), "orders", "ref", "\"R1\"", key);
    tells(source, () -> seed.orders(3, (o, g) -> o.ref("R" + (3 - g.index()))), "orders[2]", "ref", "\"R1\"", key);
    tells(source, () -> seed.customer(c -> c.order(o -> o.ref("R1"))), "customers.orders[0]", "ref", "\"R1\"", key);
    tells(source, () -> seed.rich(42, p -> p.orders(3, (o, g) -> o.ref("R" + (3 - g.index())))),
        "Order #3", "seed 42", "ref", "R1", key);
    tells(source, () -> seed.smoke(p -> p.orders(3, (o, g) -> o.ref("R" + (3 - g.index())))), "orders[2]", "ref", "\"R1\"", key);
    tells(source, () -> seed.add(new Country("FR", "Germany", 1)), "countries", "name", "Germany", "countries_name_key");
    tells(source, () -> seed.addAll(List.of(new Country("IT", "Italy", 1), new Country("FR", "Germany", 1))),
        "countries[1]", "name", "Germany", "countries_name_key");
  }

  public static void errorsDoNotSayWhichRowIsMissing(DataSource source) throws SQLException {
    ComplaintsSeed seed = ComplaintsSeed.of(source);
    Customer gone = new Customer(99, "gone", "DE", Office.Colour.RED);
    Tag lost = new Tag(77, "lost");
    Order order = seed.order();
    String key = "orders_customer_id_fkey";
    tells(source, () -> seed.order(o -> o.customer(gone)), "orders", "customer", "99", key);
    tells(source, () -> seed.orders(2, (o, g) -> g.index() == 1 ? o.customer(gone) : o), "orders[1]", "customer", "99", key);
    tells(source, () -> seed.rich(42, p -> p.orders(3, (o, g) -> g.index() == 1 ? o.customer(gone) : o)),
        "Order #2", "customer", "99", key);
    tells(source, () -> seed.smoke(p -> p.orders(2, (o, g) -> o.customer(gone))), "orders[0]", "customer", "99", key);
    Order stray = new Order(0, gone, "stray", BigDecimal.ONE, order.placedAt(), List.of());
    tells(source, () -> seed.add(stray), "orders", "customer", "99", key);
    tells(source, () -> seed.addAll(List.of(order, stray)), "orders[1]", "customer", "99", key);
    String link = "order_tags_tag_id_fkey";
    tells(source, () -> seed.order(o -> o.tags(lost)), "orders", "tags", "77", link);
    tells(source, () -> seed.orders(2, (o, g) -> g.index() == 1 ? o.tags(lost) : o), "orders[1]", "tags", "77", link);
    tells(source, () -> seed.rich(42, p -> p.orders(3, (o, g) -> g.index() == 1 ? o.tags(lost) : o)),
        "Order #2", "tags", "77", link);
    tells(source, () -> seed.add(new Order(0, order.customer(), "s", BigDecimal.ONE, order.placedAt(), List.of(lost))),
        "orders", "tags", "77", link);
  }

  private static Order with(Order order, BigDecimal total, String ref) {
    return new Order(0, order.customer(), ref, total, order.placedAt(), List.of());
  }
}
