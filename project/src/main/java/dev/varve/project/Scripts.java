package dev.varve.project;

import dev.varve.schema.ColumnName;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.plan.Hazard;
import dev.varve.schema.plan.Migration;
import dev.varve.schema.plan.Migration.Phase;
import dev.varve.schema.plan.MigrationPlanner;
import dev.varve.schema.plan.Versions;
import dev.varve.schema.sql.SchemaScript;
import java.util.ArrayList;
import java.util.List;

/**
 * The SQL of one dialect.
 *
 * @param create what makes the schema: the body of its file and of the first migration
 * @param migrations those that lead to it from what is sealed
 * @param hazards what may go wrong with them
 */
record Scripts(String create, List<RenderedMigration> migrations, List<Hazard> hazards) {
  Scripts {
    migrations = List.copyOf(migrations);
    hazards = List.copyOf(hazards);
  }

  /** Renders a schema and its first migration, unless there is nothing in it. */
  static Scripts first(Schema schema, Dialect dialect) {
    String create = SchemaScript.create(schema, dialect);
    return new Scripts(
        create,
        schema.equals(Schema.EMPTY)
            ? List.of()
            : List.of(
                new RenderedMigration(
                    Phase.MAIN,
                    RenderedScript.of('\n' + create),
                    RenderedScript.of(drop(schema, dialect)))),
        List.of());
  }

  /** Renders a schema and the migrations that lead to it. */
  static Scripts later(Evolution evolution, Dialect dialect, Versions versions) {
    List<RenderedMigration> migrations = new ArrayList<>();
    List<Hazard> hazards = new ArrayList<>();
    if (!evolution.changes().isEmpty()) {
      for (Migration migration : MigrationPlanner.plan(evolution, dialect, versions)) {
        migrations.add(MigrationText.of(migration, dialect));
        hazards.addAll(migration.up().hazards());
      }
    }
    return new Scripts(SchemaScript.create(evolution.to(), dialect), migrations, hazards);
  }

  private static String drop(Schema schema, Dialect dialect) {
    StringBuilder text = new StringBuilder();
    for (Table table : schema.tables()) {
      text.append("-- varve:destructive ")
          .append(MigrationText.destructive(new ColumnName(table.name(), ""), dialect))
          .append('\n');
    }
    return text.append('\n').append(SchemaScript.drop(schema, dialect)).toString();
  }

  /** The file with the whole schema. */
  String schema() {
    return schemaFile(create);
  }

  /** The file with the whole schema that this SQL makes. */
  static String schemaFile(String create) {
    return "-- The whole schema. Varve writes this file anew whenever the records change.\n\n"
        + create;
  }
}
