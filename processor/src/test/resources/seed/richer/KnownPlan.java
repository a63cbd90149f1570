package richer;

import java.math.BigDecimal;
import javax.sql.DataSource;

/** The plan of {@code rich.KnownPlan}, with a table more, and a row that draws once more. */
public final class KnownPlan {
  private KnownPlan() {}

  /** Fills a database. */
  public static void fill(DataSource source) {
    RicherSeed.of(source)
        .rich(
            42,
            p -> {
              p.notes(70);
              p.tenants(3);
              p.products(20);
              p.customers(100);
              p.orders(
                  200,
                  (o, g) -> {
                    BigDecimal total = g.between(BigDecimal.ONE, new BigDecimal("99.99"));
                    int lines = g.between(1, 3);
                    if (g.index() == 7) {
                      g.between(1, 3);
                    }
                    return o.total(total)
                        .lines(lines, (l, h) -> l.quantity(h.skewed(1, 99)));
                  });
            });
  }
}
