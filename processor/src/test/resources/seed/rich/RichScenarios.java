package rich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.Ref;
import dev.varve.seed.SeedException;
import java.math.BigDecimal;
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
}
