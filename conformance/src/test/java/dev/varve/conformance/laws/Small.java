package dev.varve.conformance.laws;

/** A pair that breaks a law, made small. */
final class Small {
  private Small() {}

  /** The smallest pair that breaks the same law, and what to say about it. */
  static String report(Laws laws, Pair pair, LawBroken broken, int tries) {
    Pair small = of(laws, pair, broken, tries);
    return "-Dvarve.seed=" + pair.seed() + "\n" + message(laws, small) + "\n" + laws.report(small);
  }

  static Pair of(Laws laws, Pair pair, LawBroken broken, int tries) {
    return new Shrinker(one -> breaks(laws, one, broken.law()), tries).shrunk(pair);
  }

  private static boolean breaks(Laws laws, Pair pair, LawBroken.Law law) {
    try {
      laws.check(pair);
      return false;
    } catch (LawBroken broken) {
      return broken.law() == law;
    } catch (RuntimeException e) {
      // What was taken away was needed to say what must come of it.
      return false;
    }
  }

  private static String message(Laws laws, Pair pair) {
    try {
      return "now " + laws.check(pair);
    } catch (LawBroken broken) {
      return broken.getMessage();
    }
  }
}
