package dev.varve.runtime;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a {@link Migrator} was told. */
record Settings(
    Location location,
    Duration lockTimeout,
    Optional<Duration> statementTimeout,
    Set<Permission> permissions,
    MigrationListener listener) {
  static final Settings DEFAULT =
      new Settings(
          Location.DEFAULT,
          Duration.ofSeconds(60),
          Optional.empty(),
          Set.of(),
          new MigrationListener() {});

  /** What is refused unless it is allowed. */
  enum Permission {
    DRAFTS,
    OUT_OF_ORDER,
    DATA_LOSS
  }

  Settings at(Location other) {
    return new Settings(other, lockTimeout, statementTimeout, permissions, listener);
  }

  Settings waiting(Duration limit) {
    return new Settings(location, limit, statementTimeout, permissions, listener);
  }

  Settings stopping(Duration limit) {
    return new Settings(location, lockTimeout, Optional.of(limit), permissions, listener);
  }

  Settings allowing(Permission permission) {
    EnumSet<Permission> all = EnumSet.of(permission);
    all.addAll(permissions);
    return new Settings(location, lockTimeout, statementTimeout, Set.copyOf(all), listener);
  }

  Settings telling(MigrationListener other) {
    return new Settings(
        location, lockTimeout, statementTimeout, permissions, Objects.requireNonNull(other));
  }

  boolean allow(Permission permission) {
    return permissions.contains(permission);
  }

  /** Whether applied drafts give way to migrations that are older. */
  boolean liftsDrafts() {
    return allow(Permission.DRAFTS) && !allow(Permission.OUT_OF_ORDER);
  }

  /** A length of time for people, as in {@code 90 s} and {@code 50 ms}. */
  static String words(Duration time) {
    boolean seconds = time.toNanosPart() == 0;
    return seconds ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  /** Saturates: 292 years are longer than anybody waits. */
  long lockTimeoutNanos() {
    return lockTimeout.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0
        ? Long.MAX_VALUE
        : lockTimeout.toNanos();
  }
}
