package dev.varve.bench.seed;

import dev.varve.bench.seed.shop.Status;
import dev.varve.bench.seed.shop.Tier;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import net.datafaker.Faker;

/** The same number of rows with values from Datafaker, made unique by their number. */
record DatafakerRows(Sizes sizes, boolean isSqlite) {
  void insert(Connection connection) throws Exception {
    Random random = new Random(42);
    Faker faker = new Faker(random);
    try (Batches categories = new Batches(connection, 0, isSqlite)) {
      for (int i = 1; i <= sizes.categories(); i++) {
        categories.add(i, faker.commerce().department() + " " + i);
      }
    }
    try (Batches products = new Batches(connection, 1, isSqlite)) {
      for (int i = 1; i <= sizes.products(); i++) {
        int category = 1 + random.nextInt(sizes.categories());
        products.add(i, category, "sku-" + i, faker.commerce().productName(), money(faker));
      }
    }
    try (Batches customers = new Batches(connection, 2, isSqlite)) {
      for (int i = 1; i <= sizes.customers(); i++) {
        customers.add(
            i,
            i + "." + faker.internet().emailAddress(),
            faker.name().fullName(),
            faker.options().option(Tier.class),
            faker.number().numberBetween(0, 100),
            past(random));
      }
    }
    orders(connection, faker, random);
    try (Batches reviews = new Batches(connection, 5, isSqlite)) {
      for (int i = 1; i <= sizes.reviews(); i++) {
        reviews.add(
            i,
            1 + random.nextInt(sizes.customers()),
            1 + random.nextInt(sizes.products()),
            faker.number().numberBetween(1, 5),
            faker.lorem().sentence(),
            LocalDate.of(2026, 1, 1).minusDays(random.nextInt(1_000)));
      }
    }
  }

  private void orders(Connection connection, Faker faker, Random random) throws Exception {
    try (Batches orders = new Batches(connection, 3, isSqlite)) {
      for (int i = 1; i <= sizes.orders(); i++) {
        orders.add(
            i,
            1 + random.nextInt(sizes.customers()),
            "ref-" + i,
            money(faker),
            faker.options().option(Status.class),
            past(random));
      }
    }
    try (Batches lines = new Batches(connection, 4, isSqlite)) {
      for (int i = 1; i <= sizes.lines(); i++) {
        lines.add(
            i,
            1 + random.nextInt(sizes.orders()),
            1 + random.nextInt(sizes.products()),
            faker.number().numberBetween(1, 99),
            money(faker));
      }
    }
  }

  private static BigDecimal money(Faker faker) {
    return BigDecimal.valueOf(faker.number().numberBetween(0, 100_000), 2);
  }

  private static Instant past(Random random) {
    return Instant.parse("2026-01-01T00:00:00Z").minusSeconds(random.nextInt(31_536_000));
  }
}
