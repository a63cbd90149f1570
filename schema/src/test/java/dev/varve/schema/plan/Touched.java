package dev.varve.schema.plan;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a statement did to a table that was there before.
 *
 * @param lock the strongest lock that it took on the table or one of its indexes
 * @param effects what became of its rows
 */
record Touched(TableLock lock, Set<Effect> effects) {
  static final Touched NOT = new Touched(TableLock.NONE, EnumSet.noneOf(Effect.class));

  /** What statements do with all rows of a table. */
  enum Effect {
    /** All are read. */
    READ,
    /** They get other values. */
    UPDATED,
    /** An index is built. */
    INDEXED,
    /** The table is written anew. */
    REWRITTEN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Touched with(TableLock another) {
    return new Touched(lock.stronger(another), effects);
  }

  Touched with(Effect another) {
    Set<Effect> more = EnumSet.of(another);
    more.addAll(effects);
    return new Touched(lock, more);
  }
}
