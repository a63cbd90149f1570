package compared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compared.Compared.Friend;
import compared.Compared.Gift;
import compared.Compared.Span;
import dev.varve.seed.Ref;
import dev.varve.seed.SeedException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The database checks what is unique and what is compared; here it is only counted. */
public final class ComparedScenarios {
  private ComparedScenarios() {}

  public static void comparedColumnsThatAreUniqueHold(DataSource source) {
    ComparedSeed seed = ComparedSeed.of(source);
    Set<Long> values = new HashSet<>();
    for (int run = 0; run < 2; run++) {
      List<Span> spans = seed.rich(7, p -> p.spans(300)).spans();
      assertEquals(300, spans.size());
      for (Span span : spans) {
        assertTrue(span.first() < span.last(), span.toString());
        values.add(span.first());
        values.add(span.last());
      }
    }
    assertEquals(1_200, values.size());
    assertEquals(300, seed.rich(1, p -> p.codes(300)).codes().size());
  }

  public static void someRowsMaySayOneOfThem(DataSource source) {
    ComparedSeed seed = ComparedSeed.of(source);
    List<Span> spans =
        seed.rich(
                3,
                p ->
                    p.spans(
                        300,
                        (s, g) ->
                            g.index() % 3 == 0 ? s.last(Long.MAX_VALUE - g.index()) : s))
            .spans();
    assertEquals(300, spans.size());
  }

  public static void othersReferToColumnsThatAreCompared(DataSource source) {
    int sales =
        ComparedSeed.of(source)
            .rich(
                1,
                p -> {
                  p.articles(200);
                  p.sales(400);
                })
            .sales()
            .size();
    assertEquals(400, sales);
  }

  public static void aValueThatLeavesNoneIsToldWithWhatToSet(DataSource source) {
    ComparedSeed seed = ComparedSeed.of(source);
    String message =
        assertThrows(
                SeedException.class,
                () -> seed.rich(1, p -> p.spans(1, (s, g) -> s.last(Long.MIN_VALUE))))
            .getMessage();
    assertTrue(message.contains("set it by .first(…)"), message);
    assertEquals(0, seed.rich(1, p -> {}).spans().size());
  }

  public static void relationsThatMustDifferDo(DataSource source) {
    ComparedSeed seed = ComparedSeed.of(source);
    List<Gift> gifts =
        seed.rich(
                1,
                p -> {
                  p.friends(2);
                  p.gifts(50);
                })
            .gifts();
    assertEquals(50, gifts.size());
    for (Gift gift : gifts) {
      assertTrue(gift.giverId() != gift.takerId(), gift.toString());
    }
    assertEquals(20, seed.rich(2, p -> p.gifts(20)).gifts().size());
    Gift one = seed.gift();
    assertTrue(one.giverId() != one.takerId(), one.toString());
    assertTrue(seed.smoke().gifts().size() > 0);
  }

  public static void relationsThatCannotDifferAreToldWithWhatToSet(DataSource source) {
    ComparedSeed seed = ComparedSeed.of(source);
    String one =
        assertThrows(
                SeedException.class,
                () ->
                    seed.rich(
                        1,
                        p -> {
                          p.friends(1);
                          p.gifts(1);
                        }))
            .getMessage();
    assertTrue(one.contains("giver and taker got the same friend"), one);
    String pool =
        assertThrows(
                SeedException.class,
                () ->
                    seed.rich(
                        1,
                        p -> {
                          Ref<Friend> ann = p.friends(1);
                          p.friends(5);
                          p.gifts(1, (x, g) -> x.giver(ann).taker(ann));
                        }))
            .getMessage();
    assertTrue(pool.contains("set giver to another, or ask for more of them"), pool);
  }

  public static void pairsOfWhichNoneIsOfTwoAlikeAreUsedUp(DataSource source) {
    ComparedSeed seed = ComparedSeed.of(source);
    int pairs =
        seed.rich(
                1,
                p -> {
                  p.friends(4);
                  p.follows(12);
                })
            .follows()
            .size();
    assertEquals(12, pairs);
    assertThrows(
        SeedException.class,
        () ->
            seed.rich(
                1,
                p -> {
                  p.friends(4);
                  p.follows(13);
                }));
  }
}
