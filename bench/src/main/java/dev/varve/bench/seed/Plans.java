package dev.varve.bench.seed;

import dev.varve.bench.seed.shop.Product;
import dev.varve.bench.seed.shop.ShopPlan;
import dev.varve.bench.seed.shop.ShopSeed;
import dev.varve.bench.seed.shop.Status;
import dev.varve.bench.seed.shop.Tier;
import dev.varve.seed.Ref;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Consumer;

/** What Varve is asked for. */
record Plans(Sizes sizes) {
  /** How many rows of each table, nothing else: relations are drawn, values invented. */
  void counts(ShopPlan plan) {
    plan.categories(sizes.categories());
    plan.products(sizes.products());
    plan.customers(sizes.customers());
    plan.orders(sizes.orders());
    plan.lines(sizes.lines());
    plan.reviews(sizes.reviews());
  }

  /** A function for each row, children within, a shared pool of products. */
  void functions(ShopPlan plan) {
    plan.categories(sizes.categories());
    Ref<Product> products =
        plan.products(sizes.products(), (x, g) -> x.name("Product " + g.between(1, 1_000)));
    plan.customers(
        sizes.customers(),
        (c, g) ->
            c.tier(g.pick(Tier.FREE, 80).or(Tier.PRO, 15).orElse(Tier.TEAM))
                .reviews(1)
                .orders(
                    g.between(1, 4),
                    (o, h) ->
                        o.placedAt(h.past(Duration.ofDays(365)))
                            .status(h.oneOf(Status.values()))
                            .lines(
                                h.between(1, 3),
                                (l, i) -> l.product(products).quantity(i.between(1, 9)))));
  }

  static Way.Work rich(Consumer<ShopPlan> plan) {
    return connection -> fill(connection, plan);
  }

  private static void fill(Connection connection, Consumer<ShopPlan> plan) {
    ShopSeed.of(connection).rich(42, plan);
  }
}
