package complaints;

import static complaints.Calls.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import complaints.Office.Colour;
import complaints.Office.Country;
import complaints.Office.Customer;
import complaints.Office.Order;
import complaints.Office.Sample;
import complaints.Office.Seat;
import complaints.Office.Tag;
import dev.varve.seed.Ref;
import dev.varve.seed.SeedException;
import dev.varve.seed.Trait;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * What users of other tools complain about, and where it is proven that it doesn't happen. Each
 * line is a complaint, then the tests; <i>scenarios</i> run on both engines.
 *
 * <ol>
 *   <li>Nobody generates test data from the schema: fixture.ComplaintScenarios, RandomSeedsTest
 *   <li>One game creates three seasons: fixture.ComplaintScenarios,
 *       rich.RichScenarios.sharesTheTenantWhereverPathsMeet
 *   <li>Sixty families instead of ten: fixture.ComplaintScenarios
 *   <li>Parents are made although they are named or replaced: fixture.ComplaintScenarios,
 *       {@link #aParentThatIsReplacedIsMadeAllTheSame}
 *   <li>A shared parent has to be passed everywhere, pools have no weights:
 *       fixture.ComplaintScenarios, {@link #poolsHaveNoWeights}
 *   <li>Circular associations overflow or leave orphans: fixture.ComplaintScenarios,
 *       rich.RichScenarios.closesCycles…
 *   <li>Lists are sent row by row: {@link CallComplaints#listsAreSentRowByRow}, DriverTest
 *   <li>A list has fewer rows than asked for: fixture.ComplaintScenarios, RealisticTest
 *   <li>Fifty unique values of fifty are not found: {@link #fiftyUniqueValuesOfFiftyAreNotFound},
 *       InventorTest
 *   <li>Tests fail now and then, for random values collide: RichStabilityTest, {@link
 *       CallComplaints#seedsDependOnTheMachine}
 *   <li>A unique key of a junction is ignored: rich.RichScenarios.membershipsAreNeverTwiceTheSamePair,
 *       graph.GraphScenarios.uniqueTogether
 *   <li>Two unique keys that share a column are refused: rich.RichScenarios (bookings, customers),
 *       slots.SlotScenarios.keysThatShareColumnsVaryTogether, GeneratorTest
 *   <li>Cycles, and keys that are a parent's key: rich.RichScenarios.aSharedKeyTakesEachParentOnce,
 *       graph.GraphScenarios.oneToOneMakesItsOwn
 *   <li>Values are too long for their column: {@link #valuesAreTooLongForTheirColumn}, EdgesTest
 *   <li>Self-references are impossible: fixture.ComplaintScenarios,
 *       loading.LoadingScenarios.recordsMayReferToLaterOnesOfTheirTable
 *   <li>Identity and computed columns: {@link #identityColumnsRefuseTheirKeys},
 *       shop.ShopScenarios.makesParentsOnlyWhenNotNamed
 *   <li>CHECKs and composite keys are unknown: RandomConditionsTest,
 *       fixture.FixtureScenarios.whatCannotBeInventedIsAParameter, compositeKeysAgree
 *   <li>Tables are emptied in the wrong order: the module junit's Isolated
 *   <li>The application's next INSERT collides with a fixture:
 *       {@link #theNextInsertOfTheApplicationCollidesWithAFixture}, LoadedRowsTest
 *   <li>Rows in a circle can't be loaded: LoadedRowsTest, as for 6 and 15
 *   <li>What a test leaves is there in the next: the module junit's Isolated, for each isolation
 *   <li>The order of set-up, nested classes: the module junit's LifecycleTest, BaselineTest
 *   <li>Copies for tests that run at the same time: the module junit's LifecycleTest, ServerTest
 *   <li>Object generators make no rows: fixture.ComplaintScenarios
 *   <li>Passing an entity copies it: fixture.ComplaintScenarios
 *   <li>A seed gives other data after an upgrade, or tomorrow: RichStabilityTest, RealisticTest,
 *       InventorTest, ChanceTest
 *   <li>Reference data is written anew each time: {@link #referenceDataIsInsertedTwice},
 *       loading.LoadingScenarios.referenceDataThatIsRunAgainChangesNothing
 *   <li>Errors don't say which row failed, or why: fixture.MessageScenarios, {@link CallComplaints}
 *   <li>Keys that the database makes are slow: ReservedIdsTest, {@link
 *       CallComplaints#listsAreSentRowByRow}
 *   <li>Inventing values takes more time than inserting them: the benchmarks (docs/benchmarks.md)
 * </ol>
 */
public final class RowComplaints {
  private static final Trait<OrderSeed> DEAR = o -> o.total(new BigDecimal("999.00"));
  private static final Trait<OrderSeed> OF_SOMEBODY = o -> o.customer(c -> c.colour(Colour.BLUE));

  private RowComplaints() {}

  public static void fiftyUniqueValuesOfFiftyAreNotFound(DataSource source) throws SQLException {
    ComplaintsSeed seed = ComplaintsSeed.of(source);
    seed.seats(10);
    for (int i = 0; i < 10; i++) {
      ComplaintsSeed.of(source).seat();
    }
    seed.rich(7, p -> p.seats(30));
    assertEquals(50, count(source, "seats"));
    assertEquals(50, count(source, "(SELECT DISTINCT number FROM seats) s"));
    for (SeedException e :
        List.of(
            assertThrows(SeedException.class, () -> seed.seat()),
            assertThrows(SeedException.class, () -> seed.rich(8, p -> p.seats(1))))) {
      assertTrue(e.getMessage().contains("50") && e.getMessage().contains("number"), e.getMessage());
    }
    assertEquals(50, count(source, "seats"));
  }

  public static void allOfFiftyUniqueValuesInOneCall(DataSource source) throws SQLException {
    ComplaintsSeed seed = ComplaintsSeed.of(source);
    Set<Integer> numbers = new HashSet<>();
    for (Seat seat : seed.rich(7, p -> p.seats(50)).seats()) {
      numbers.add(seat.number());
    }
    assertEquals(50, numbers.size());
  }

  public static void aParentThatIsReplacedIsMadeAllTheSame(DataSource source) throws SQLException {
    ComplaintsSeed seed = ComplaintsSeed.of(source);
    Customer alice = seed.customer();
    assertEquals(alice, seed.order(o -> o.customer(c -> c.colour(Colour.RED)).customer(alice)).customer());
    assertEquals(alice, seed.order(o -> o.with(OF_SOMEBODY).customer(alice)).customer());
    assertEquals(1, count(source, "customers"));
    seed.rich(
        3,
        p -> {
          p.orders(20, (o, g) -> o.customer(alice));
          p.orders(20, (o, g) -> o.with(OF_SOMEBODY).customer(alice).lines(2));
        });
    assertEquals(1, count(source, "customers"));
    assertEquals(42, count(source, "orders WHERE customer_id = " + alice.id()));
    assertEquals(40, count(source, "lines"));
  }

  public static void whatIsSaidLastDoesNotCount(DataSource source) {
    ComplaintsSeed seed = ComplaintsSeed.of(source);
    BigDecimal three = new BigDecimal("3.00");
    assertEquals(new BigDecimal("999.00"), seed.order(o -> o.total(three).with(DEAR)).total());
    assertEquals(three, seed.order(o -> o.with(DEAR).total(three)).total());
    ComplaintsRows rows = seed.rich(3, p -> p.orders(3, (o, g) -> o.total(three).with(DEAR)));
    assertTrue(rows.orders().stream().allMatch(o -> o.total().equals(new BigDecimal("999.00"))));
  }

  public static void poolsHaveNoWeights(DataSource source) throws SQLException {
    ComplaintsSeed.of(source)
        .rich(
            3,
            p -> {
              Ref<Customer> few = p.customers(2, (c, g) -> c.colour(Colour.RED));
              Ref<Customer> many = p.customers(40, (c, g) -> c.colour(Colour.GREEN));
              p.orders(400, (o, g) -> o.customer(g.pick(few, 75).orElse(many)));
            });
    long red = count(source, "orders o JOIN customers c ON c.id = o.customer_id WHERE c.colour = 'RED'");
    assertTrue(red > 260 && red < 340, red + " of 400");
    assertEquals(42, count(source, "customers"));
    assertTrue(count(source, "(SELECT DISTINCT customer_id FROM orders) o") > 30);
  }

  public static void valuesAreTooLongForTheirColumn(DataSource source) throws SQLException {
    ComplaintsSeed seed = ComplaintsSeed.of(source);
    seed.customers(30);
    seed.countries(30);
    seed.smoke();
    seed.rich(
        5,
        p -> {
          p.customers(500);
          p.countries(400);
        });
    for (String column : List.of("country FROM customers", "code FROM countries")) {
      String name = column.substring(0, column.indexOf(' '));
      assertEquals(0, count(source, "(SELECT " + column + ") c WHERE length(" + name + ") > 2"));
      assertTrue(count(source, "(SELECT " + column + ") c WHERE length(" + name + ") = 2") > 300);
    }
    SeedException e = assertThrows(SeedException.class, () -> seed.customer(c -> c.country("DEU")));
    assertTrue(e.getMessage().contains("country: \"DEU\" has 3 characters"), e.getMessage());
    String crabs = "\ud83e\udd80\ud83e\udd80"; // two characters, four chars
    assertEquals(crabs, seed.customer(c -> c.country(crabs)).country());
  }

  /** Each column has its least and its greatest, and all that may be null is null once and once there. */
  public static void edgesAreForgotten(DataSource source) {
    TreeSet<Integer> levels = new TreeSet<>();
    TreeSet<LocalDate> days = new TreeSet<>();
    TreeSet<Integer> lengths = new TreeSet<>();
    TreeSet<BigDecimal> prices = new TreeSet<>();
    TreeSet<Short> smalls = new TreeSet<>();
    EnumSet<Colour> colours = EnumSet.noneOf(Colour.class);
    Set<Boolean> bits = new HashSet<>();
    TreeSet<Integer> numbers = new TreeSet<>();
    boolean bare = false;
    boolean full = false;
    boolean beyond = false;
    List<Sample> samples = ComplaintsSeed.of(source).smoke().samples();
    for (Sample sample : samples) {
      levels.add(sample.level());
      days.add(sample.day());
      lengths.add(sample.word().codePointCount(0, sample.word().length()));
      prices.add(sample.price());
      smalls.add(sample.small());
      colours.add(sample.colour());
      bits.add(sample.active());
      if (sample.number() != null) {
        numbers.add(sample.number());
      }
      bare |= sample.number() == null && sample.note() == null;
      full |= sample.number() != null && sample.note() != null;
      beyond |= sample.word().codePoints().anyMatch(c -> c > 0xffff);
    }
    assertEquals(List.of(3, 9), List.of(levels.first(), levels.last()));
    assertEquals(List.of(LocalDate.of(2001, 2, 3), LocalDate.of(2002, 3, 4)), List.of(days.first(), days.last()));
    assertEquals(List.of(2, 5), List.of(lengths.first(), lengths.last()));
    assertEquals(List.of(new BigDecimal("-999.9"), new BigDecimal("999.9")), List.of(prices.first(), prices.last()));
    assertEquals(List.of(Short.MIN_VALUE, Short.MAX_VALUE), List.of(smalls.first(), smalls.last()));
    assertEquals(List.of(Integer.MIN_VALUE, Integer.MAX_VALUE), List.of(numbers.first(), numbers.last()));
    assertEquals(EnumSet.allOf(Colour.class), colours);
    assertEquals(Set.of(true, false), bits);
    assertTrue(bare && full && beyond, samples::toString);
  }

  /** Keys that were given by hand, and the application's next INSERT. */
  public static void theNextInsertOfTheApplicationCollidesWithAFixture(DataSource source)
      throws SQLException {
    ComplaintsSeed seed = ComplaintsSeed.of(source);
    seed.add(new Tag(1, "one"));
    insert(source, "a");
    seed.addAll(List.of(new Tag(4, "four"), new Tag(3, "three")));
    insert(source, "b");
    seed.tag(t -> t.id(6));
    insert(source, "c");
    seed.rich(3, p -> p.tags(3, (t, g) -> t.id(8L + g.index())));
    insert(source, "d");
    seed.smoke(p -> p.tags(2, (t, g) -> t.id(12L + g.index())));
    insert(source, "e");
    assertEquals(5, count(source, "tags WHERE length(label) = 1"));
  }

  private static void insert(DataSource source, String label) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO tags (label) VALUES ('" + label + "')");
    }
  }

  /** Whoever has made the tables so: keys can't be given by a plain INSERT. */
  public static void identityColumnsRefuseTheirKeys(DataSource source) throws SQLException {
    if (Calls.isPostgres(source)) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        for (String table : List.of("seats", "customers", "tags", "orders", "lines", "samples")) {
          statement.execute("ALTER TABLE " + table + " ALTER id SET GENERATED ALWAYS");
        }
      }
    }
    ComplaintsSeed seed = ComplaintsSeed.of(source);
    Order order = seed.order(o -> o.tags(2).lines(2));
    seed.orders(40, o -> o.lines(20));
    Tag tag = seed.add(new Tag(700, "x"));
    assertEquals("y", seed.add(new Tag(700, "y")).label());
    assertEquals(700, seed.add(new Tag(0, "y")).id());
    seed.addAll(List.of(new Tag(0, "z"), new Tag(0, "z")));
    seed.rich(3, p -> p.orders(300, (o, g) -> o.lines(2)));
    seed.smoke();
    assertEquals(order, seed.reload(order));
    assertEquals(700, tag.id());
    ComplaintsSeed hidden = ComplaintsSeed.of(new Calls(source).source());
    hidden.orders(40, o -> o.lines(20).tags(1));
    hidden.rich(4, p -> p.orders(300));
    assertEquals(1, count(source, "tags WHERE label = 'z'"));
  }

  /** A record of reference data, added again and again, by another program, too. */
  public static void referenceDataIsInsertedTwice(DataSource source) throws SQLException {
    for (int i = 0; i < 3; i++) {
      ComplaintsSeed seed = ComplaintsSeed.of(source);
      seed.add(new Country("DE", "Germany", i));
      seed.addAll(List.of(new Country("FR", "France", 2), new Country("IT", "Italy", 3)));
    }
    assertEquals(3, count(source, "countries"));
    assertEquals(1, count(source, "countries WHERE code = 'DE' AND rank = 2"));
  }
}
