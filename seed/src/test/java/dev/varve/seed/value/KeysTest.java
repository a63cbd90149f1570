package dev.varve.seed.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 16, 17, 50, 676, 65_536, 100_000, 1_000_000})
  void everyNumberIsReachedOnce(int count) {
    for (long key : new long[] {0, 1, -7, Long.MAX_VALUE}) {
      BitSet seen = new BitSet(count);
      for (int i = 0; i < count; i++) {
        long number = Keys.permute(key, i, count);
        assertTrue(number >= 0 && number < count, "number " + number + " of " + count);
        seen.set((int) number);
      }
      assertEquals(count, seen.cardinality());
    }
  }

  @Test
  void theGreatestDomainWorks() {
    long last = Keys.permute(3, Choices.PLENTY - 1, Choices.PLENTY);
    assertTrue(last >= 0 && last < Choices.PLENTY);
    assertNotEquals(last, Keys.permute(3, 0, Choices.PLENTY));
  }

  @Test
  void namesAreToldApart() {
    assertNotEquals(Keys.of(1, "ab", "c"), Keys.of(1, "a", "bc"));
    assertNotEquals(Keys.of(1, "a", "b"), Keys.of(1, "b", "a"));
    assertNotEquals(Keys.of(1, "a", "b"), Keys.of(2, "a", "b"));
  }
}
