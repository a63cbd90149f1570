package dev.varve.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows are referred to where nobody names one, within a row or a whole builder. */
final class Sharing {
  private final Map<Class<?>, Pool> pools = new HashMap<>();
  private boolean distinct;

  /** Records of one entity, of which each is taken in turn. */
  static final class Pool {
    final List<Record> records = new ArrayList<>();
    int next;
  }

  Sharing() {}

  /** A copy, with turns of its own. */
  Sharing(Sharing other) {
    distinct = other.distinct;
    other.pools.forEach((type, pool) -> pool.records.forEach(this::add));
  }

  void add(Record record) {
    pools.computeIfAbsent(record.getClass(), type -> new Pool()).records.add(record);
  }

  void distinct() {
    distinct = true;
  }

  boolean isDistinct() {
    return distinct;
  }

  /** The shared records of a type; null if there are none. */
  @Nullable Pool pool(Class<?> record) {
    return pools.get(record);
  }
}
