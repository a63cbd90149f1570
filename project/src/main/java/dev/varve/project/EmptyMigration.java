package dev.varve.project;

import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;

/**
 * The scripts of a migration that a person shall write: comments alone, so that neither can be
 * sealed as it is. None of them begins like a directive.
 */
record EmptyMigration(MigrationName name, Dialect dialect) {
  String up() {
    return header()
        + """
        -- Write here what the migration does: statements for %s, each with a semicolon at its end.
        -- It is for rows, triggers, views, functions. Columns, constraints and indexes belong to the records.
        -- The script is one transaction, so it needs no BEGIN and no COMMIT. Above the first statement may stand
        --   "-- varve:transaction none", if a statement can't run in a transaction: then each stands for itself
        --   "-- varve:phase contract", if it is for the time when no older version of the program runs any more
        --   "-- varve:statement_timeout 30s", or "-- varve:lock_timeout 2s", if nothing in it may take or wait for longer
        --   "-- varve:hazard DS103 deletes old orders", if rows or values are lost: then varve up asks before
        -- and above an UPDATE or DELETE of many rows, in a script with "transaction none":
        --   "-- varve:backfill table=orders key=id", then it is done in batches, and goes on where it was stopped
        """
            .formatted(product());
  }

  String down() {
    return header()
        + """
        -- Write here what undoes the other script, in the same kind of transaction. If nothing can, write a line
        --   "-- IRREVERSIBLE: why"
        -- and no statement. If it loses rows or values, say which above the first statement, so that varve down asks:
        --   "-- varve:destructive table orders" or "-- varve:destructive column customers.fax"
        """;
  }

  private String header() {
    return "-- varve: " + name.name() + " (written by hand)\n\n";
  }

  private String product() {
    return switch (dialect) {
      case POSTGRESQL -> "PostgreSQL";
      case SQLITE -> "SQLite";
    };
  }
}
