package rich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.Ref;
import dev.varve.seed.SeedException;
import dev.varve.seed.SeedFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import rich.Rich.Customer;
import rich.Rich.Department;
import rich.Rich.Egg;
import rich.Rich.Employee;
import rich.Rich.Folder;
import rich.Rich.Line;
import rich.Rich.Membership;
import rich.Rich.Order;
import rich.Rich.Organisation;
import rich.Rich.Person;
import rich.Rich.Product;
import rich.Rich.Status;
import rich.Rich.Tag;
import rich.Rich.Tenant;
import rich.Rich.Tier;
import rich.Rich.Transfer;

/** What a user's plans do. */
public final class RichScenarios {
  private RichScenarios() {}

  private static long number(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static SeedException refused(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(SeedException.class, call);
  }

  public static void plansRowsWithChildrenOfAnyDepth(DataSource source) throws SQLException {
    RichRows rows =
        RichSeed.of(source)
            .rich(
                42,
                p -> {
                  p.products(20, (x, g) -> x.price(g.between(new BigDecimal("1.00"), BigDecimal.TEN)));
                  p.customers(
                      50,
                      (c, g) ->
                          c.tier(g.pick(Tier.FREE, 80).or(Tier.PRO, 15).orElse(Tier.TEAM))
                              .orders(
                                  g.skewed(0, 10),
                                  (o, h) ->
                                      o.placedAt(h.past(Duration.ofDays(365)))
                                          .lines(h.between(1, 3))));
                });
    assertEquals(20, rows.products().size());
    assertEquals(50, rows.customers().size());
    assertEquals(rows.orders().size(), number(source, "SELECT count(*) FROM orders"));
    assertEquals(rows.lines().size(), number(source, "SELECT count(*) FROM lines"));
    assertTrue(rows.orders().size() > 50);
    assertTrue(rows.lines().size() >= rows.orders().size());
    Set<Tier> tiers = new HashSet<>();
    rows.customers().forEach(customer -> tiers.add(customer.tier()));
    assertTrue(tiers.contains(Tier.FREE) && tiers.size() > 1, tiers.toString());
    assertTrue(rows.tenants().size() >= 2 && rows.tenants().size() <= 10);
  }

  public static void sharesTheTenantWhereverPathsMeet(DataSource source) throws SQLException {
    RichSeed.of(source)
        .rich(
            7,
            p -> {
              p.tenants(5);
              p.products(100);
              p.customers(60);
              p.orders(200, (o, g) -> o.lines(2));
            });
    assertEquals(200, number(source, "SELECT count(*) FROM orders"));
    assertEquals(5, number(source, "SELECT count(DISTINCT tenant_id) FROM orders"));
    assertEquals(
        0,
        number(
            source,
            "SELECT count(*) FROM lines l JOIN orders o ON o.id = l.order_id"
                + " JOIN products p ON p.id = l.product_id WHERE p.tenant_id <> o.tenant_id"));
  }

  public static void drawsFromPoolsOfThePlan(DataSource source) throws SQLException {
    RichSeed.of(source)
        .rich(
            1,
            p -> {
              p.tenants(1);
              p.products(100);
              Ref<Product> best = p.products(5, (x, g) -> x.name("best " + g.index()));
              p.orders(50, (o, g) -> o.lines(3, (l, h) -> l.product(best)));
            });
    assertEquals(150, number(source, "SELECT count(*) FROM lines"));
    assertEquals(
        150,
        number(
            source,
            "SELECT count(*) FROM lines l JOIN products p ON p.id = l.product_id"
                + " WHERE p.name LIKE 'best %'"));
    assertEquals(5, number(source, "SELECT count(DISTINCT product_id) FROM lines"));
  }

  public static void takesRecordsThatAreThere(DataSource source) throws SQLException {
    RichSeed seed = RichSeed.of(source);
    Customer alice = seed.customer(c -> c.email("alice@shop.test"));
    List<Person> people = seed.persons(3);
    RichRows rows =
        seed.rich(
            1,
            p -> {
              p.orders(20, (o, g) -> o.customer(alice));
              p.memberships(3, (m, g) -> m.person(people.get(g.index())));
              p.transfers(10, (t, g) -> t.sender(g.oneOf(people)).receiver(people.get(0)));
            });
    assertEquals(20, number(source, "SELECT count(*) FROM orders"));
    assertTrue(rows.orders().stream().allMatch(order -> order.tenantId() == alice.tenantId()));
    assertEquals(3, number(source, "SELECT count(DISTINCT person_id) FROM memberships"));
    assertEquals(1, number(source, "SELECT count(DISTINCT receiver_id) FROM transfers"));
  }

  public static void makesFewParentsThatNobodyPlanned(DataSource source) throws SQLException {
    RichSeed.of(source).rich(3, p -> p.lines(1000));
    assertEquals(1000, number(source, "SELECT count(*) FROM lines"));
    assertEquals(100, number(source, "SELECT count(*) FROM orders"));
    assertTrue(number(source, "SELECT count(*) FROM products") >= 100);
    assertTrue(number(source, "SELECT count(*) FROM tenants") >= 1);
  }

  public static void bothPeopleOfATransferDiffer(DataSource source) throws SQLException {
    RichRows rows = RichSeed.of(source).rich(3, p -> p.transfers(100));
    for (Transfer transfer : rows.transfers()) {
      assertFalse(transfer.sender().equals(transfer.receiver()));
    }
    assertEquals(100, rows.transfers().size());
  }

  public static void letsRowsReferToEarlierRowsOfTheirTable(DataSource source)
      throws SQLException {
    RichRows rows =
        RichSeed.of(source)
            .rich(
                5,
                p -> {
                  p.employees(300);
                  p.folders(50);
                });
    long managed = rows.employees().stream().filter(e -> e.managerId() != null).count();
    assertTrue(managed > 200 && managed < 280, "managed: " + managed);
    for (Employee employee : rows.employees()) {
      Long manager = employee.managerId();
      assertTrue(manager == null || manager < employee.id());
    }
    for (Folder folder : rows.folders()) {
      assertTrue(folder.parentId() <= folder.id());
    }
  }

  public static void closesCyclesAfterwardsWhereAColumnMayBeNull(DataSource source)
      throws SQLException {
    RichRows rows =
        RichSeed.of(source)
            .rich(
                5,
                p -> {
                  p.departments(40);
                  p.employees(400);
                });
    long heads = rows.departments().stream().filter(d -> d.headId() != null).count();
    assertTrue(heads > 20 && heads < 40, "heads: " + heads);
    assertEquals(
        0,
        number(
            source,
            "SELECT count(*) FROM departments d JOIN employees e ON e.id = d.head_id"
                + " WHERE e.department_id <> d.id"));
  }

  public static void closesCyclesThatAreCheckedAtCommit(DataSource source) throws SQLException {
    RichRows rows = RichSeed.of(source).rich(5, p -> p.hens(30));
    assertEquals(30, rows.hens().size());
    assertTrue(rows.eggs().size() >= 1);
    RichRows more =
        RichSeed.of(source)
            .rich(
                5,
                p -> {
                  p.hens(30);
                  p.eggs(40);
                });
    assertEquals(30, more.hens().size());
    assertEquals(40, more.eggs().size());
  }

  public static void aSharedKeyTakesEachParentOnce(DataSource source) throws SQLException {
    RichSeed.of(source)
        .rich(
            5,
            p -> {
              p.persons(50);
              p.profiles(50);
              p.passports(30);
            });
    assertEquals(50, number(source, "SELECT count(*) FROM profiles"));
    assertEquals(30, number(source, "SELECT count(DISTINCT holder_id) FROM passports"));
  }

  public static void oneToOneMakesAParentForEach(DataSource source) throws SQLException {
    RichSeed.of(source).rich(5, p -> p.passports(250));
    assertEquals(250, number(source, "SELECT count(*) FROM passports"));
    assertEquals(250, number(source, "SELECT count(*) FROM persons"));
  }

  public static void moreRowsThanParentsAreRefusedBeforeAnythingIsSent(DataSource source)
      throws SQLException {
    RichSeed seed = RichSeed.of(source);
    SeedException problem =
        refused(
            () ->
                seed.rich(
                    42,
                    p -> {
                      p.persons(5);
                      p.passports(6);
                    }));
    assertTrue(
        problem.getMessage().matches(
            "(?s)Passport #6 \\(RichScenarios.java:\\d+, seed 42\\): 6 rows asked, only 5 persons"
                + " for holder \\(passports_holder_id_key\\); add a person.*"),
        problem.getMessage());
    assertEquals(0, number(source, "SELECT count(*) FROM persons"));
  }

  public static void membershipsAreNeverTwiceTheSamePair(DataSource source) throws SQLException {
    RichRows rows =
        RichSeed.of(source)
            .rich(
                42,
                p -> {
                  p.persons(20);
                  p.organisations(10);
                  p.memberships(200); // every pair there is
                });
    assertEquals(200, rows.memberships().size());
    assertEquals(20, number(source, "SELECT count(DISTINCT person_id) FROM memberships"));
  }

  public static void aPairTooManySaysWhatToAdd(DataSource source) throws SQLException {
    RichSeed seed = RichSeed.of(source);
    SeedException problem =
        refused(
            () ->
                seed.rich(
                    42,
                    p -> {
                      p.persons(2);
                      p.organisations(2);
                      p.memberships(5);
                    }));
    assertTrue(
        problem.getMessage().contains(
            "5 rows asked, only 4 (person, organisation) pairs (primary key); add a"),
        problem.getMessage());
    assertEquals(0, number(source, "SELECT count(*) FROM persons"));
  }

  public static void childrenOfOneParentTakeDifferentPartners(DataSource source)
      throws SQLException {
    RichSeed.of(source)
        .rich(
            42,
            p -> {
              p.organisations(4);
              p.persons(30, (x, g) -> x.memberships(4));
            });
    assertEquals(120, number(source, "SELECT count(*) FROM memberships"));
  }

  public static void twoKeysThatShareAColumnBothHold(DataSource source) throws SQLException {
    RichSeed.of(source)
        .rich(
            42,
            p -> {
              p.rooms(10);
              p.persons(20);
              p.bookings(30); // three slots, ten rooms: all there are
              p.customers(500); // (tenant, number) and (tenant, email)
            });
    assertEquals(30, number(source, "SELECT count(*) FROM bookings"));
    assertEquals(500, number(source, "SELECT count(*) FROM customers"));
  }

  public static void aWholeSmallDomainCanBeUsedUp(DataSource source) throws SQLException {
    RichSeed seed = RichSeed.of(source);
    seed.rich(
        42,
        p -> {
          p.flags(6); // three tiers, on and off
          p.rooms(30); // one character
        });
    assertEquals(6, number(source, "SELECT count(*) FROM flags"));
    assertEquals(30, number(source, "SELECT count(DISTINCT door) FROM rooms"));
    assertTrue(
        refused(() -> seed.rich(43, p -> p.flags(1))).getMessage().contains("only 6 (tier, active)"));
  }

  public static void rowsThatAreThereStayAndTheirValuesAreLeftOut(DataSource source)
      throws SQLException {
    RichSeed seed = RichSeed.of(source);
    seed.room(r -> r.door("a"));
    seed.tag(t -> t.label("label-1"));
    for (int i = 0; i < 3; i++) {
      seed.rich(
          42,
          p -> {
            p.rooms(5);
            p.tags(50);
            p.orders(20);
            p.logins(10);
          });
    }
    assertEquals(16, number(source, "SELECT count(DISTINCT door) FROM rooms"));
    assertEquals(151, number(source, "SELECT count(DISTINCT label) FROM tags"));
    assertEquals(60, number(source, "SELECT count(DISTINCT ref) FROM orders"));
    assertEquals(30, number(source, "SELECT count(DISTINCT lower(login)) FROM logins"));
  }

  public static void theNextRowOfTheProgramGetsTheNextKey(DataSource source)
      throws SQLException {
    RichSeed seed = RichSeed.of(source);
    RichRows rows = seed.rich(42, p -> p.persons(100));
    long most = rows.persons().stream().mapToLong(Person::id).max().orElseThrow();
    assertTrue(seed.person().id() > most);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO persons (first_name, last_name, born) VALUES ('a', 'b', '2000-01-01')");
    }
  }

  public static void aPartialKeyHoldsForTheRowsItIsAbout(DataSource source) throws SQLException {
    RichSeed.of(source)
        .rich(42, p -> p.persons(20, (x, g) -> x.contacts(8)));
    assertEquals(160, number(source, "SELECT count(*) FROM contacts"));
    assertTrue(number(source, "SELECT count(*) FROM contacts WHERE main") > 5);
  }

  public static void aPlanCanBeWrittenIntoAFile(DataSource source) throws Exception {
    boolean isSqlite = source.getClass().getName().contains("sqlite");
    Path file = Files.createTempFile("rich", ".sql");
    SeedFile.Format format = isSqlite ? SeedFile.Format.SQLITE : SeedFile.Format.POSTGRESQL;
    String before;
    try (SeedFile script = SeedFile.create(file, format)) {
      RichRows rows =
          RichSeed.of(script).rich(42, p -> p.orders(30, (o, g) -> o.lines(g.between(1, 3))));
      before = refused(rows::orders).getMessage();
    }
    assertTrue(before.contains("file"), before);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (isSqlite) {
        statement.executeUpdate(Files.readString(file)); // execute() stops after one statement
      } else {
        statement.execute(Files.readString(file));
      }
    }
    assertEquals(30, number(source, "SELECT count(*) FROM orders"));
    Files.delete(file);
  }

  public static void linksAFewOfMany(DataSource source) throws SQLException {
    RichSeed seed = RichSeed.of(source);
    RichRows rows =
        seed.rich(
            42,
            p -> {
              p.orders(200);
              p.tags(10);
            });
    Set<Integer> sizes = new HashSet<>();
    rows.orders().forEach(order -> sizes.add(order.tags().size()));
    assertEquals(Set.of(0, 1, 2, 3), sizes);
    Tag red = seed.tag(t -> t.label("red"));
    RichRows more = seed.rich(43, p -> p.orders(5, (o, g) -> o.tags(red)));
    more.orders().forEach(order -> assertEquals(Set.of(red), order.tags()));
  }

  public static void aFifthOfWhatMayBeNullIsNull(DataSource source) throws SQLException {
    RichRows rows = RichSeed.of(source).rich(42, p -> p.customers(1000));
    long phones = rows.customers().stream().filter(c -> c.phone() == null).count();
    assertTrue(phones > 140 && phones < 260, "null: " + phones);
    long works = rows.customers().stream().filter(c -> c.work() == null).count();
    assertTrue(works > 140 && works < 260, "null: " + works);
  }

  public static void parentsInlineAndNamedRows(DataSource source) throws SQLException {
    Ref<Person> boss = Ref.to();
    RichRows rows =
        RichSeed.of(source)
            .rich(
                42,
                p -> {
                  p.persons(1, (x, g) -> x.as(boss).firstName("Boss"));
                  p.memberships(
                      10, (m, g) -> m.person(boss).organisation(o -> o.name("Org " + g.index())));
                });
    assertEquals(10, rows.organisations().size());
    for (Membership membership : rows.memberships()) {
      assertEquals("Boss", membership.person().firstName());
    }
  }

  public static void sharedRecordsAreUsedWhereNobodyPlansRows(DataSource source)
      throws SQLException {
    RichSeed seed = RichSeed.of(source);
    Tenant acme = seed.tenant(t -> t.name("Acme"));
    RichRows rows = seed.share(acme).rich(42, p -> p.products(10));
    assertTrue(rows.products().stream().allMatch(product -> product.tenantId() == acme.id()));
    assertEquals(1, number(source, "SELECT count(*) FROM tenants"));
  }

  public static void aRefusedRowIsNamedWithItsValueAndNothingStays(DataSource source)
      throws SQLException {
    RichSeed seed = RichSeed.of(source);
    SeedException problem =
        refused(
            () ->
                seed.rich(
                    42,
                    p -> {
                      p.orders(
                          20,
                          (o, g) ->
                              o.total(new BigDecimal(g.index() == 16 ? "-5.00" : "5.00")));
                    }));
    assertTrue(
        problem.getMessage().matches(
            "(?s)Order #17 \\(RichScenarios.java:\\d+, seed 42\\): total.*-5.00.*"),
        problem.getMessage());
    assertEquals(0, number(source, "SELECT count(*) FROM orders"));
    assertEquals(0, number(source, "SELECT count(*) FROM tenants"));
  }

  public static void aValueThatIsGivenTwiceIsToldWithItsRow(DataSource source)
      throws SQLException {
    RichSeed seed = RichSeed.of(source);
    SeedException problem =
        refused(() -> seed.rich(42, p -> p.orders(20, (o, g) -> o.ref("R" + g.index() % 13))));
    assertTrue(
        problem.getMessage().matches(
            "(?s)Order #14 \\(RichScenarios.java:\\d+, seed 42\\): another row .*ref = \"R0\".*"),
        problem.getMessage());
    assertEquals(0, number(source, "SELECT count(*) FROM orders"));
  }

  public static void misuseSaysWhereAndInWhichRow(DataSource source) throws SQLException {
    RichSeed seed = RichSeed.of(source);
    says(
        "Order #3 \\(RichScenarios.java:\\d+, seed 42\\): between 5 and 1 .*",
        () -> seed.rich(42, p -> p.orders(5, (o, g) -> o.lines(g.index() == 2 ? g.between(5, 1) : 0))));
    says(
        "orders\\(-1\\) \\(RichScenarios.java:\\d+\\): less than none can't be made",
        () -> seed.rich(42, p -> p.orders(-1)));
    says(
        "Order #1 \\(RichScenarios.java:\\d+, seed 42\\): lines\\(-2\\): less than none can't be made",
        () -> seed.rich(42, p -> p.orders(1, (o, g) -> o.lines(-2))));
    says(
        "Order #1 \\(RichScenarios.java:\\d+, seed 42\\): its function failed: .*boom",
        () ->
            seed.rich(
                42,
                p ->
                    p.orders(
                        1,
                        (o, g) -> {
                          throw new IllegalStateException("boom");
                        })));
    says(
        "Order #1 \\(RichScenarios.java:\\d+, seed 42\\): status: must not be null.*",
        () -> seed.rich(42, p -> p.orders(1, (o, g) -> o.status((Status) null))));
  }

  private static void says(String pattern, org.junit.jupiter.api.function.Executable call) {
    String message = refused(call).getMessage();
    assertTrue(message.matches("(?s)" + pattern), message);
  }

  public static void functionsAreCalledOnceForEachRowOnTheCallersThread(DataSource source)
      throws SQLException {
    List<Integer> called = new ArrayList<>();
    Set<Thread> threads = new HashSet<>();
    RichSeed.of(source)
        .rich(
            42,
            p ->
                p.persons(
                    45_000,
                    (x, g) -> {
                      called.add(g.index());
                      threads.add(Thread.currentThread());
                      return x;
                    }));
    assertEquals(45_000, called.size());
    assertEquals(45_000, new HashSet<>(called).size());
    assertEquals(Set.of(Thread.currentThread()), threads);
    assertEquals(45_000, number(source, "SELECT count(*) FROM persons"));
  }

  public static void aFailureInALaterChunkLeavesNothing(DataSource source) throws SQLException {
    RichSeed seed = RichSeed.of(source);
    says(
        "Person #50001 .*boom",
        () ->
            seed.rich(
                42,
                p ->
                    p.persons(
                        60_000,
                        (x, g) -> {
                          if (g.index() == 50_000) {
                            throw new IllegalStateException("boom");
                          }
                          return x;
                        })));
    assertEquals(0, number(source, "SELECT count(*) FROM persons"));
    says(
        "Login #45001 .*",
        () ->
            seed.rich(
                42, p -> p.logins(60_000, (l, g) -> l.login("L" + g.index() % 45_000))));
    assertEquals(0, number(source, "SELECT count(*) FROM logins"));
    seed.rich(42, p -> p.persons(1));
    assertEquals(1, number(source, "SELECT count(*) FROM persons"));
  }

  public static void anInterruptedThreadStopsAndLeavesNothing(DataSource source)
      throws SQLException {
    RichSeed seed = RichSeed.of(source);
    refused(
        () ->
            seed.rich(
                42,
                p ->
                    p.persons(
                        200_000,
                        (x, g) -> {
                          if (g.index() == 50_000) {
                            Thread.currentThread().interrupt();
                          }
                          return x;
                        })));
    assertTrue(Thread.interrupted());
    assertEquals(0, number(source, "SELECT count(*) FROM persons"));
  }

  public static void joinsATransactionOfTheCallers(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      RichSeed seed = RichSeed.of(connection);
      assertEquals(10, seed.rich(42, p -> p.persons(10)).persons().size());
      connection.rollback();
    }
    assertEquals(0, number(source, "SELECT count(*) FROM persons"));
  }

  public static void aSecondPlanOfOneTableGoesOnWhereTheFirstEnds(DataSource source)
      throws SQLException {
    RichRows rows =
        RichSeed.of(source)
            .rich(
                42,
                p -> {
                  p.persons(3, (x, g) -> x.firstName("first"));
                  p.persons(2, (x, g) -> x.firstName("second"));
                });
    assertEquals(
        List.of("first", "first", "first", "second", "second"),
        rows.persons().stream().map(Person::firstName).toList());
    assertEquals(5, rows.persons().stream().map(Person::born).distinct().count());
  }
}
