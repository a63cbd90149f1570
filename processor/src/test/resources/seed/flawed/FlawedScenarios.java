package flawed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.seed.SeedException;
import javax.sql.DataSource;

/** What smoke says of a schema that is wrong. */
public final class FlawedScenarios {
  private FlawedScenarios() {}

  public static void allFlawsAtOnce(DataSource source) {
    SeedException e = assertThrows(SeedException.class, () -> FlawedSeed.of(source).smoke());
    assertEquals(
        """
        smoke (FlawedScenarios.java:LINE):
          persons.age: no value satisfies all its constraints (at least 5; at most 3), so the table can hold no row. Change them
          persons.colour: no value satisfies all its constraints (a constant: GREEN, BLUE; one of RED), so the table can hold no row. Change them
          persons.tag: no value satisfies all its constraints (length at least 5; type text(3)), so it can only be null. Change them""",
        e.getMessage().replaceFirst("java:\\d+", "java:LINE"));
  }
}
