package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What some have and others haven't, each as often as it is there. */
final class Leftovers {
  private Leftovers() {}

  /** CHECKs with a condition that no other has, name or not. */
  static List<Check> checks(List<Check> checks, List<Check> others) {
    List<Sql> left = new ArrayList<>();
    for (Check other : others) {
      left.add(other.condition());
    }
    List<Check> without = new ArrayList<>();
    for (Check check : checks) {
      if (!left.remove(check.condition())) {
        without.add(check);
      }
    }
    return without;
  }

  /** Foreign keys that differ from all others in more than their name. */
  static List<ForeignKey> foreignKeys(List<ForeignKey> keys, List<ForeignKey> others) {
    List<ForeignKey> left = new ArrayList<>();
    for (ForeignKey other : others) {
      left.add(unnamed(other));
    }
    List<ForeignKey> without = new ArrayList<>();
    for (ForeignKey key : keys) {
      if (!left.remove(unnamed(key))) {
        without.add(key);
      }
    }
    return without;
  }

  private static ForeignKey unnamed(ForeignKey key) {
    return new ForeignKey(
        "",
        key.columns(),
        key.target(),
        key.targetColumns(),
        key.onDelete(),
        key.onUpdate(),
        key.deferrable());
  }

  /** Indexes that aren't among the others. */
  static List<Index> indexes(List<Index> indexes, List<Index> others) {
    Set<Index> known = new HashSet<>(others);
    List<Index> without = new ArrayList<>();
    for (Index index : indexes) {
      if (!known.contains(index)) {
        without.add(index);
      }
    }
    return without;
  }
}
