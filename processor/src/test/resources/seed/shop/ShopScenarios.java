package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.SeedException;
import shop.Shop.Account;
import shop.Shop.Address;
import shop.Shop.Booking;
import shop.Shop.Country;
import shop.Shop.Customer;
import shop.Shop.Department;
import shop.Shop.Email;
import shop.Shop.Hen;
import shop.Shop.Line;
import shop.Shop.Message;
import shop.Shop.Node;
import shop.Shop.Order;
import shop.Shop.Point;
import shop.Shop.Preferences;
import shop.Shop.Product;
import shop.Shop.Profile;
import shop.Shop.Status;
import shop.Shop.Tag;
import shop.Shop.Tenant;
import shop.Shop.Tier;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** What a user's tests do. */
public final class ShopScenarios {
  private ShopScenarios() {}

  private static long count(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  public static void inventsWhatMustBe(DataSource source) throws SQLException {
    ShopSeed seed = ShopSeed.of(source);
    Customer customer = seed.customer();
    assertTrue(customer.id() > 0);
    assertEquals("email-1@example.com", customer.email().value());
    assertTrue(customer.phone().isEmpty());
    assertEquals(Tier.FREE, customer.tier());
    assertNull(customer.work());
    assertNull(customer.country());
    assertNull(customer.invitedBy());
    assertEquals(Map.of(), customer.settings());
    assertEquals(new Preferences("", 0, List.of(), customer.preferences().more()), customer.preferences());
    assertEquals(List.of(), customer.nicknames());
    assertNull(customer.home().city());
    assertNull(customer.home().at());
    assertEquals(1, count(source, "SELECT count(*) FROM customers"));
    assertEquals(0, count(source, "SELECT count(*) FROM countries"));
  }

  public static void makesParentsOnlyWhenNotNamed(DataSource source) throws SQLException {
    ShopSeed seed = ShopSeed.of(source);
    Order order = seed.order(o -> o.total(new BigDecimal("5")).customer(c -> c.tier(Tier.PRO)));
    assertEquals(Tier.PRO, order.customer().tier());
    assertEquals(new BigDecimal("5.00"), order.total());
    assertEquals(new BigDecimal("10.00"), order.doubled());
    Order second = seed.order(o -> o.customer(order.customer()).status(Status.PAID));
    assertEquals(order.customer(), second.customer());
    assertEquals(Status.PAID, second.status());
    assertNotEquals(order.ref(), second.ref());
    assertTrue(order.placedAt().getEpochSecond() > 1_700_000_000);
    assertEquals(1, count(source, "SELECT count(*) FROM customers"));
    seed.order();
    assertEquals(2, count(source, "SELECT count(*) FROM customers"));
  }

  public static void linksManyToMany(DataSource source) throws SQLException {
    ShopSeed seed = ShopSeed.of(source);
    Tag red = seed.tag(t -> t.label("red"));
    Tag blue = seed.tag();
    Country germany = seed.add(new Country("DE", "Germany"));
    Order order = seed.order(o -> o.tags(red, blue, red).countryCodes(germany.code()));
    assertEquals(List.of(red, blue), order.tags());
    assertEquals(Set.of("DE"), order.countryCodes());
    assertEquals(2, count(source, "SELECT count(*) FROM order_tags"));
    Order changed = seed.add(new Order(order.id(), order.customer(), order.ref(), BigDecimal.ONE,
        Status.PAID, order.placedAt(), BigDecimal.ZERO, List.of(blue), Set.of()));
    assertEquals(new BigDecimal("2.00"), changed.doubled());
    assertEquals(1, count(source, "SELECT count(*) FROM order_tags"));
    assertEquals(1, count(source, "SELECT count(*) FROM orders"));
  }

  public static void takesCompositeKeys(DataSource source) throws SQLException {
    ShopSeed seed = ShopSeed.of(source);
    Line line = seed.line(l -> l.quantity(3));
    assertEquals(3, line.quantity());
    Line next = seed.line(l -> l.order(line.order()));
    assertEquals(line.order().id(), next.order().id());
    assertNotEquals(line.position(), next.position());
    assertTrue(next.quantity() >= 1 && next.quantity() <= 99);
    Profile profile = seed.profile();
    assertTrue(profile.customer().id() > 0);
    assertEquals(1, count(source, "SELECT count(*) FROM profiles WHERE customer_id = "
        + profile.customer().id()));
  }

  public static void closesCycles(DataSource source) throws SQLException {
    ShopSeed seed = ShopSeed.of(source);
    Node root = seed.node();
    assertEquals(root.id(), root.parentId());
    Node child = seed.node(n -> n.parent(root));
    assertEquals(root.id(), child.parentId());
    Department department = seed.department(d -> d.head(w -> w.name("Ann")));
    assertEquals(1, count(source, "SELECT count(*) FROM departments"));
    assertEquals(department.headId(), count(source, "SELECT id FROM workers WHERE department_id = "
        + department.id()));
    Hen hen = seed.hen();
    assertEquals(hen.id(), count(source, "SELECT hen_id FROM eggs WHERE id = " + hen.eggId()));
    assertEquals(1, count(source, "SELECT count(*) FROM hens"));
  }

  public static void handsSharedColumnsDown(DataSource source) throws SQLException {
    ShopSeed seed = ShopSeed.of(source);
    Tenant tenant = seed.tenant();
    Booking booking = seed.booking(b -> b.tenant(tenant));
    assertEquals(tenant.id(), booking.tenantId());
    assertEquals(1, count(source, "SELECT count(*) FROM accounts WHERE tenant_id = " + tenant.id()));
    assertEquals(1, count(source, "SELECT count(*) FROM tenants"));
    Account account = seed.account(a -> a.number(77));
    Booking other = seed.booking(b -> b.account(account));
    assertEquals(account.tenantId(), other.tenantId());
    assertEquals(77, other.accountNumber());
    Booking all = seed.booking();
    assertEquals(all.accountNumber(), count(source,
        "SELECT number FROM accounts WHERE tenant_id = " + all.tenantId()));
    SeedException e = assertThrows(SeedException.class,
        () -> seed.booking(b -> b.tenant(tenant).account(account)));
    assertTrue(e.getMessage().contains("tenantId: " + tenant.id()), e.getMessage());
  }

  public static void twoRelationsToOneTableDiffer(DataSource source) throws SQLException {
    ShopSeed seed = ShopSeed.of(source);
    Message message = seed.message();
    assertNotEquals(message.author().id(), message.recipient().id());
    seed.message(m -> m.author(message.author()).recipient(message.author()));
  }

  public static void embedsRecords(DataSource source) {
    ShopSeed seed = ShopSeed.of(source);
    Address address = new Address("Main Street", null, new Point(BigDecimal.ONE, BigDecimal.TEN), 2);
    Customer customer = seed.customer(c -> c.home(address).workCity("Bonn"));
    assertEquals(address.street(), customer.home().street());
    assertEquals(0, BigDecimal.ONE.compareTo(customer.home().at().lat()));
    assertEquals("Bonn", customer.work().city());
    assertEquals(null, customer.work().at());
    assertTrue(!customer.work().street().isEmpty());
    Customer other = seed.customer(c -> c.home(address).homeCity("Ulm").homeAt(null).work(null));
    assertEquals("Ulm", other.home().city());
    assertNull(other.home().at());
    assertNull(other.work());
  }

  public static void usesUpSmallDomains(DataSource source) throws SQLException {
    ShopSeed seed = ShopSeed.of(source);
    assertNotEquals(seed.product().special(), seed.product().special());
    SeedException e = assertThrows(SeedException.class, () -> seed.product());
    assertTrue(e.getMessage().contains("special"), e.getMessage());
    assertTrue(e.getMessage().contains("ShopScenarios.java:"), e.getMessage());
    assertEquals(2, count(source, "SELECT count(*) FROM products"));
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      codes.add(seed.country().code());
      codes.add(ShopSeed.of(source).country().code());
    }
    assertEquals(80, codes.size());
  }

  public static void passesOverWhatIsThere(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO tenants (id, name) VALUES (1, 'a'), (2, 'b'), (7, 'c')");
    }
    ShopSeed seed = ShopSeed.of(source);
    assertTrue(seed.tenant().id() > 2);
    assertEquals(100, seed.tenant(t -> t.id(100)).id());
    assertTrue(seed.tenant().id() > 2);
    assertEquals(6, count(source, "SELECT count(*) FROM tenants"));
    seed.customer(c -> c.email(new Email("email-2@example.com")));
    assertEquals("email-3@example.com", seed.customer(c -> c.id(2)).email().value());
  }

  public static void addsRecords(DataSource source) throws SQLException {
    ShopSeed seed = ShopSeed.of(source);
    Country first = seed.add(new Country("DE", "Germany"));
    Country second = seed.add(new Country("DE", "Deutschland"));
    assertEquals("Deutschland", second.name());
    assertEquals(1, count(source, "SELECT count(*) FROM countries"));
    Tenant tenant = seed.add(new Tenant(0, "one"));
    assertTrue(tenant.id() > 0);
    assertNotEquals(tenant.id(), seed.add(new Tenant(0, "one")).id());
    assertEquals("two", seed.add(new Tenant(tenant.id(), "two")).name());
    assertEquals(2, count(source, "SELECT count(*) FROM tenants"));
    seed.add(new Tenant(900, "far"));
    assertTrue(seed.tenant().id() > 2);
    Customer customer = seed.customer(c -> c.country(first));
    Customer again = seed.add(new Customer(0, customer.email(), customer.phone(), Tier.PRO,
        customer.home(), null, second, null, Map.of("a", "b"), customer.preferences(), List.of("x"),
        null, 9, "x"));
    assertEquals(customer.id(), again.id());
    assertEquals(Map.of("a", "b"), again.settings());
    SeedException e = assertThrows(SeedException.class, () -> seed.add(new Profile(
        new Customer(0, customer.email(), customer.phone(), Tier.PRO, customer.home(), null, null,
            null, Map.of(), customer.preferences(), List.of(), null, 0, null), "me")));
    assertTrue(e.getMessage().contains("has no id yet"), e.getMessage());
  }

  public static void refusesBeforeSending(DataSource source) throws SQLException {
    ShopSeed seed = ShopSeed.of(source);
    SeedException e = assertThrows(SeedException.class,
        () -> seed.order(o -> o.total(new BigDecimal("-5.00"))));
    assertTrue(e.getMessage().contains("total: -5.00 is less than 0"), e.getMessage());
    assertTrue(e.getMessage().startsWith("orders (ShopScenarios.java:"), e.getMessage());
    e = assertThrows(SeedException.class, () -> seed.order(o -> o.ref("much too long a ref")));
    assertTrue(e.getMessage().contains("text(12)"), e.getMessage());
    e = assertThrows(SeedException.class, () -> seed.line(l -> l.order(o -> o.ref(null))));
    assertTrue(e.getMessage().contains("lines.order"), e.getMessage());
    assertTrue(e.getMessage().contains("ref: must not be null"), e.getMessage());
    e = assertThrows(SeedException.class, () -> seed.order(o -> o.customer((Customer) null)));
    assertTrue(e.getMessage().contains("must not be null"), e.getMessage());
    assertEquals(0, count(source, "SELECT count(*) FROM customers"));
  }

  public static void saysWhatTheDatabaseRefused(DataSource source) throws SQLException {
    ShopSeed seed = ShopSeed.of(source);
    Customer customer = seed.customer();
    SeedException e = assertThrows(SeedException.class,
        () -> seed.order(o -> o.customer(c -> c.email(customer.email()))));
    assertTrue(e.getMessage().contains("orders.customer"), e.getMessage());
    assertTrue(e.getMessage().contains("email = \"email-1@example.com\""), e.getMessage());
    assertEquals(1, count(source, "SELECT count(*) FROM customers"));
    assertEquals(0, count(source, "SELECT count(*) FROM orders"));
  }

  public static void asksForWhatItCannotInvent(DataSource source) {
    ShopSeed seed = ShopSeed.of(source);
    assertEquals("12", seed.rule("12").formula());
    assertEquals(2, seed.rules(2, r -> r.formula("0")).size());
    SeedException e = assertThrows(SeedException.class, () -> seed.rules(1, r -> r));
    assertTrue(e.getMessage().contains(".formula("), e.getMessage());
  }

  public static void respectsTransactions(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      ShopSeed seed = ShopSeed.of(connection);
      seed.tenant();
      assertThrows(SeedException.class, () -> seed.tenant(t -> t.name(null)));
      seed.tenant();
      assertEquals(false, connection.getAutoCommit());
      connection.rollback();
      assertEquals(0, count(source, "SELECT count(*) FROM tenants"));
      seed.tenant();
      assertThrows(SeedException.class, () -> seed.tenant(t -> t.id(seed.tenant().id())));
      connection.commit();
      connection.setAutoCommit(true);
      assertEquals(2, count(source, "SELECT count(*) FROM tenants"));
      seed.tenant();
      assertEquals(true, connection.getAutoCommit());
    }
    assertEquals(3, count(source, "SELECT count(*) FROM tenants"));
  }
}
