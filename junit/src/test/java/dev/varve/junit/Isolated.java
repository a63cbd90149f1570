package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.junit.shop.Country;
import dev.varve.junit.shop.Customer;
import dev.varve.junit.shop.ShopSeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/**
 * What holds with each engine and each kind of isolation. All tests run twice: the second time they
 * would find what the first has left.
 */
abstract class Isolated {
  @BeforeEach
  void noTestSeesWhatAnotherOneLeft(DataSource database) throws SQLException {
    assertEquals(0, Rows.count(database));
  }

  @RepeatedTest(2)
  void tablesAreEmptiedWhateverTheirForeignKeysSay(ShopSeed seed, DataSource database)
      throws SQLException {
    Customer ann = seed.customer();
    seed.purchase(p -> p.customer(seed.customer(c -> c.broughtBy(ann))));
    Rows.execute(database, "UPDATE customers SET brought_by_id = id");
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Rows.execute(
          connection,
          "INSERT INTO teams (id, name, lead_id) VALUES (7, 'Purple', 8)",
          "INSERT INTO members (id, name, team_id) VALUES (8, 'Ian', 7)");
      connection.commit();
    }
    assertEquals(5, Rows.count(database));
  }

  @RepeatedTest(2)
  void codeUnderTestCommitsAndRollsBackOnConnectionsOfItsOwn(ShopSeed seed, DataSource database)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      ShopSeed.of(connection).add(new Country("DE", "Germany"));
      connection.commit();
      ShopSeed.of(connection).add(new Country("NO", "Norway"));
      connection.rollback();
    }
    assertEquals(1, Rows.count(database, "countries"));
    seed.add(new Country("DE", "Deutschland"));
    assertEquals(1, Rows.count(database, "countries"));
  }

  @RepeatedTest(2)
  void whatIsNeverCommittedIsGone(DataSource database) throws SQLException {
    Connection leaked = database.getConnection();
    leaked.setAutoCommit(false);
    Rows.execute(leaked, "INSERT INTO countries (code, name) VALUES ('DE', 'Germany')");
  }

  @RepeatedTest(2)
  void aStatementThatIsRefusedLeavesTheRestToWork(ShopSeed seed, DataSource database)
      throws SQLException {
    seed.add(new Country("DE", "Germany"));
    assertThrows(
        SQLException.class,
        () -> Rows.execute(database, "INSERT INTO countries (code, name) VALUES ('DE', 'Again')"));
    assertThrows(
        SQLException.class,
        () -> Rows.execute(database, "INSERT INTO purchases (customer_id, quantity) VALUES (9, 1)"),
        "foreign keys are checked");
    assertEquals(1, Rows.count(database));
  }

  @RepeatedTest(2)
  void anotherThreadSeesTheSameDatabase(ShopSeed seed, DataSource database) {
    seed.customer();
    int seen =
        CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return Rows.count(database, "customers");
                  } catch (SQLException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .join();
    assertEquals(1, seen);
  }

  @RepeatedTest(2)
  void seedDataSourceAndConnectionAreOneDatabase(
      ShopSeed seed, DataSource database, Connection connection) throws SQLException {
    seed.customer();
    assertEquals(1, Rows.count(connection, "customers"));
    assertEquals(1, Rows.count(database, "customers"));
  }
}
