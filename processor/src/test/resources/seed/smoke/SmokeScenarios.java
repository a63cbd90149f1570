package smoke;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.SeedException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import smoke.Club.Hen;
import smoke.Club.Level;
import smoke.Club.Locker;
import smoke.Club.Match;
import smoke.Club.Member;
import smoke.Club.Rule;
import smoke.Club.Team;

/** What smoke puts into tables. */
public final class SmokeScenarios {
  private SmokeScenarios() {}

  private static final Consumer<SmokePlan> RULES = p -> p.rules(2, (r, g) -> r.formula("net*0." + g.index()));

  public static void allEdgesAreThere(DataSource source) {
    List<Member> members = SmokeSeed.of(source).smoke(RULES).members();
    Set<Level> levels = EnumSet.noneOf(Level.class);
    Set<Boolean> active = new HashSet<>();
    TreeSet<BigDecimal> fees = new TreeSet<>();
    Set<Integer> lengths = new TreeSet<>();
    Set<String> nicks = new HashSet<>();
    boolean beyond = false;
    for (Member member : members) {
      levels.add(member.level());
      active.add(member.active());
      fees.add(member.fee());
      lengths.add(member.nick().codePointCount(0, member.nick().length()));
      nicks.add(member.nick());
      beyond |= member.note().codePoints().anyMatch(c -> c > 0xffff);
    }
    assertEquals(EnumSet.allOf(Level.class), levels);
    assertEquals(Set.of(true, false), active);
    assertEquals(new BigDecimal("0.00"), fees.first());
    assertEquals(new BigDecimal("999.99"), fees.last());
    assertTrue(lengths.contains(0) && lengths.contains(12), lengths::toString);
    assertEquals(members.size(), nicks.size());
    assertTrue(beyond, "a character beyond the Basic Multilingual Plane");
  }

  public static void optionalIsNullOnceAndThereElse(DataSource source) {
    List<Member> members = SmokeSeed.of(source).smoke(RULES).members();
    Member bare = members.get(0);
    assertTrue(bare.born().isEmpty() && bare.home() == null && bare.sponsor() == null, bare::toString);
    assertEquals("none", bare.note());
    assertTrue(members.stream().skip(1).allMatch(m -> m.born().isPresent() && m.home() != null && m.sponsor() != null));
    assertTrue(members.stream().anyMatch(m -> m.home() != null && m.home().city() == null));
    assertTrue(members.stream().anyMatch(m -> m.home() != null && m.home().city() != null));
  }

  public static void valueRecordsTakeTheirValues(DataSource source) {
    assertTrue(SmokeSeed.of(source).smoke(RULES).callers().size() > 2);
  }

  public static void relationsHold(DataSource source) {
    SmokeRows rows = SmokeSeed.of(source).smoke(RULES);
    Set<Long> keepers = new HashSet<>();
    for (Locker locker : rows.lockers()) {
      assertTrue(keepers.add(locker.member().id()));
    }
    Set<Set<String>> pairs = new HashSet<>();
    for (Match match : rows.matches()) {
      assertNotEquals(match.home().code(), match.guest().code());
      assertTrue(!match.until().isBefore(match.from()), match::toString);
    }
    List<Team> teams = rows.teams();
    assertEquals(List.of(), teams.get(0).members());
    assertTrue(teams.get(1).members().size() > 1);
    assertTrue(teams.get(0).captainId() == null && teams.get(1).captainId() != null);
    for (Hen hen : rows.hens()) {
      assertTrue(rows.eggs().stream().anyMatch(egg -> egg.id() == hen.eggId()));
    }
    assertTrue(rows.members().size() < 15, () -> "a few: " + rows.members().size());
    assertEquals(2, rows.switches().size());
  }

  public static void aPlanSaysWhatCannotBeInvented(DataSource source) {
    SmokeSeed seed = SmokeSeed.of(source);
    List<Rule> rules = seed.smoke(RULES).rules();
    assertEquals(List.of("net*0.0", "net*0.1"), rules.stream().map(Rule::formula).toList());
    assertTrue(rules.stream().allMatch(rule -> rule.odd() == null));
    SeedException e = assertThrows(SeedException.class, () -> seed.smoke());
    assertEquals(
        """
        smoke (SmokeScenarios.java:LINE):
          rules.formula: no value can be invented, its condition is not understood: substr(formula, 1, 4) = 'net*'. \
        Write seed.smoke(p -> p.rules(2, (row, chance) -> row.formula(…)))""",
        e.getMessage().replaceFirst("java:\\d+", "java:LINE"));
  }

  public static void twiceAndBesideOtherRows(DataSource source) {
    SmokeSeed seed = SmokeSeed.of(source);
    Member alice = seed.member(m -> m.nick("mmmmmmmmmmmm"));
    SmokeRows first = seed.smoke(RULES);
    SmokeRows second = SmokeSeed.of(source).smoke(RULES);
    assertEquals(first.members().size(), second.members().size());
    assertTrue(first.members().stream().noneMatch(m -> m.nick().equals(alice.nick())));
    assertEquals(List.of(), second.switches(), "there are no more values");
    assertEquals(first.matches().size(), second.matches().size());
  }

  public static void moreRowsThanValues(DataSource source) {
    SeedException e =
        assertThrows(
            SeedException.class,
            () -> SmokeSeed.of(source).smoke(RULES.andThen(p -> p.switches(3))));
    assertEquals(
        "switches[2] (SmokeScenarios.java:LINE): 3 rows asked, only 2 can be made: rows have all values"
            + " that there are, and must differ ([switches_on_key]). Ask for fewer",
        e.getMessage().replaceFirst("java:\\d+", "java:LINE"));
  }
}
