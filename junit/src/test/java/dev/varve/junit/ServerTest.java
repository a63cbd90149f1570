package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.junit.shop.Country;
import dev.varve.junit.shop.ShopSeed;
import dev.varve.runtime.format.Engine;
import dev.varve.testing.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What is done on a PostgreSQL server of the user's, which others use as well. */
class ServerTest {
  private static final String OWN_SERVER = "-Dvarve.test.url=" + Launch.url();

  static final class Slow implements Baseline {
    @Override
    public void fill(DataSource database) throws InterruptedException {
      System.out.println("filling");
      TimeUnit.MILLISECONDS.sleep(500);
      ShopSeed.of(database).add(new Country("DE", "Germany"));
    }
  }

  @VarveTest(database = Engine.POSTGRESQL, baseline = Slow.class)
  static class WithSlowBaseline {
    @RepeatedTest(3)
    void germanyIsThere(DataSource database) throws SQLException {
      assertEquals(1, Rows.count(database));
    }
  }

  @Test
  void twoProcessesAtOnceMakeOneTemplate() throws Exception {
    try (Child one = Child.start(WithSlowBaseline.class, "", OWN_SERVER);
        Child other = Child.start(WithSlowBaseline.class, "", OWN_SERVER)) {
      String said = one.finish() + other.finish();
      assertEquals(2, said.split("0 failed", -1).length - 1, said);
      assertEquals(1, said.split("filling", -1).length - 1, said);
    }
  }

  @VarveTest(database = Engine.POSTGRESQL)
  static class Sleeper {
    @Test
    void sleeps(ShopSeed seed, Connection connection) throws Exception {
      seed.customer();
      System.out.println("database: " + connection.getCatalog());
      TimeUnit.MINUTES.sleep(10);
    }
  }

  @VarveTest(database = Engine.POSTGRESQL)
  static class Short {
    @Test
    void isShort(ShopSeed seed) {
      seed.customer();
    }
  }

  @Test
  void whatAKilledProcessLeavesIsRemovedAndWhatALiveOneHasIsNot() throws Exception {
    try (Child live = Child.start(Sleeper.class, "", OWN_SERVER);
        Child killed = Child.start(Sleeper.class, "", OWN_SERVER)) {
      String used = live.await("database: ");
      String left = killed.await("database: ");
      killed.kill();
      awaitDisconnected(left);
      assertTrue(databases().contains(left));
      try (Child next = Child.start(Short.class, "", OWN_SERVER)) {
        String said = next.finish();
        assertTrue(said.startsWith("0 failed"), said);
      }
      assertFalse(databases().contains(left), left);
      assertTrue(databases().contains(used), used);
    }
  }

  /** The server may need a moment to see that a process is no more. */
  private static void awaitDisconnected(String database) throws Exception {
    while (Rows.count(
            PostgresServer.database("postgres"),
            "pg_stat_activity WHERE datname = '" + database + "'")
        > 0) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Test
  void databasesOfOthersAreNeverTouched() throws Exception {
    DataSource server = PostgresServer.database("postgres");
    Rows.execute(
        server,
        "CREATE TABLE IF NOT EXISTS customers (id integer)",
        "INSERT INTO customers VALUES (1)",
        "CREATE DATABASE varve_test_00000001_1",
        "CREATE DATABASE varve_test_template_of_mine",
        "CREATE DATABASE accounts",
        "COMMENT ON DATABASE accounts IS 'varve-test: database of one run'");
    Set<String> before = databases();
    assertEquals(1, Launch.passed(Launch.of(Short.class)));
    assertTrue(
        databases()
            .containsAll(
                Set.of("varve_test_00000001_1", "varve_test_template_of_mine", "accounts")));
    assertEquals(1, Rows.count(server, "customers"));
    before.removeAll(databases());
    assertEquals(Set.of(), before, "all others are of no live run, or stay");
    for (String each :
        new String[] {"varve_test_00000001_1", "varve_test_template_of_mine", "accounts"}) {
      PostgresServer.drop(each);
    }
  }

  @Test
  void aTemplateOfThisNameThatIsNotOursIsRefused() throws Exception {
    assertEquals(1, Launch.passed(Launch.of(Short.class)));
    DataSource server = PostgresServer.database("postgres");
    Set<String> templates = templates();
    for (String each : templates) {
      Rows.execute(server, "COMMENT ON DATABASE " + each + " IS 'mine'");
    }
    try {
      String message = Launch.failure(Launch.of(Short.class)).toString();
      assertTrue(message.contains("isn't a template that was made here"), message);
    } finally {
      for (String each : templates) {
        Rows.execute(
            server,
            "COMMENT ON DATABASE " + each + " IS 'varve-test: template of 2026-01-01 for shop'");
      }
    }
  }

  private static Set<String> templates() throws SQLException {
    Set<String> names = databases();
    names.removeIf(name -> !name.matches("varve_test_template_[0-9a-f]{16}"));
    return names;
  }

  private static Set<String> databases() throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Connection connection = PostgresServer.database("postgres").getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
