package dev.varve.seed;

import dev.varve.seed.value.Keys;

/** Values by chance for rows of a fixture: the same for each call. */
final class FixtureChances implements Chances {
  @Override
  public Chance of(RowSeed row, int index) {
    return new Chance(Keys.of(index, row.path(), "chance"), index);
  }
}
