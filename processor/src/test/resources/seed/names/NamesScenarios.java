package names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.sql.DataSource;

/** Each entity has its builder, whatever it is called. */
public final class NamesScenarios {
  private NamesScenarios() {}

  public static void everyNameWorks(DataSource source) {
    NamesSeed seed = NamesSeed.of(source);
    names.a.Order first = seed.aOrder(o -> o.given("g").set("s").target(3).values("v"));
    assertEquals("g", first.given());
    assertEquals(3, first.target());
    names.b.Order second = seed.bOrder(o -> o.order(first).class_(c -> c.name("x")).wAit(7).wJava("j"));
    assertEquals(7, second.w().ait());
    assertEquals(first.id(), second.order().id());
    assertTrue(seed.seed().id() > 0);
    assertTrue(seed.class_().id() > 0);
    assertTrue(seed.notify_().id() > 0);
    assertEquals("o", seed.override(o -> o.name("o")).name());
    assertEquals("s", seed.string(s -> s.name("s")).name());
    assertTrue(seed.names().id() > 0);
    assertTrue(seed.rowSeed().id() > 0);
    assertEquals(5, seed.add(new names.b.Notify(5, "n")).id());
  }
}
