package bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bound.Bound.Booking;
import bound.Bound.Seat;
import bound.Bound.Tenant;
import dev.varve.seed.Ref;
import dev.varve.seed.SeedException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The database checks that what is bound agrees. */
public final class BoundScenarios {
  private BoundScenarios() {}

  private static String refused(DataSource source, Consumer<BoundPlan> plan) {
    BoundSeed seed = BoundSeed.of(source);
    String message =
        assertThrows(SeedException.class, () -> seed.rich(1, plan::accept)).getMessage();
    assertEquals(0, seed.rich(1, p -> {}).tenants().size(), "nothing is left of it");
    return message;
  }

  public static void childrenOfATenantReferToWhatIsItsOwn(DataSource source) {
    BoundRows rows =
        BoundSeed.of(source)
            .rich(
                1,
                p -> {
                  p.bookings(2);
                  p.tenants(10, (t, g) -> t.seats(3));
                });
    assertEquals(30, rows.seats().size());
    for (Seat seat : rows.seats()) {
      assertTrue(
          rows.bookings().stream()
              .anyMatch(
                  booking ->
                      booking.tenantId() == seat.tenantId()
                          && booking.number() == seat.bookingNumber()),
          seat.toString());
    }
  }

  public static void whatIsDrawnFromAPoolDecidesOnTheRest(DataSource source) {
    BoundRows rows =
        BoundSeed.of(source)
            .rich(
                1,
                p -> {
                  Ref<Tenant> some = p.tenants(3);
                  p.tenants(40);
                  Ref<Booking> bookings = p.bookings(5, (b, g) -> b.tenant(some));
                  p.seats(50, (s, g) -> s.booking(bookings));
                  p.seats(50, (s, g) -> s.tenant(some));
                });
    List<Long> some = rows.tenants().stream().limit(3).map(Tenant::id).toList();
    for (Seat seat : rows.seats()) {
      assertTrue(some.contains(seat.tenantId()), seat.toString());
    }
    assertEquals(100, rows.seats().size());
  }

  /** All pictures are one tenant's: other tenants' rooms show them, and stay the other tenants'. */
  public static void whatIsBoundHoldsWhereTheRestIsUsedUp(DataSource source) {
    BoundRows rows =
        BoundSeed.of(source)
            .rich(
                1,
                p -> {
                  Ref<Tenant> painter = p.tenants(1);
                  p.pictures(20, (i, g) -> i.tenant(painter));
                  p.tenants(3, (t, g) -> t.chairs(4).lamps(2));
                });
    assertEquals(12, rows.chairs().size());
    assertEquals(6, rows.lamps().size());
    assertEquals(
        12, rows.chairs().stream().map(c -> c.tenantId() + " " + c.roomNumber()).distinct().count());
    assertEquals(20, rows.pictures().size());
  }

  public static void poolsThatContradictEachOtherAreRefused(DataSource source) {
    String message =
        refused(
            source,
            p -> {
              Ref<Tenant> ours = p.tenants(1);
              Ref<Tenant> theirs = p.tenants(1);
              Ref<Booking> bookings = p.bookings(3, (b, g) -> b.tenant(ours));
              p.seats(1, (s, g) -> s.tenant(theirs).booking(bookings));
            });
    assertTrue(
        message.contains("tenant and booking have a column in common")
            || message.contains("booking and tenant have a column in common"),
        message);
  }

  public static void twoOfWhatARowHasOneOfAreRefused(DataSource source) {
    String message =
        refused(source, p -> p.tenants(2, (t, g) -> t.badge(b -> b).badge(b -> b.text("second"))));
    assertTrue(message.contains("Badge #2 (BoundScenarios.java:"), message);
    assertTrue(message.contains("another row has the same in primary key, by tenant"), message);
  }

  public static void parentsAreMadeBeforeTheirTurn(DataSource source) {
    BoundRows rows =
        BoundSeed.of(source)
            .rich(
                1,
                p -> {
                  p.photos(20);
                  p.badges(20);
                  p.tenants(25);
                });
    assertEquals(20, rows.photos().size());
    assertEquals(20, rows.badges().size());
    assertEquals(25, rows.tenants().size());
  }

  /** Badges are made because photos need them; it's the tenants that are too few. */
  public static void tooFewAreToldByTheTableThatTheUserMustAddTo(DataSource source) {
    String message =
        refused(
            source,
            p -> {
              p.tenants(7);
              p.photos(9);
            });
    assertTrue(message.contains("9 rows asked, only 7 "), message);
    assertTrue(message.endsWith("; add a tenant"), message);
  }

  public static void rowsLeftToADefaultDifferInTheRest(DataSource source) {
    for (int run = 0; run < 3; run++) {
      BoundSeed seed = BoundSeed.of(source);
      seed.smoke();
      Stream.of(seed.shift(), seed.shifts(3)).forEach(made -> assertTrue(made != null));
      seed.rich(run, p -> p.shifts(5));
    }
    assertTrue(BoundSeed.of(source).smoke().shifts().size() > 1);
  }

  /** Smoke has one of 26 months less 40 days, which is as long as 740 days to PostgreSQL. */
  public static void periodsThatAreAsLongAreTheSame(DataSource source) {
    BoundSeed seed = BoundSeed.of(source);
    seed.smoke();
    assertEquals(1_000, seed.rich(1, p -> p.terms(1_000)).terms().size());
  }

  /** Each member has two cards, and each card a member of its own. */
  public static void rowsThatNeedEverMoreAreRefused(DataSource source) {
    String message = refused(source, p -> p.members(20_000, (m, g) -> m.cards(2)));
    assertTrue(message.contains("for owner (primary key); add a member"), message);
  }
}
