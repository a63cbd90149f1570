package dev.varve.schema.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Dialect;
import dev.varve.schema.GoldenFile;
import dev.varve.schema.Schema;
import dev.varve.schema.plan.SqliteCases.Case;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlitePlannerTest {
  private static final Versions NEWEST = new Versions(18, 3053);

  static List<Case> cases() {
    return SqliteCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writes(Case change) throws Exception {
    StringBuilder text = new StringBuilder();
    for (Migration migration : plan(change, Versions.OLDEST)) {
      text.append(ScriptText.of(migration));
    }
    String oldest = text.toString();
    text.setLength(0);
    for (Migration migration : plan(change, NEWEST)) {
      text.append(ScriptText.of(migration));
    }
    GoldenFile.assertHolds("plan/sqlite/" + change.name() + ".sql", oldest);
    if (!text.toString().equals(oldest)) {
      GoldenFile.assertHolds("plan/sqlite/" + change.name() + ".3053.sql", text.toString());
    }
  }

  private static List<Migration> plan(Case change, Versions versions) {
    return MigrationPlanner.plan(change.evolution(), Dialect.SQLITE, versions);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leadsThereAndBack(Case change) throws Exception {
    run(change, Versions.OLDEST);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leadsThereAndBackInPlace(Case change) throws Exception {
    run(change, NEWEST);
  }

  private static void run(Case change, Versions versions) throws Exception {
    List<String> from = stored(change.evolution().from());
    List<String> to = stored(change.evolution().to());
    try (SqliteDatabase database = SqliteDatabase.with(change.evolution().from())) {
      database.run(change.rows());
      for (Migration migration : plan(change, versions)) {
        database.run(migration.up());
        assertEquals(lines(to), lines(database.stored()), "after up");
        assertEquals(change.after(), database.rows(change.query()));
        database.run(migration.down());
        assertEquals(lines(from), lines(database.stored()), "after down");
        database.run(migration.up());
        assertEquals(lines(to), lines(database.stored()), "after up again");
      }
    }
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  private static List<String> stored(Schema schema) throws Exception {
    try (SqliteDatabase database = SqliteDatabase.with(schema)) {
      return new ArrayList<>(database.stored());
    }
  }
}
