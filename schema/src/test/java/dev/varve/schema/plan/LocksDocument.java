package dev.varve.schema.plan;

import dev.varve.schema.plan.PostgresCases.Case;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes down what statements do, as {@code docs/locks.md}. */
final class LocksDocument {
  private static final String INTRODUCTION =
      """
      # Locks on PostgreSQL

      What each statement does while others use the tables, as PostgreSQL 18 says it: `PostgresLocksTest` runs migrations for PostgreSQL 14 and
      newer and writes this page (`mvn -pl schema -am test -Dvarve.golden=update`). The lock is the strongest one on a table or its indexes; what
      it keeps others from is in [Explicit Locking](https://www.postgresql.org/docs/current/explicit-locking.html). In short: nobody can read while
      somebody has ACCESS EXCLUSIVE; nobody can write from SHARE on; up to SHARE UPDATE EXCLUSIVE reading and writing go on.

      Rows are *read*, *indexed*, *updated* or *rewritten*; where nothing is said the statement takes as long for a full table as for an empty
      one. A strong lock together with work on all rows appears only where the script warns of it (PG301, PG331). A statement that
      waits for a lock gives up and tries again ([why](decisions/0024-waiting-for-locks-on-postgresql.md)), so that others don't queue behind it.

      Rows that an `UPDATE` has changed can be read but not written by others until it is done.

      Scripts: *main* and *contract* are one transaction each, locks stay until its end; in *online* each statement is a transaction.
      """;

  private static final Map<String, String> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put("add_columns", "New columns, nullable or with a default");
    CHANGES.put("add_random_default", "New columns whose default differs from row to row");
    CHANGES.put("add_constant_columns", "New columns with a constant @Backfill");
    CHANGES.put("add_backfilled_column", "New columns with @Backfill, one of them unique");
    CHANGES.put("add_computed_column", "A new computed column with an index");
    CHANGES.put("set_not_null", "Columns become NOT NULL");
    CHANGES.put("drop_not_null", "A column becomes nullable");
    CHANGES.put("change_default_and_comments", "Another default, comments");
    CHANGES.put("widen_in_place", "More room: varchar, text, numeric");
    CHANGES.put("change_key_type", "int becomes long in a key and who refers to it");
    CHANGES.put("change_types", "Other types");
    CHANGES.put("add_check", "A new check");
    CHANGES.put("add_unique_and_indexes", "New unique keys and indexes");
    CHANGES.put("add_foreign_key", "A new foreign key");
    CHANGES.put("add_relation", "A new relation, with its index");
    CHANGES.put("create_table", "A new table");
    CHANGES.put("rename_table_and_columns", "Other names");
    CHANGES.put("change_primary_key", "Another primary key");
    CHANGES.put("add_word", "A new enum constant, as text");
    CHANGES.put("add_value", "A new enum constant, of an enum type");
    CHANGES.put("remove_word", "An enum constant goes, as text");
    CHANGES.put("remove_value", "An enum constant goes, of an enum type");
    CHANGES.put("drop_column", "Columns go");
    CHANGES.put("drop_relation", "A relation goes");
    CHANGES.put("drop_table", "A table goes");
  }

  private LocksDocument() {}

  /** All of it. */
  static String text() throws Exception {
    Map<String, Case> cases = new LinkedHashMap<>();
    PostgresCases.all().forEach(one -> cases.put(one.name(), one));
    StringBuilder text = new StringBuilder(INTRODUCTION);
    for (Map.Entry<String, String> change : CHANGES.entrySet()) {
      text.append("\n## ").append(change.getValue()).append("\n\n");
      text.append("| script | statement | lock | rows |\n|---|---|---|---|\n");
      add(cases.get(change.getKey()), text);
    }
    return text.toString();
  }

  private static void add(Case change, StringBuilder text) throws Exception {
    try (PostgresDatabase database = PostgresDatabase.with(change.evolution().from())) {
      database.run(change.rows());
      try (LockRecorder recorder = new LockRecorder(database)) {
        for (Migration migration : PostgresPlannerTest.plan(change, Versions.OLDEST)) {
          for (Statement statement : migration.up().statements()) {
            text.append("| ").append(migration.phase().name().toLowerCase(Locale.ROOT));
            text.append(" | `").append(shown(statement.sql())).append("` | ");
            add(recorder.run(statement.sql()), text);
          }
        }
      }
    }
  }

  private static void add(Map<String, Touched> touched, StringBuilder text) {
    StringBuilder locks = new StringBuilder();
    StringBuilder effects = new StringBuilder();
    touched.forEach(
        (table, one) -> {
          locks.append(locks.isEmpty() ? "" : "; ").append(one.lock());
          locks.append(" on ").append(table);
          if (!one.effects().isEmpty()) {
            String list = one.effects().toString();
            effects.append(effects.isEmpty() ? "" : "; ").append(list, 1, list.length() - 1);
            effects.append(" in ").append(table);
          }
        });
    text.append(locks).append(" | ").append(effects).append(" |\n");
  }

  /** A statement on one line; of a block with a condition what it does. */
  private static String shown(String sql) {
    String inner = sql.replaceFirst("(?s)^DO .* THEN\\n(.*?);\\n  END IF;\\n.*$", "$1");
    String line = inner.strip().replaceAll("\\s+", " ");
    return line.replace("|", "\\|");
  }
}
