package dev.varve.processor.write;

import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.sql.Identifiers;
import dev.varve.schema.sql.SchemaScript;
import org.jspecify.annotations.Nullable;

/** The text of the SQL files for one dialect, each made once. */
final class Scripts {
  private final String directory;
  private final Dialect dialect;
  private final Schema schema;
  private final String create;
  private @Nullable Draft draft;

  /**
   * Renders what {@code schema} needs.
   *
   * @param directory the name of the directory that holds the dialects' folders
   */
  Scripts(String directory, Dialect dialect, Schema schema) {
    this.directory = directory;
    this.dialect = dialect;
    this.schema = schema;
    this.create = SchemaScript.create(schema, dialect);
  }

  /** The file with the whole schema. */
  String schema() {
    return "-- The whole schema. Varve writes this file anew whenever the records change.\n\n"
        + create;
  }

  /** The first migration. */
  Draft draft(MigrationName migration) {
    Draft made = draft;
    if (made == null || !made.name().equals(migration)) {
      made = Draft.of(migration, up(migration), down(migration));
      draft = made;
    }
    return made;
  }

  /** Its statements are those of {@link #schema}, byte for byte. */
  private String up(MigrationName migration) {
    return header(migration).append('\n').append(create).toString();
  }

  private String down(MigrationName migration) {
    StringBuilder text = header(migration);
    for (Table table : schema.tables()) {
      text.append("-- varve:destructive ").append(destructive(table)).append('\n');
    }
    return text.append('\n').append(SchemaScript.drop(schema, dialect)).toString();
  }

  private Destructive destructive(Table table) {
    return switch (dialect) {
      case POSTGRESQL -> Destructive.table(table.name().schema(), table.name().name());
      case SQLITE -> Destructive.table("", Identifiers.flat(table.name()));
    };
  }

  private StringBuilder header(MigrationName migration) {
    String version = migration.version();
    return new StringBuilder(2 * create.length() + 256)
        .append("-- varve: ")
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
        .append("/schema.sql for the schema.\n");
  }
}
