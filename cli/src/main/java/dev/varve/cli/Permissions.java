package dev.varve.cli;

import dev.varve.runtime.Migrator;
import picocli.CommandLine.Option;

/** What {@code up} and {@code plan} refuse unless it is allowed. */
final class Permissions {
  @Option(
      names = "--allow-drafts",
      description =
          "Apply drafts too: for development. One that was applied and has changed since is"
              + " reverted first, with the rows in what it made.")
  boolean drafts;

  @Option(
      names = "--allow-out-of-order",
      description = "Apply migrations that are older than the newest applied one.")
  boolean outOfOrder;

  Migrator grant(Migrator migrator) {
    Migrator granted = drafts ? migrator.allowDrafts() : migrator;
    return outOfOrder ? granted.allowOutOfOrder() : granted;
  }
}
