package dev.varve.runtime;

import dev.varve.runtime.format.MigrationName;
import java.util.List;

/**
 * Migrations that count as applied, or will, though they were not run: the database had what they
 * make before it had a history. {@link #toString} is a list for people.
 *
 * @param database {@code postgresql} or {@code sqlite}
 * @param migrations by version; empty where all of them counted so before
 */
public record Baseline(String database, List<MigrationName> migrations) {
  /** Copies the list. */
  public Baseline {
    migrations = List.copyOf(migrations);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(database).append(": ").append(migrations.size());
    text.append(" migrations count as applied without being run");
    migrations.forEach(migration -> text.append("\n  ").append(migration));
    return text.toString();
  }
}
