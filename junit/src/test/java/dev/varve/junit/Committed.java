package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.junit.shop.ShopSeed;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;

/** What holds beyond that where nothing is rolled back. */
abstract class Committed extends Isolated {
  @RepeatedTest(2)
  void idsBeginAnewInEachTest(ShopSeed seed) {
    assertEquals(1, seed.customer().id());
    assertEquals(2, seed.customer().id());
  }

  @RepeatedTest(2)
  void tablesThatATestMakesAreGone(DataSource database) throws SQLException {
    Rows.execute(
        database,
        "CREATE TABLE notes (id integer)",
        "INSERT INTO notes VALUES (1)",
        "ALTER TABLE countries ADD COLUMN note text");
  }

  @RepeatedTest(2)
  void aTransactionThatWasBegunInSqlIsGone(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Rows.execute(connection, "BEGIN", "INSERT INTO countries (code, name) VALUES ('A', 'A')");
    }
  }
}
