package dev.varve.schema.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Dialect;
import dev.varve.schema.GoldenFile;
import dev.varve.schema.plan.PostgresCases.Case;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresPlannerTest {
  private static final Versions NEWEST = new Versions(18, 3053);

  static List<Case> cases() {
    return PostgresCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writes(Case change) throws Exception {
    String oldest = text(change, Versions.OLDEST);
    String newest = text(change, NEWEST);
    GoldenFile.assertHolds("plan/postgresql/" + change.name() + ".sql", oldest);
    if (!newest.equals(oldest)) {
      GoldenFile.assertHolds("plan/postgresql/" + change.name() + ".18.sql", newest);
    }
  }

  private static String text(Case change, Versions versions) {
    StringBuilder text = new StringBuilder();
    for (Migration migration : plan(change, versions)) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append("-- ---- ").append(migration.phase()).append(" ----\n");
      text.append(ScriptText.of(migration));
    }
    return text.toString();
  }

  static List<Migration> plan(Case change, Versions versions) {
    return MigrationPlanner.plan(change.evolution(), Dialect.POSTGRESQL, versions);
  }

  @ParameterizedTest
  @MethodSource("reversible")
  void leadsThereAndBack(Case change) throws Exception {
    run(change, Versions.OLDEST);
  }

  @ParameterizedTest
  @MethodSource("reversible")
  void leadsThereAndBackWithTheNewestForms(Case change) throws Exception {
    run(change, NEWEST);
  }

  /** Those that lead back. */
  static List<Case> reversible() {
    return cases().stream().filter(one -> one.evolution().irreversible().isEmpty()).toList();
  }

  private static void run(Case change, Versions versions) throws Exception {
    String from = PostgresDatabase.stored(change.evolution().from());
    String to = PostgresDatabase.stored(change.evolution().to());
    try (PostgresDatabase database = PostgresDatabase.with(change.evolution().from())) {
      database.run(change.rows());
      List<String> before = database.rows(change.before());
      List<Migration> migrations = plan(change, versions);
      for (Migration migration : migrations) {
        database.run(migration.up());
      }
      assertEquals(to, database.stored(), "after up");
      assertEquals(change.after(), database.rows(change.query()));
      for (int i = migrations.size() - 1; i >= 0; i--) {
        database.run(migrations.get(i).down());
      }
      assertEquals(from, database.stored(), "after down");
      assertEquals(before, database.rows(change.before()), "rows after down");
      for (Migration migration : migrations) {
        database.run(migration.up());
      }
      assertEquals(to, database.stored(), "after up again");
    }
  }

  /** But for CREATE INDEX CONCURRENTLY, where the applier looks for an index that is there. */
  @ParameterizedTest
  @MethodSource("reversible")
  void eachStatementOnlineCanRunTwice(Case change) throws Exception {
    for (Versions versions : List.of(Versions.OLDEST, NEWEST)) {
      try (PostgresDatabase database = PostgresDatabase.with(change.evolution().from())) {
        database.run(change.rows());
        List<Migration> migrations = plan(change, versions);
        for (Migration migration : migrations) {
          twice(database, migration.up());
        }
        assertEquals(change.after(), database.rows(change.query()));
        for (int i = migrations.size() - 1; i >= 0; i--) {
          twice(database, migrations.get(i).down());
        }
        assertEquals(PostgresDatabase.stored(change.evolution().from()), database.stored());
      }
    }
  }

  private static void twice(PostgresDatabase database, Script script) throws Exception {
    if (script.transactional()) {
      database.run(script);
      return;
    }
    for (Statement statement : script.statements()) {
      database.run(statement.sql());
      if (!statement.sql().contains("INDEX CONCURRENTLY")) {
        database.run(statement.sql());
      }
    }
  }
}
