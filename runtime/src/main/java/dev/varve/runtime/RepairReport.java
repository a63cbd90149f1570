package dev.varve.runtime;

import java.util.List;

/**
 * What was repaired.
 *
 * @param database {@code postgresql} or {@code sqlite}
 * @param done the repairs, in order
 */
public record RepairReport(String database, List<Repair> done) {
  /** Copies the list. */
  public RepairReport {
    done = List.copyOf(done);
  }
}
