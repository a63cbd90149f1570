package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.junit.shop.Customer;
import dev.varve.junit.shop.ShopSeed;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;

/** What a user would write first. */
@VarveTest
class FirstTest {
  @RepeatedTest(3)
  void aCustomerIsAloneInTheShop(ShopSeed seed, DataSource database, Connection connection)
      throws Exception {
    Customer customer = seed.customer();
    assertEquals(1, customer.id());
    try (var other = database.getConnection();
        var statement = other.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM customers")) {
      rows.next();
      assertEquals(1, rows.getInt(1));
    }
    try (var statement = connection.createStatement()) {
      statement.execute("DELETE FROM customers");
      statement.execute("CREATE TABLE trash (x integer)");
    }
  }
}
