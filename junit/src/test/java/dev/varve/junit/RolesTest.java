package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.junit.shop.ShopSeed;
import dev.varve.runtime.format.Engine;
import dev.varve.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/** Several roles that test on one server. */
class RolesTest {
  @VarveTest(database = Engine.POSTGRESQL)
  static class Sample {
    @Test
    void inserts(ShopSeed seed) {
      seed.purchase();
    }
  }

  @Test
  void eachHasTemplatesOfItsOwn() throws Exception {
    Rows.execute(
        PostgresServer.database("postgres"),
        "CREATE ROLE one LOGIN CREATEDB",
        "CREATE ROLE another LOGIN CREATEDB");
    for (String role : new String[] {"one", "another", "postgres"}) {
      String url = Launch.url().replace("user=postgres", "user=" + role);
      assertEquals(1, Launch.passed(Launch.of(Sample.class, "varve.test.url", url)), role);
    }
  }
}
