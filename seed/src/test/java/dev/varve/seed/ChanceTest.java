package dev.varve.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.value.ValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Each distribution is a law: its range, its mean, and that every value comes. */
class ChanceTest {
  private static final int ROWS = 100_000;

  private final long seed = new SplittableRandom().nextLong();

  @BeforeEach
  void printSeed(TestReporter reporter) {
    reporter.publishEntry("seed", Long.toString(seed));
  }

  private <T> List<T> draw(Function<Chance, T> one) {
    List<T> drawn = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      drawn.add(one.apply(new Chance(dev.varve.seed.value.Keys.mix(seed + row), row)));
    }
    return drawn;
  }

  private static <T> double mean(List<T> drawn, ToDoubleFunction<T> number) {
    return drawn.stream().mapToDouble(number).average().orElseThrow();
  }

  private void near(double expected, double tolerance, double found) {
    assertEquals(expected, found, tolerance, "seed " + seed);
  }

  private <T> void allOf(List<T> drawn, Set<T> expected) {
    assertEquals(expected, new HashSet<>(drawn), "seed " + seed);
  }

  @Test
  @DisplayName("between() gives every whole number of the range, both ends too, equally often")
  void wholeNumbers() {
    List<Integer> drawn = draw(g -> g.between(-2, 5));
    allOf(drawn, Set.of(-2, -1, 0, 1, 2, 3, 4, 5));
    near(1.5, 0.05, mean(drawn, n -> n));
    for (int each = -2; each <= 5; each++) {
      int value = each;
      near(ROWS / 8.0, 700, drawn.stream().filter(n -> n == value).count());
    }
  }

  @Test
  @DisplayName("between() knows ranges as wide as the type")
  void wideRanges() {
    List<Long> drawn = draw(g -> g.between(Long.MIN_VALUE, Long.MAX_VALUE));
    near(0, 0.02, mean(drawn, n -> n / (double) Long.MAX_VALUE));
    List<Integer> ints = draw(g -> g.between(Integer.MIN_VALUE, Integer.MAX_VALUE));
    near(0, 0.02, mean(ints, n -> n / (double) Integer.MAX_VALUE));
    assertEquals(List.of(7L), draw(g -> g.between(7L, 7L)).stream().distinct().toList());
  }

  @Test
  @DisplayName("between() of doubles stays below its end")
  void doubles() {
    List<Double> drawn = draw(g -> g.between(1.5, 2.5));
    assertTrue(drawn.stream().allMatch(n -> n >= 1.5 && n < 2.5), "seed " + seed);
    near(2, 0.01, mean(drawn, n -> n));
    assertEquals(List.of(3.0), draw(g -> g.between(3.0, 3.0)).stream().distinct().toList());
  }

  @Test
  @DisplayName("between() of decimals keeps the digits after the point")
  void decimals() {
    List<BigDecimal> drawn = draw(g -> g.between(new BigDecimal("0.9"), new BigDecimal("1.05")));
    assertTrue(drawn.stream().allMatch(n -> n.scale() == 2));
    assertEquals(16, new HashSet<>(drawn).size());
    near(0.975, 0.002, mean(drawn, BigDecimal::doubleValue));
    BigDecimal huge = BigDecimal.TEN.pow(60);
    near(0.5, 0.01, mean(draw(g -> g.between(BigDecimal.ZERO, huge)), n -> n.doubleValue() / 1e60));
  }

  @Test
  @DisplayName("between() of days and moments includes both ends")
  void times() {
    LocalDate monday = LocalDate.of(2024, 2, 26);
    List<LocalDate> days = draw(g -> g.between(monday, monday.plusDays(4)));
    allOf(days, new HashSet<>(monday.datesUntil(monday.plusDays(5)).toList()));
    Instant from = Instant.parse("2024-01-01T00:00:00Z");
    List<Instant> moments = draw(g -> g.between(from, from.plusNanos(3000)));
    assertEquals(4, new HashSet<>(moments).size());
  }

  @Test
  @DisplayName("skewed() has half of its numbers in the lowest eighth, and its mean at a quarter")
  void skewed() {
    List<Integer> drawn = draw(g -> g.skewed(0, 999));
    assertTrue(drawn.stream().allMatch(n -> n >= 0 && n <= 999));
    near(ROWS / 2.0, 1000, drawn.stream().filter(n -> n < 125).count());
    near(ROWS / 10.0, 500, drawn.stream().filter(n -> n >= 729).count());
    near(249.5, 5, mean(drawn, n -> n));
    allOf(draw(g -> g.skewed(3, 9)), Set.of(3, 4, 5, 6, 7, 8, 9));
    int most = Integer.MAX_VALUE;
    assertTrue(draw(g -> g.skewed(-most, most)).stream().anyMatch(n -> n < 0));
  }

  @Test
  @DisplayName("oneOf() gives all alike, from values and from lists")
  void oneOf() {
    List<String> drawn = draw(g -> g.oneOf("a", "b", "c"));
    near(ROWS / 3.0, 1000, drawn.stream().filter("a"::equals).count());
    allOf(drawn, Set.of("a", "b", "c"));
    allOf(draw(g -> g.oneOf(List.of(1, 2))), Set.of(1, 2));
  }

  @Test
  @DisplayName("pick() keeps to its weights, and what is left falls to orElse()")
  void pick() {
    List<String> drawn = draw(g -> g.pick("free", 80).or("pro", 15).orElse("team"));
    near(80_000, 900, drawn.stream().filter("free"::equals).count());
    near(15_000, 900, drawn.stream().filter("pro"::equals).count());
    near(5_000, 500, drawn.stream().filter("team"::equals).count());
    allOf(draw(g -> g.pick("all", 100).orElse("never")), Set.of("all"));
    allOf(draw(g -> g.pick("never", 0).orElse("all")), Set.of("all"));
  }

  @Test
  @DisplayName("percent() is true in so many of a hundred")
  void percent() {
    near(30_000, 900, draw(g -> g.percent(30)).stream().filter(is -> is).count());
    allOf(draw(g -> g.percent(0)), Set.of(false));
    allOf(draw(g -> g.percent(100)), Set.of(true));
  }

  @Test
  @DisplayName("past() and future() lie on their sides of a fixed moment, in whole microseconds")
  void pastAndFuture() {
    Instant now = Instant.parse("2025-01-01T00:00:00Z");
    Duration day = Duration.ofDays(1);
    List<Instant> past = draw(g -> g.past(day));
    assertTrue(past.stream().allMatch(t -> t.isBefore(now) && !t.isBefore(now.minus(day))));
    assertTrue(past.stream().allMatch(t -> t.getNano() % 1000 == 0));
    near(43_200, 500, mean(past, t -> Duration.between(t, now).toSeconds()));
    List<Instant> future = draw(g -> g.future(day));
    assertTrue(future.stream().allMatch(t -> t.isAfter(now) && !t.isAfter(now.plus(day))));
  }

  @Test
  @DisplayName("one more draw in a row leaves the other rows as they were")
  void rowsAreIndependent() {
    List<Integer> before = draw(g -> g.between(0, 1_000_000));
    List<Integer> after =
        draw(
            g -> {
              int first = g.between(0, 1_000_000);
              return g.index() == 5 ? g.between(0, 1_000_000) : first;
            });
    before.remove(5);
    after.remove(5);
    assertEquals(before, after);
  }

  @Test
  @DisplayName("the values of a key are the same in every version of Java")
  void golden() {
    Chance g = new Chance(42, 0);
    List<Object> drawn =
        Arrays.asList(
            g.between(0, 1000),
            g.between(0L, 1_000_000_000_000L),
            g.between(0.0, 1.0),
            g.between(BigDecimal.ONE, new BigDecimal("99.99")),
            g.skewed(0, 100),
            g.oneOf("a", "b", "c", "d"),
            g.percent(50),
            g.past(Duration.ofDays(365)),
            g.between(LocalDate.of(2020, 1, 1), LocalDate.of(2024, 12, 31)));
    assertEquals(GOLDEN, drawn.toString());
  }

  private static final String GOLDEN =
      "[313, 748457624575, 0.34419071652363753, 30.50, 66, b, true, 2024-12-01T11:19:47.517994Z, 2024-08-12]";

  @Test
  @DisplayName("misuse says what was given and what is allowed")
  void misuse() {
    refused(g -> g.between(5, 1), "between 5 and 1 there is nothing: the least comes first");
    refused(g -> g.skewed(2, 1), "between 2 and 1 there is nothing: the least comes first");
    refused(
        g -> g.between(0.0, Double.POSITIVE_INFINITY),
        "between 0.0 and Infinity there is nothing: the least comes first");
    refused(g -> g.percent(101), "percent(101): it must be from 0 to 100");
    refused(g -> g.oneOf(List.of()), "oneOf() has nothing to choose from");
    refused(
        g -> g.pick("a", 80).or("b", 30).orElse("c"),
        "the weights of a pick are percent, and 110 is too much: of 100, 20 are left for b");
    refused(
        g -> g.pick("a", -1).orElse("c"),
        "the weights of a pick are percent, and -1 is less than none: of 100, 100 are left for a");
    refused(g -> g.past(Duration.ZERO), "past(PT0S): it must be a microsecond or more");
  }

  private static void refused(Function<Chance, ?> draw, String message) {
    Chance chance = new Chance(1, 0);
    Exception problem = assertThrows(ValueException.class, () -> draw.apply(chance));
    assertEquals(message, problem.getMessage());
  }
}
