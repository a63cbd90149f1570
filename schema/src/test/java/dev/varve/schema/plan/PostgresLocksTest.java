package dev.varve.schema.plan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.GoldenFile;
import dev.varve.schema.plan.Migration.Phase;
import dev.varve.schema.plan.PostgresCases.Case;
import dev.varve.schema.plan.Touched.Effect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a server says of each statement: the locks that it takes, and what it does with rows. No
 * statement reads, indexes or rewrites a table while others can't write to it, but those that are
 * announced, and what is announced happens.
 */
class PostgresLocksTest {
  private static final Set<Effect> LONG = EnumSet.of(Effect.READ, Effect.INDEXED, Effect.REWRITTEN);

  private static final Pattern CREATE = Pattern.compile("^CREATE TABLE (\\S+) ");

  static List<Case> cases() {
    return PostgresPlannerTest.reversible();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingLongHoldsOthersUp(Case change) throws Exception {
    walk(change, Versions.OLDEST);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingLongHoldsOthersUpInTheNewestForms(Case change) throws Exception {
    walk(change, new Versions(18, 3053));
  }

  @Test
  void isWrittenDown() throws Exception {
    GoldenFile.assertHolds("../../../../../../../docs/locks.md", LocksDocument.text());
  }

  private static void walk(Case change, Versions versions) throws Exception {
    List<Migration> migrations = PostgresPlannerTest.plan(change, versions);
    List<String> wrong = new ArrayList<>();
    try (PostgresDatabase database = PostgresDatabase.with(change.evolution().from())) {
      database.run(change.rows());
      try (LockRecorder recorder = new LockRecorder(database)) {
        for (Migration migration : migrations) {
          wrong.addAll(new Walk(migration.phase(), migration.up(), recorder).wrong());
        }
        for (int i = migrations.size() - 1; i >= 0; i--) {
          Migration migration = migrations.get(i);
          wrong.addAll(new Walk(migration.phase(), migration.down(), recorder).wrong());
        }
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n\n", wrong));
  }

  /** A script's statements, one by one. */
  private record Walk(Phase phase, Script script, LockRecorder recorder) {
    /** What isn't as it's meant to be. */
    List<String> wrong() throws Exception {
      List<String> wrong = new ArrayList<>();
      Set<String> announced = announced();
      Set<String> rewritten = new TreeSet<>();
      Set<String> created = new HashSet<>();
      for (Statement statement : script.statements()) {
        for (Map.Entry<String, Touched> one : recorder.run(statement.sql()).entrySet()) {
          Touched touched = one.getValue();
          if (created.contains(one.getKey())) {
            continue;
          }
          if (isRewriting(touched)) {
            rewritten.add(one.getKey());
          }
          if (isWrong(touched) && !announced.contains(one.getKey())) {
            wrong.add(phase + " " + one + "\n" + statement.sql());
          }
        }
        Matcher create = CREATE.matcher(statement.sql());
        if (create.find()) {
          created.add(create.group(1));
        }
      }
      announced.removeAll(rewritten);
      if (!announced.isEmpty()) {
        wrong.add(phase + " announces a rewrite of " + announced + " that doesn't happen");
      }
      return wrong;
    }

    private static boolean isRewriting(Touched touched) {
      return touched.lock().stopsWriters()
          && (touched.effects().contains(Effect.REWRITTEN)
              || touched.effects().contains(Effect.INDEXED));
    }

    /** Tables that the script names as rewritten. */
    private Set<String> announced() {
      Set<String> tables = new TreeSet<>();
      for (Hazard hazard : script.hazards()) {
        if (hazard.code() == HazardCode.PG301 || hazard.code() == HazardCode.PG331) {
          tables.add(hazard.subject().table().toString());
        }
      }
      return tables;
    }

    private boolean isWrong(Touched touched) {
      Set<Effect> effects = EnumSet.copyOf(LONG);
      effects.retainAll(touched.effects());
      return !effects.isEmpty() && (touched.lock().stopsWriters() || phase != Phase.ONLINE);
    }
  }
}
