package dev.varve.schema.plan;

import dev.varve.schema.ColumnName;
import dev.varve.schema.Dialect;
import dev.varve.schema.sql.Identifiers;

/** Migrations as text, as they're kept in golden files. */
final class ScriptText {
  private static final Identifiers NAMES = Identifiers.of(Dialect.POSTGRESQL);

  private ScriptText() {}

  static String of(Migration migration) {
    return "-- up\n" + of(migration.up()) + "\n-- down\n" + of(migration.down());
  }

  private static String of(Script script) {
    StringBuilder text = new StringBuilder();
    if (script.foreignKeysOff()) {
      text.append("-- varve:foreign_keys off\n");
    }
    for (String table : script.rebuilt()) {
      text.append("-- varve:rebuild ").append(table).append('\n');
    }
    for (ColumnName name : script.destructive()) {
      text.append("-- varve:destructive ").append(name).append('\n');
    }
    for (Hazard hazard : script.hazards()) {
      text.append("-- varve:hazard ").append(hazard.code()).append(' ').append(hazard.subject());
      text.append(": ").append(hazard.sentence()).append('\n');
    }
    script.irreversible().ifPresent(reason -> text.append("-- IRREVERSIBLE: " + reason + '\n'));
    for (Statement statement : script.statements()) {
      if (!statement.comment().isEmpty()) {
        text.append("\n-- ").append(statement.comment().replace("\n", "\n-- ")).append('\n');
      }
      if (statement.batches().isPresent()) {
        Statement.Batches batches = statement.batches().get();
        text.append("-- varve:backfill table=").append(NAMES.quoted(batches.table()));
        String key = " key=";
        for (String column : batches.key()) {
          text.append(key).append(NAMES.quoted(column));
          key = ",";
        }
        text.append('\n');
      }
      text.append(statement.sql()).append(";\n");
    }
    return text.toString();
  }
}
