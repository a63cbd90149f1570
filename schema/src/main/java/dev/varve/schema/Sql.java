package dev.varve.schema;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A fragment of SQL that a person wrote: the same text for all dialects, or one for some of them.
 *
 * @param byDialect the text for each dialect that has one; a dialect that is missing goes without
 */
public record Sql(Map<Dialect, String> byDialect) {
  /** A fragment without text for any dialect. */
  public static final Sql NONE = new Sql(Map.of());

  /** Copies the map. */
  public Sql {
    if (byDialect.size() < 2) {
      byDialect = Map.copyOf(byDialect);
    } else {
      Map<Dialect, String> copy = new EnumMap<>(Dialect.class);
      copy.putAll(byDialect);
      byDialect = Collections.unmodifiableMap(copy);
    }
  }

  /** The same text for every dialect. */
  public static Sql of(String text) {
    Map<Dialect, String> all = new EnumMap<>(Dialect.class);
    for (Dialect dialect : Dialect.values()) {
      all.put(dialect, text);
    }
    return new Sql(all);
  }

  /** A text for one dialect, meant for no other. */
  public static Sql only(Dialect dialect, String text) {
    return new Sql(Map.of(dialect, text));
  }

  /** The text for {@code dialect}, or empty if this fragment isn't meant for it. */
  public Optional<String> in(Dialect dialect) {
    return Optional.ofNullable(byDialect.get(dialect));
  }
}
