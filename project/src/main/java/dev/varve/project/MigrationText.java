package dev.varve.project;

import dev.varve.runtime.format.Backfill;
import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.Rebuild;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.plan.Hazard;
import dev.varve.schema.plan.Migration;
import dev.varve.schema.plan.Migration.Phase;
import dev.varve.schema.plan.Script;
import dev.varve.schema.plan.Statement;
import dev.varve.schema.plan.Statement.Batches;
import dev.varve.schema.sql.Identifiers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Writes planned scripts as text: directives, then statements with their comments. */
final class MigrationText {
  /** It fails in psql and in sqlite3 too, whose users see its words. */
  private static final String FAILS = "SELECT this_migration_is_irreversible;\n";

  private MigrationText() {}

  static RenderedMigration of(Migration migration, Dialect dialect) {
    boolean contract = migration.phase() == Phase.CONTRACT;
    return new RenderedMigration(
        migration.phase(),
        RenderedScript.of(script(migration.up(), dialect, contract)),
        RenderedScript.of(script(migration.down(), dialect, false)));
  }

  private static String script(Script script, Dialect dialect, boolean contract) {
    StringBuilder text = new StringBuilder();
    if (script.irreversible().isPresent()) {
      String reason = oneLine(script.irreversible().get());
      return text.append("-- IRREVERSIBLE: ")
          .append(reason)
          .append("\n\n")
          .append(FAILS)
          .toString();
    }
    for (String directive : directives(script, dialect, contract)) {
      text.append("-- varve:").append(directive).append('\n');
    }
    for (Statement statement : script.statements()) {
      text.append('\n');
      statement(statement, text);
    }
    if (script.statements().isEmpty()) {
      text.append("\n-- There is nothing to do.\n");
    }
    return text.toString();
  }

  private static void statement(Statement statement, StringBuilder text) {
    if (!statement.comment().isEmpty()) {
      for (String line : statement.comment().split("\n", -1)) {
        text.append(("-- " + line).stripTrailing()).append('\n');
      }
    }
    statement
        .batches()
        .ifPresent(
            batches -> text.append("-- varve:backfill ").append(backfill(batches)).append('\n'));
    text.append(statement.sql()).append(";\n");
  }

  private static Backfill backfill(Batches batches) {
    QualifiedName table = batches.table();
    List<String> name =
        table.schema().isEmpty() ? List.of(table.name()) : List.of(table.schema(), table.name());
    return new Backfill(name, batches.key(), OptionalInt.empty(), Optional.empty());
  }

  private static List<String> directives(Script script, Dialect dialect, boolean contract) {
    List<String> directives = new ArrayList<>();
    if (!script.transactional()) {
      directives.add("transaction none");
    }
    if (contract) {
      directives.add("phase contract");
    }
    if (script.foreignKeysOff()) {
      directives.add("foreign_keys off");
    }
    addSorted("rebuild ", rebuilds(script), directives);
    addSorted("hazard ", hazards(script), directives);
    addSorted("destructive ", destructive(script, dialect), directives);
    return directives;
  }

  private static void addSorted(String key, Collection<String> values, List<String> directives) {
    for (String value : new TreeSet<>(values)) {
      directives.add(key + value);
    }
  }

  private static List<String> rebuilds(Script script) {
    List<String> rebuilds = new ArrayList<>();
    for (String table : script.rebuilt()) {
      rebuilds.add(new Rebuild(table).toString());
    }
    return rebuilds;
  }

  private static List<String> hazards(Script script) {
    List<String> hazards = new ArrayList<>();
    for (Hazard hazard : script.hazards()) {
      String subject = subject(hazard.subject());
      hazards.add(hazard.code().name() + ' ' + subject + ": " + oneLine(hazard.sentence()));
    }
    return hazards;
  }

  private static String subject(ColumnName subject) {
    return subject.column().isEmpty() ? subject.table().toString() : subject.toString();
  }

  private static List<String> destructive(Script script, Dialect dialect) {
    List<String> destructive = new ArrayList<>();
    for (ColumnName lost : script.destructive()) {
      destructive.add(destructive(lost, dialect).toString());
    }
    return destructive;
  }

  /** What a script takes away, as the directive says it. */
  static Destructive destructive(ColumnName lost, Dialect dialect) {
    String schema =
        switch (dialect) {
          case POSTGRESQL -> lost.table().schema();
          case SQLITE -> "";
        };
    String table =
        switch (dialect) {
          case POSTGRESQL -> lost.table().name();
          case SQLITE -> Identifiers.flat(lost.table());
        };
    return lost.column().isEmpty()
        ? Destructive.table(schema, table)
        : Destructive.column(schema, table, lost.column());
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
