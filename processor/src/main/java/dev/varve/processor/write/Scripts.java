package dev.varve.processor.write;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.sql.Identifiers;
import dev.varve.schema.sql.SchemaScript;

/**
 * The SQL of one dialect.
 *
 * @param dialect the dialect
 * @param create what makes the schema: the body of its file and of the first migration
 * @param createChecksum the first migration's; its header is a comment and doesn't count
 * @param drop what takes it back
 * @param dropChecksum the same for that
 */
record Scripts(
    Dialect dialect, String create, String createChecksum, String drop, String dropChecksum) {
  /** Renders a schema. */
  static Scripts of(Schema schema, Dialect dialect) {
    String create = SchemaScript.create(schema, dialect);
    String drop = drop(schema, dialect);
    return new Scripts(dialect, create, Checksum.of(create), drop, Checksum.of(drop));
  }

  private static String drop(Schema schema, Dialect dialect) {
    StringBuilder text = new StringBuilder();
    for (Table table : schema.tables()) {
      text.append("-- varve:destructive ").append(destructive(table, dialect)).append('\n');
    }
    return text.append('\n').append(SchemaScript.drop(schema, dialect)).toString();
  }

  private static Destructive destructive(Table table, Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> Destructive.table(table.name().schema(), table.name().name());
      case SQLITE -> Destructive.table("", Identifiers.flat(table.name()));
    };
  }

  /** The file with the whole schema. */
  String schema() {
    return "-- The whole schema. Varve writes this file anew whenever the records change.\n\n"
        + create;
  }

  /**
   * The first migration.
   *
   * @param directory the name of the directory that holds the dialects' folders
   */
  Draft draft(MigrationName migration, String directory) {
    String header = header(migration, directory);
    return new Draft(
        new LockEntry(migration, LockEntry.State.DRAFT, createChecksum, dropChecksum),
        header + '\n' + create,
        header + drop);
  }

  private String header(MigrationName migration, String directory) {
    String version = migration.version();
    return new StringBuilder("-- varve: ")
        .append(migration.name())
        .append(" (generated ")
        .append(version, 0, 4)
        .append('-')
        .append(version, 4, 6)
        .append('-')
        .append(version, 6, 8)
        .append(")\n-- See ")
        .append(directory)
        .append('/')
        .append(dialect.directory())
        .append("/schema.sql for the schema.\n")
        .toString();
  }
}
