package partial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.SeedException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import partial.Partial.Account;
import partial.Partial.Bill;
import partial.Partial.Label;
import partial.Partial.Picture;
import partial.Partial.Product;
import partial.Partial.Seat;
import partial.Partial.Status;

/** Unique indexes that are about some rows only. */
public final class PartialScenarios {
  private PartialScenarios() {}

  private static long open(List<Bill> bills) {
    return bills.stream().filter(bill -> bill.status() == Status.OPEN).count();
  }

  public static void aRowThatTheIndexIsNotAboutNeedNotDiffer(DataSource source) {
    PartialSeed seed = PartialSeed.of(source);
    Product cup = seed.product();
    List<Picture> pictures = seed.share(cup).pictures(5);
    assertEquals(1, pictures.stream().filter(Picture::main).count());
    assertEquals(List.of(cup, cup, cup, cup, cup), pictures.stream().map(Picture::product).toList());
    assertEquals(false, seed.picture(p -> p.product(cup)).main());
    assertEquals(4, seed.pictures(4, p -> p.product(cup).main(false)).size());
    assertEquals(true, seed.picture(p -> p.main(true)).main());
  }

  /** Two rows that both say what the key's columns hold: what isn't said keeps them apart. */
  public static void whatDecidesIsInventedToFit(DataSource source) {
    PartialSeed seed = PartialSeed.of(source);
    Product cup = seed.product();
    seed.bill(b -> b.product(cup).status(Status.PAID));
    List<Bill> bills = seed.bills(6, b -> b.product(cup));
    assertEquals(1, open(bills));
    assertEquals(0, open(seed.bills(3, b -> b.product(cup))));
    seed.bills(3, b -> b.product(cup).status(Status.PAID));
    Product jug = seed.product();
    List<Bill> mixed =
        seed.bills(4, (b, g) -> g.index() == 3 ? b.product(jug).status(Status.OPEN) : b.product(jug));
    assertEquals(1, open(mixed));
    assertEquals(Status.OPEN, mixed.get(3).status());
  }

  public static void sharedRowsAreSharedWhereTheIndexAllows(DataSource source) {
    PartialSeed seed = PartialSeed.of(source);
    Product cup = seed.product();
    List<Bill> paid = seed.share(cup).bills(3, b -> b.status(Status.PAID));
    assertEquals(Set.of(cup), new HashSet<>(paid.stream().map(Bill::product).toList()));
    List<Bill> open = seed.bills(2, b -> b.status(Status.OPEN));
    assertNotEquals(open.get(0).product(), open.get(1).product());
  }

  public static void aValueOfARowOutsideMayBeTaken(DataSource source) {
    PartialSeed seed = PartialSeed.of(source);
    Product hall = seed.product();
    List<Seat> gone = seed.seats(6, s -> s.product(hall).status(Status.GONE));
    assertEquals(6, gone.size());
    List<Seat> booked = seed.seats(2, s -> s.product(hall).status(Status.PAID));
    assertEquals(Set.of((short) 1, (short) 2), Set.of(booked.get(0).place(), booked.get(1).place()));
    SeedException e =
        assertThrows(
            SeedException.class, () -> seed.seat(s -> s.product(hall).status(Status.OPEN)));
    assertTrue(
        e.getMessage()
            .contains(
                "rows have all 2 values that can be invented for place (seats_product_id_place_idx"
                    + " (of rows where status <> 'GONE'))"),
        e.getMessage());
  }

  public static void deletedRowsDoNotCount(DataSource source) {
    PartialSeed seed = PartialSeed.of(source);
    seed.accounts(2, a -> a.email("a@shop.test").deletedAt(Instant.EPOCH));
    Account there = seed.account(a -> a.email("a@shop.test"));
    assertEquals(null, there.deletedAt());
    SeedException e =
        assertThrows(SeedException.class, () -> seed.account(a -> a.email("a@shop.test")));
    assertTrue(
        e.getMessage()
            .contains(
                "email = \"a@shop.test\" is there already, and breaks unique constraint"
                    + " accounts_email_idx (of rows where deleted_at IS NULL)"),
        e.getMessage());
    Set<String> emails = new HashSet<>();
    seed.accounts(50).forEach(account -> emails.add(account.email()));
    assertEquals(50, emails.size());
    // of the two rows with this email none is known by it
    Account added = seed.add(new Account(0, "a@shop.test", Instant.EPOCH));
    assertTrue(added.id() > there.id());
  }

  /** Also beside rows that are there: nothing is violated, and nothing refused. */
  public static void smokeAndPlansHold(DataSource source) {
    PartialSeed seed = PartialSeed.of(source);
    for (int i = 0; i < 3; i++) {
      assertTrue(seed.smoke().bills().size() > 1);
      List<Picture> some = seed.smoke(p -> p.pictures(4, (x, g) -> x.main(g.index() == 0))).pictures();
      assertEquals(4, some.size());
      assertEquals(60, seed.rich(i, p -> {
        p.products(4);
        p.pictures(40);
        p.bills(60);
        p.seats(20, (s, g) -> s.status(g.index() < 8 ? Status.OPEN : Status.GONE));
        p.accounts(50);
      }).bills().size());
    }
    Set<String> codes = new HashSet<>();
    seed.labels(100).forEach((Label label) -> codes.add(label.code()));
    assertEquals(100, codes.size());
  }
}
