package refused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.SeedException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.function.Executable;
import refused.Refused.Folded;
import refused.Refused.Shop;
import refused.Refused.Small;
import refused.Refused.Thing;
import refused.Refused.Visit;

/** What is said of rows that break a constraint: how they came about, the column, which, by what. */
public final class RefusedScenarios {
  private RefusedScenarios() {}

  /** The first line of a message; the lines of the source are all taken for 0. */
  private static String said(Executable call) {
    SeedException e = assertThrows(SeedException.class, call);
    return e.getMessage().lines().findFirst().orElseThrow().replaceAll("\\.java:\\d+", ".java:0");
  }

  private static void says(String row, String expected, Executable call) {
    assertEquals(row + " (RefusedScenarios.java:0): " + expected, said(call));
  }

  /** Of one row, and of one among several. */
  private static void refuses(DataSource source, UnaryOperator<ThingSeed> flaw, String expected) {
    RefusedSeed seed = RefusedSeed.of(source);
    says("things", expected, () -> seed.thing("low", flaw));
    says(
        "things[1]",
        expected,
        () -> seed.things(3, (t, g) -> g.index() == 1 ? flaw.apply(t.lower("low")) : t.lower("low")));
  }

  public static void ofWhatIsKnownBeforeItIsSent(DataSource source) {
    refuses(source, t -> t.amount(0), "amount: 0 is less than 1, by CHECK things_amount_positive_check (amount > 0)");
    refuses(source, t -> t.most(11), "most: 11 is more than 10, by CHECK things_check (least <= most) or CHECK"
        + " things_most_max_check (most <= 10)");
    refuses(source, t -> t.code("a"), "code: 1 characters are fewer than 2, by CHECK things_code_size_check (length(code) >= 2)");
    refuses(source, t -> t.code("abcdef"), "code: \"abcdef\" has 6 characters, text(5) holds 5");
    refuses(source, t -> t.tag("x"), "tag: \"x\" does not match [A-Z]{2}[0-9]+, by CHECK things_tag_pattern_check"
        + " (tag ~ '^(?:[A-Z]{2}[0-9]+)$')");
    refuses(source, t -> t.title(" "), "title: \" \" is blank, by CHECK things_title_not_blank_check (title ~ '\\S')");
    refuses(source, t -> t.price(new BigDecimal("1.55")), "price: 1.55 has more than the 1 digits after the point that"
        + " decimal(4,1) keeps");
    refuses(source, t -> t.brief("abcd"), "brief: 4 characters are more than 3, by CHECK things_brief_check (length(brief) < 4)");
    refuses(source, t -> t.colour(null), "colour: must not be null");
  }

  public static void ofWhatTheDatabaseRefuses(DataSource source) {
    Thing there = RefusedSeed.of(source).thing("low", t -> t.email("a").login("X"));
    refuses(source, t -> t.lower("Abc"), "lower = \"Abc\" breaks CHECK things_lower_check (lower = lower(lower))");
    refuses(source, t -> t.most(1).least(2), "most = 1, least = 2 breaks CHECK things_check (least <= most)");
    refuses(source, t -> t.email("a"), "email = \"a\" is there already, and breaks unique constraint things_email_key");
    refuses(source, t -> t.login("x"), "lower = \"low\", login = \"x\": a unique index over expressions takes that for the same"
        + " as another row's");
    refuses(source, t -> t.id(there.id()), "id = " + there.id() + " is there already, and breaks primary key things_pkey");
    refuses(source, t -> t.shop(new Shop(99, "x")), "shop (foreign key things_shop_id_fkey, shop_id = 99) refers to a row that"
        + " isn't in the database");
  }

  /** Complaint: of a load of a thousand rows one is wrong, and nobody says which. */
  public static void theRowOfManyIsNamed(DataSource source) {
    RefusedSeed seed = RefusedSeed.of(source);
    Thing good = seed.thing("low", t -> t.email("a"));
    for (int count : new int[] {3, 150, 3_000}) {
      int wrong = count / 2;
      String row = "things[" + wrong + "]";
      says(row, "lower = \"BAD\" breaks CHECK things_lower_check (lower = lower(lower))",
          () -> seed.addAll(things(good, count, with(good, wrong, "BAD", "bad", null))));
      says(row, "shop (foreign key things_shop_id_fkey, shop_id = 99) refers to a row that isn't in the database",
          () -> seed.addAll(things(good, count, with(good, wrong, "low", "bad", new Shop(99, "x")))));
      says(row, "email = \"a\" is there already, and breaks unique constraint things_email_key",
          () -> seed.addAll(things(good, count, with(good, wrong, "low", "a", null))));
      says(row, "shop (foreign key things_shop_id_fkey, shop_id = 99) refers to a row that isn't in the database",
          () -> seed.things(count, (t, g) -> g.index() == wrong ? t.lower("a").shop(new Shop(99, "x")) : t.lower("a")));
      says(row, "lower = \"A\" breaks CHECK things_lower_check (lower = lower(lower))",
          () -> seed.things(count, (t, g) -> t.lower(g.index() == wrong ? "A" : "a")));
    }
    assertEquals(3_000, seed.addAll(things(good, 3_000, with(good, 0, "low", "good", null))).size());
  }

  private static List<Thing> things(Thing good, int count, Thing wrong) {
    return IntStream.range(0, count)
        .mapToObj(i -> 10 + i == wrong.id() ? wrong : with(good, i, "low", "e" + i, null))
        .toList();
  }

  private static Thing with(Thing t, int place, String lower, String email, Shop shop) {
    return new Thing(
        10 + place, t.amount(), t.most(), t.least(), t.code(), t.tag(), t.title(), t.price(), t.rate(), lower,
        t.brief(), t.colour(), t.other(), t.three(), t.dec(), email, "l" + place, shop);
  }

  /** SQLite names neither the row nor the key. */
  public static void ofSeveralForeignKeysTheBrokenOneIsNamed(DataSource source) {
    RefusedSeed seed = RefusedSeed.of(source);
    Shop here = seed.shop();
    Shop gone = new Shop(77, "gone");
    String to = "to (foreign key visits_to_id_fkey, to_id = 77) refers to a row that isn't in the database";
    says("visits", to, () -> seed.visit(v -> v.from(here).to(gone)));
    says("visits[1]", to, () -> seed.visits(3, (v, g) -> v.from(here).to(g.index() == 1 ? gone : here)));
    says("visits[2]", to,
        () -> seed.addAll(List.of(
            new Visit(1, here, here, null), new Visit(2, here, here, null), new Visit(3, here, gone, null))));
    says("visits[1]", "before (foreign key visits_before_id_fkey, before_id = 9) refers to a row that isn't in the database",
        () -> seed.addAll(List.of(
            new Visit(1, here, here, new Visit(2, here, here, null)),
            new Visit(2, here, here, new Visit(9, here, here, null)))));
  }

  /** What is checked at the end of the transaction. */
  public static void ofADeferredForeignKey(DataSource source) throws SQLException {
    String said = assertThrows(
        SeedException.class, () -> RefusedSeed.of(source).hen(h -> h.eggId(99))).getMessage();
    assertTrue(said.contains("(RefusedScenarios.java:"), said);
    boolean postgres = said.contains("hens_egg_id_fkey") && said.contains("(egg_id)=(99)");
    assertTrue(postgres || said.contains("hens.egg_id = 99 refers to a row that isn't in eggs"), said);
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      RefusedSeed.of(connection).hen(h -> h.eggId(99)); // checked when its caller commits
      connection.rollback();
    }
    assertEquals(1, RefusedSeed.of(source).rich(1, p -> p.shops(1)).shops().size());
  }

  public static void anIntKeyDoesNotOverflow(DataSource source) {
    RefusedSeed seed = RefusedSeed.of(source);
    seed.small(s -> s.id(Integer.MAX_VALUE - 1));
    assertEquals(Integer.MAX_VALUE, seed.small().id());
    List<Executable> calls =
        List.of(
            () -> seed.small(),
            () -> seed.smalls(2),
            () -> seed.add(new Small(0, "x")),
            () -> seed.rich(1, p -> p.smalls(2)),
            () -> seed.smoke(p -> p.things(2, (t, g) -> t.lower("low"))));
    for (Executable call : calls) {
      String said = assertThrows(SeedException.class, call).getMessage();
      assertTrue(said.contains("(RefusedScenarios.java:"), said);
      assertTrue(said.contains("smalls") && said.contains("" + Integer.MAX_VALUE), said);
    }
    assertEquals("x", seed.add(new Small(5, "x")).name());
  }

  /** A type of the database's own that compares in its own way. */
  public static void citextIsTextThatComparesWithoutCase(DataSource source) throws SQLException {
    RefusedSeed seed = RefusedSeed.of(source);
    Folded first = seed.folded(f -> f.name("Abc"));
    boolean folds;
    try (Connection connection = source.getConnection()) {
      folds = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
    Folded again = seed.add(new Folded(0, "aBC"));
    assertEquals("aBC", again.name());
    if (folds) {
      assertEquals(first.id(), again.id());
      says("foldeds", "name = \"abc\" is there already, and breaks unique constraint foldeds_name_key",
          () -> seed.folded(f -> f.name("abc")));
    } else {
      assertNotEquals(first.id(), again.id());
    }
    Set<String> names = new HashSet<>();
    seed.foldeds(100).forEach(folded -> names.add(folded.name().toLowerCase(Locale.ROOT)));
    seed.rich(1, p -> p.foldeds(900)).foldeds().forEach(f -> names.add(f.name().toLowerCase(Locale.ROOT)));
    assertEquals(1_000, names.size());
  }
}
