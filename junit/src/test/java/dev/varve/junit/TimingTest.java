package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.junit.shop.ShopSeed;
import dev.varve.runtime.format.Engine;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What is said of a run's time at its end. */
class TimingTest {
  @VarveTest(database = Engine.POSTGRESQL)
  static class Sample {
    @RepeatedTest(3)
    void test(ShopSeed seed) {
      seed.customer();
    }
  }

  @Test
  void eachPhaseIsCountedAndSummed() throws Exception {
    String said = said("-Dvarve.test.timing=true");
    assertTrue(said.contains("@VarveTest took\n"), said);
    assertPhase(said, "starting PostgreSQL: 1");
    assertPhase(said, "making a template: 1");
    assertPhase(said, "taking a database: 3");
    assertPhase(said, "cleaning a database: 3");
  }

  private static void assertPhase(String said, String phase) {
    String times = " \\S+ \\d+\\.\\d\\d ms = \\d+\\.\\d\\d ms$";
    Pattern line = Pattern.compile('^' + Pattern.quote(phase) + times, Pattern.MULTILINE);
    assertTrue(line.matcher(said).find(), said);
  }

  @Test
  void nothingIsSaidWhereNobodyAsks() throws Exception {
    String said = said("-Dvarve.test.timing=false");
    assertFalse(said.contains("@VarveTest took"), said);
  }

  private static String said(String timing) throws Exception {
    String url = "-Dvarve.test.url=" + Launch.url();
    try (Child child = Child.start(Sample.class, "", url, timing)) {
      String said = child.finish();
      assertTrue(said.startsWith("0 failed"), said);
      return said;
    }
  }
}
