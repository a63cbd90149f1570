package graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.SeedException;
import graph.Graph.Badge;
import graph.Graph.Client;
import graph.Graph.Item;
import graph.Graph.Mode;
import graph.Graph.Person;
import graph.Graph.Sale;
import graph.Graph.Slot;
import graph.Graph.Tenant;
import graph.Graph.Wish;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** Which rows are made, and which are shared. */
public final class GraphScenarios {
  private GraphScenarios() {}

  private static long count(DataSource source, String table) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  public static void anAncestorOfTwoPathsIsOneRow(DataSource source) throws SQLException {
    GraphSeed seed = GraphSeed.of(source);
    Sale sale = seed.sale();
    assertEquals(sale.client().tenant().id(), sale.item().tenantId());
    assertEquals(1, count(source, "tenants"));
    Tenant tenant = seed.tenant();
    Sale named = seed.sale(s -> s.client(c -> c.tenant(tenant)));
    assertEquals(tenant.id(), named.item().tenantId());
    Sale given = seed.sale(s -> s.client(named.client()));
    assertTrue(given.item().id() > named.item().id());
    assertEquals(given.client(), named.client());
  }

  public static void oneToOneMakesItsOwn(DataSource source) throws SQLException {
    GraphSeed seed = GraphSeed.of(source);
    Badge first = seed.badge();
    Badge second = seed.badge();
    assertNotEquals(first.client().id(), second.client().id());
    SeedException e =
        assertThrows(SeedException.class, () -> seed.badge(b -> b.client(first.client())));
    assertTrue(e.getMessage().contains("badges (GraphScenarios.java:"), e.getMessage());
    assertEquals(2, count(source, "badges"));
  }

  public static void uniqueTogether(DataSource source) throws SQLException {
    GraphSeed seed = GraphSeed.of(source);
    Wish wish = seed.wish();
    seed.wish(w -> w.client(wish.client()));
    assertThrows(
        SeedException.class, () -> seed.wish(w -> w.client(wish.client()).item(wish.item())));
    Tenant tenant = seed.tenant();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      Slot slot = seed.slot(s -> s.tenant(tenant));
      assertTrue(seen.add("n" + slot.number()) && seen.add("c" + slot.code()));
    }
    short five = 5;
    assertEquals(five, seed.slot(s -> s.number(five)).number());
    assertEquals(2, count(source, "wishes"));
  }

  public static void keysThatNobodyCounts(DataSource source) throws SQLException {
    GraphSeed seed = GraphSeed.of(source);
    Set<Byte> ids = new HashSet<>();
    for (int i = 0; i < 256; i++) {
      ids.add(seed.mode(m -> m.engine("e")).id());
    }
    assertEquals(256, ids.size());
    SeedException e = assertThrows(SeedException.class, () -> seed.mode());
    assertTrue(e.getMessage().contains("256"), e.getMessage());
    assertEquals(256, count(source, "modes"));
  }

  public static void defaultsOfOneEngine(DataSource source) {
    Mode mode = GraphSeed.of(source).mode();
    boolean postgresql = source.getClass().getName().contains("PG");
    assertEquals(postgresql, mode.engine().equals("pg"));
    assertNull(mode.mark());
  }

  public static void ownTableTwice(DataSource source) throws SQLException {
    GraphSeed seed = GraphSeed.of(source);
    Person child = seed.person(p -> p.mother(m -> m.mother(g -> g.name("g"))).father(f -> f.name("f")));
    assertEquals("g", child.mother().mother().name());
    assertNotEquals(child.mother().id(), child.father().id());
    assertEquals(4, count(source, "persons"));
    assertNull(seed.person(p -> p.mother(child).noMother()).mother());
  }

  /** Nothing that one builder makes stands in the way of what another has not committed yet. */
  public static void twoBuildersAtOnce(DataSource source) throws SQLException {
    if (!source.getClass().getName().contains("PG")) {
      return;
    }
    try (Connection one = source.getConnection();
        Connection two = source.getConnection()) {
      one.setAutoCommit(false);
      two.setAutoCommit(false);
      Item first = GraphSeed.of(one).item();
      Item second = GraphSeed.of(two).item();
      assertNotEquals(first.id(), second.id());
      one.rollback();
      two.commit();
    }
    assertEquals(1, count(source, "items"));
  }

  public static void theSameCallsGiveTheSame(DataSource source) {
    Client first = GraphSeed.of(source).client();
    Client second = GraphSeed.of(source).client();
    assertEquals(first.name(), second.name());
    assertNotEquals(first.id(), second.id());
  }

  public static void wrongUses(DataSource source) throws SQLException {
    GraphSeed seed = GraphSeed.of(source);
    SeedException e = assertThrows(SeedException.class,
        () -> seed.client(c -> c.tenant(new Tenant(0, "unsaved"))));
    assertTrue(e.getMessage().contains("has no id yet"), e.getMessage());
    e = assertThrows(SeedException.class, () -> seed.client(c -> c.tenant(new Tenant(99, "gone"))));
    assertTrue(e.getMessage().contains("tenant_id = 99"), e.getMessage());
    assertThrows(SeedException.class, () -> seed.client(c -> null));
    assertEquals(0, seed.tenant(t -> t.id(0)).id());
    assertEquals(0, count(source, "clients"));
  }
}
