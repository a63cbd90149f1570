package hidden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.sql.DataSource;

/** Entities may be package-private. */
public final class HiddenScenarios {
  private HiddenScenarios() {}

  public static void hiddenEntitiesWork(DataSource source) {
    HiddenSeed seed = HiddenSeed.of(source);
    Secret first = seed.secret(s -> s.wrap(new Secret.Wrap("w")));
    Secret second = seed.secret(s -> s.next(first));
    assertEquals("w", second.next().wrap().value());
    assertTrue(seed.secret().id() > second.id());
    assertEquals(first.id(), seed.shown(s -> s.secret(first)).secretId());
    assertEquals("x", seed.add(new Secret(first.id(), null, new Secret.Wrap("x"))).wrap().value());
  }
}
