package dev.varve.bench.seed;

import static org.instancio.Select.field;

import dev.varve.bench.seed.shop.Category;
import dev.varve.bench.seed.shop.Customer;
import dev.varve.bench.seed.shop.Line;
import dev.varve.bench.seed.shop.Order;
import dev.varve.bench.seed.shop.Product;
import dev.varve.bench.seed.shop.Review;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.instancio.Instancio;
import org.instancio.InstancioApi;

/** The same number of records from Instancio: it knows no tables, so what they ask for is said. */
record InstancioRows(Sizes sizes, boolean isSqlite) {
  private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

  void insert(Connection connection) throws Exception {
    AtomicLong id = new AtomicLong();
    List<Category> categories =
        list(
            sizes.categories(),
            Instancio.of(Category.class)
                .supply(field(Category::id), id::incrementAndGet)
                .generate(
                    field(Category::name), gen -> gen.text().pattern("#c#c#c#c#d#d#d#d#d#d")));
    try (Batches batches = new Batches(connection, 0, isSqlite)) {
      for (Category one : categories) {
        batches.add(one.id(), one.name());
      }
    }
    AtomicLong sku = new AtomicLong();
    List<Product> products =
        list(
            sizes.products(),
            Instancio.of(Product.class)
                .supply(field(Product::id), sku::incrementAndGet)
                .supply(field(Product::category), random -> random.oneOf(categories))
                .supply(field(Product::sku), () -> "sku-" + sku.get())
                .supply(field(Product::price), random -> money(random.intRange(0, 100_000))));
    try (Batches batches = new Batches(connection, 1, isSqlite)) {
      for (Product one : products) {
        long category = java.util.Objects.requireNonNull(one.category()).id();
        batches.add(one.id(), category, one.sku(), one.name(), one.price());
      }
    }
    customers(connection, products);
  }

  private void customers(Connection connection, List<Product> products) throws Exception {
    AtomicLong id = new AtomicLong();
    List<Customer> customers =
        list(
            sizes.customers(),
            Instancio.of(Customer.class)
                .supply(field(Customer::id), id::incrementAndGet)
                .supply(field(Customer::email), () -> "person" + id.get() + "@example.com")
                .generate(field(Customer::discount), gen -> gen.ints().range(0, 100))
                .generate(field(Customer::joinedAt), gen -> gen.temporal().instant().max(END)));
    try (Batches batches = new Batches(connection, 2, isSqlite)) {
      for (Customer one : customers) {
        batches.add(one.id(), one.email(), one.name(), one.tier(), one.discount(), one.joinedAt());
      }
    }
    orders(connection, customers, products);
    AtomicLong reviewId = new AtomicLong();
    try (Batches batches = new Batches(connection, 5, isSqlite);
        Stream<Review> reviews =
            Instancio.of(Review.class)
                .supply(field(Review::id), reviewId::incrementAndGet)
                .supply(field(Review::customer), random -> random.oneOf(customers))
                .supply(field(Review::product), random -> random.oneOf(products))
                .generate(field(Review::stars), gen -> gen.ints().range(1, 5))
                .stream()) {
      for (Review one : (Iterable<Review>) reviews.limit(sizes.reviews())::iterator) {
        batches.add(
            one.id(),
            one.customer().id(),
            one.product().id(),
            one.stars(),
            one.text(),
            one.writtenOn());
      }
    }
  }

  private void orders(Connection connection, List<Customer> customers, List<Product> products)
      throws Exception {
    AtomicLong id = new AtomicLong();
    List<Order> orders =
        list(
            sizes.orders(),
            Instancio.of(Order.class)
                .supply(field(Order::id), id::incrementAndGet)
                .supply(field(Order::customer), random -> random.oneOf(customers))
                .supply(field(Order::ref), () -> "ref-" + id.get())
                .supply(field(Order::total), random -> money(random.intRange(0, 100_000)))
                .generate(field(Order::placedAt), gen -> gen.temporal().instant().max(END)));
    try (Batches batches = new Batches(connection, 3, isSqlite)) {
      for (Order one : orders) {
        batches.add(
            one.id(), one.customer().id(), one.ref(), one.total(), one.status(), one.placedAt());
      }
    }
    AtomicLong lineId = new AtomicLong();
    try (Batches batches = new Batches(connection, 4, isSqlite);
        Stream<Line> lines =
            Instancio.of(Line.class)
                .supply(field(Line::id), lineId::incrementAndGet)
                .supply(field(Line::order), random -> random.oneOf(orders))
                .supply(field(Line::product), random -> random.oneOf(products))
                .generate(field(Line::quantity), gen -> gen.ints().range(1, 99))
                .supply(field(Line::price), random -> money(random.intRange(0, 100_000)))
                .stream()) {
      for (Line one : (Iterable<Line>) lines.limit(sizes.lines())::iterator) {
        batches.add(one.id(), one.order().id(), one.product().id(), one.quantity(), one.price());
      }
    }
  }

  private static <T> List<T> list(int count, InstancioApi<T> model) {
    return model.stream().limit(count).toList();
  }

  private static BigDecimal money(int cents) {
    return BigDecimal.valueOf(cents, 2);
  }
}
