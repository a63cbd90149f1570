package rich;

import java.math.BigDecimal;
import javax.sql.DataSource;

/** A plan whose rows are known. */
public final class KnownPlan {
  private KnownPlan() {}

  /** Fills a database. */
  public static void fill(DataSource source) {
    RichSeed.of(source)
        .rich(
            42,
            p -> {
              p.tenants(3);
              p.products(20);
              p.customers(100);
              p.orders(
                  200,
                  (o, g) ->
                      o.total(g.between(BigDecimal.ONE, new BigDecimal("99.99")))
                          .lines(g.between(1, 3), (l, h) -> l.quantity(h.skewed(1, 99))));
            });
  }
}
