package dev.varve.runtime;

import java.time.Instant;
import java.util.Optional;

/**
 * Who keeps other appliers out at this moment. {@link #toString} is a sentence's part for people.
 *
 * @param process on PostgreSQL the server process ({@code pg_terminate_backend} ends it), on SQLite
 *     the process of the operating system
 * @param description what else is known of it: application, user, what it does
 * @param since when it took the lock, by the database's clock; empty where that isn't known, as
 *     always on SQLite
 */
public record LockHolder(long process, String description, Optional<Instant> since) {
  @Override
  public String toString() {
    return "process "
        + process
        + ", "
        + description
        + since.map(time -> ", since " + time).orElse("");
  }
}
