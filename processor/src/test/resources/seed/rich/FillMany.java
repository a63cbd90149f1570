package rich;

import dev.varve.seed.Ref;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import rich.Rich.Product;

/** A program that makes many rows; in a JVM of its own, since what is of interest is its memory. */
public final class FillMany {
  private FillMany() {}

  /**
   * Fills a database.
   *
   * @param arguments how to connect, and about how many rows to make
   */
  public static void main(String[] arguments) throws SQLException {
    int rows = Integer.parseInt(arguments[1]);
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      fill(RichSeed.of(connection), rows);
    }
  }

  /** A tenth of the rows are customers; each has two orders with three lines each, or so. */
  private static void fill(RichSeed seed, int rows) {
    seed.rich(
        42,
        p -> {
          p.tenants(10);
          p.tags(100);
          Ref<Product> products = p.products(1000);
          p.customers(
              rows / 10,
              (c, g) ->
                  c.orders(
                      2,
                      (o, h) ->
                          o.placedAt(h.past(Duration.ofDays(365)))
                              .lines(h.between(2, 4), (l, i) -> l.product(products))));
        });
  }
}
