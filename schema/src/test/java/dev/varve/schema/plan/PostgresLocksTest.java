package dev.varve.schema.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.plan.PostgresCases.Case;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the server says that it does: which tables it rewrites, reads through or builds indexes of,
 * and which locks it holds meanwhile.
 */
class PostgresLocksTest {
  private static final Pattern WORK =
      Pattern.compile(
          "(rewriting table|verifying table|building index \".*\" on table) \"([^\"]+)\".*");

  private static final String TABLES =
      "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
          + " WHERE relkind = 'r' AND nspname !~ '^pg_' AND nspname <> 'information_schema'";

  private static final String EXCLUSIVE =
      "SELECT relation::regclass FROM pg_locks WHERE pid = pg_backend_pid()"
          + " AND locktype = 'relation' AND mode = 'AccessExclusiveLock' AND granted";

  private static final String FILES =
      "SELECT c.oid || ' ' || pg_relation_filenode(c.oid) FROM pg_class c"
          + " JOIN pg_namespace n ON n.oid = relnamespace"
          + " WHERE relkind = 'r' AND nspname !~ '^pg_' AND nspname <> 'information_schema'";

  static List<Case> cases() {
    return PostgresPlannerTest.reversible();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noTableIsWorkedThroughWhileNobodyCanReadIt(Case change) throws Exception {
    for (Versions versions : List.of(Versions.OLDEST, new Versions(18, 3037))) {
      try (PostgresDatabase database = PostgresDatabase.with(change.evolution().from())) {
        database.run(change.rows());
        List<Migration> migrations = PostgresPlannerTest.plan(change, versions);
        for (Migration migration : migrations) {
          watch(database, migration.up());
        }
        for (int i = migrations.size() - 1; i >= 0; i--) {
          watch(database, migrations.get(i).down());
        }
      }
    }
  }

  private static void watch(PostgresDatabase database, Script script) throws Exception {
    Set<String> tables = new HashSet<>(database.rows(TABLES));
    Set<String> files = new HashSet<>(database.rows(FILES));
    boolean announced = false;
    for (Hazard hazard : script.hazards()) {
      announced |= hazard.code() == HazardCode.PG301 || hazard.code() == HazardCode.PG331;
    }
    List<String> work = new ArrayList<>();
    Connection connection = database.connection();
    connection.setAutoCommit(false);
    for (Statement statement : script.statements()) {
      if (statement.sql().contains("INDEX CONCURRENTLY")) {
        connection.setAutoCommit(true);
        database.run(statement.sql());
        connection.setAutoCommit(false);
      } else {
        work.addAll(blockingWork(database, statement.sql(), tables));
        if (!script.transactional()) {
          connection.commit();
        }
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
    if (announced) {
      assertTrue(!work.isEmpty(), "announced, but nothing happens: " + script);
      return;
    }
    assertEquals(List.of(), work, script.toString());
    Set<String> still = new HashSet<>(database.rows(FILES));
    for (String file : files) {
      String table = file.substring(0, file.indexOf(' ') + 1);
      boolean gone = still.stream().noneMatch(one -> one.startsWith(table));
      assertTrue(gone || still.contains(file), "rewritten: " + file);
    }
  }

  /** What a statement does to tables that were there while it holds the strongest lock on them. */
  private static List<String> blockingWork(
      PostgresDatabase database, String sql, Set<String> tables) throws SQLException {
    List<String> work = new ArrayList<>();
    try (java.sql.Statement statement = database.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("SET LOCAL client_min_messages = debug1");
      statement.execute(sql);
      for (SQLWarning said = statement.getWarnings(); said != null; said = said.getNextWarning()) {
        Matcher matcher = WORK.matcher(said.getMessage());
        if (matcher.matches() && tables.contains(matcher.group(2))) {
          work.add(matcher.group(2) + ": " + said.getMessage() + " by " + sql);
        }
      }
    }
    Set<String> locked = new HashSet<>();
    for (String name : database.rows(EXCLUSIVE)) {
      locked.add(name.replace("\"", "").replaceAll("^.*\\.", ""));
    }
    work.removeIf(line -> !locked.contains(line.substring(0, line.indexOf(':'))));
    return work;
  }
}
