package dev.varve.schema.plan;

import dev.varve.schema.plan.Touched.Effect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs statements one by one and has the server say what each does to the tables there are. */
final class LockRecorder implements AutoCloseable {
  /** Tables and indexes with the table's name and the file that holds them. */
  private static final String FILES =
      """
      SELECT c.oid, coalesce(indrelid, c.oid)::regclass::text, pg_relation_filenode(c.oid), relkind
      FROM pg_class c LEFT JOIN pg_index ON indexrelid = c.oid
      WHERE relkind IN ('r', 'i')
        AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
      """;

  private static final String LOCKS =
      "SELECT relation, mode FROM pg_locks WHERE locktype = 'relation' AND granted AND pid = ";

  private static final List<Map.Entry<Pattern, Effect>> SAID =
      List.of(
          Map.entry(Pattern.compile("^rewriting table \"(.+)\""), Effect.REWRITTEN),
          Map.entry(Pattern.compile("^verifying table \"(.+)\""), Effect.READ),
          Map.entry(Pattern.compile("^building index .* on table \"(.+?)\" "), Effect.INDEXED));
  private static final Pattern FOREIGN_KEY =
      Pattern.compile("^validating foreign key constraint \"(.+)\"");
  private static final Pattern UPDATE = Pattern.compile("(?:^|\\s)UPDATE (\\S+) SET");
  private static final Pattern SELECT = Pattern.compile("EXISTS \\(SELECT FROM (\\S+) WHERE");

  private final Connection connection;
  private final Connection watcher = PostgresDatabase.open();
  private final Connection writer = PostgresDatabase.open();
  private final long backend;

  LockRecorder(PostgresDatabase database) throws SQLException {
    connection = database.connection();
    backend = Long.parseLong(database.rows("SELECT pg_backend_pid()").get(0));
    execute(connection, "SET client_min_messages = debug1");
    writer.setAutoCommit(false);
  }

  /** A table or an index. */
  private record Relation(String table, long file, boolean isTable) {}

  /** What a statement did to each table that was there before, by names as the server says them. */
  Map<String, Touched> run(String sql) throws SQLException {
    Map<Long, Relation> before = relations();
    Map<String, Touched> touched = new TreeMap<>();
    List<String> said = new ArrayList<>();
    List<Map.Entry<Long, TableLock>> locks =
        sql.contains(" CONCURRENTLY ") ? heldUp(sql, before, said) : inTransaction(sql, said);
    for (Map.Entry<Long, TableLock> lock : locks) {
      Relation relation = before.get(lock.getKey());
      if (relation != null) {
        touched.merge(
            relation.table(),
            Touched.NOT.with(lock.getValue()),
            (one, other) -> one.with(other.lock()));
      }
    }
    addEffects(sql, said, touched);
    addNewFiles(before, touched);
    return touched;
  }

  private List<Map.Entry<Long, TableLock>> inTransaction(String sql, List<String> said)
      throws SQLException {
    connection.setAutoCommit(false);
    said.addAll(execute(connection, sql));
    List<Map.Entry<Long, TableLock>> locks = locks(connection);
    connection.commit();
    connection.setAutoCommit(true);
    return locks;
  }

  /** Where no transaction is allowed somebody who writes holds the statement up meanwhile. */
  private List<Map.Entry<Long, TableLock>> heldUp(
      String sql, Map<Long, Relation> before, List<String> said) throws SQLException {
    for (Relation relation : before.values()) {
      if (relation.isTable()) {
        execute(writer, "LOCK TABLE " + relation.table() + " IN ROW EXCLUSIVE MODE");
      }
    }
    CompletableFuture<List<String>> running =
        CompletableFuture.supplyAsync(() -> executeUnchecked(sql));
    String waiting =
        "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND pid = " + backend;
    while (!running.isDone() && !isTrue(waiting)) {
      Thread.onSpinWait();
    }
    List<Map.Entry<Long, TableLock>> locks = locks(watcher);
    writer.rollback();
    try {
      said.addAll(running.get());
    } catch (InterruptedException | ExecutionException e) {
      throw new SQLException(e);
    }
    return locks;
  }

  private List<String> executeUnchecked(String sql) {
    try {
      return execute(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isTrue(String query) throws SQLException {
    try (java.sql.Statement statement = watcher.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private List<Map.Entry<Long, TableLock>> locks(Connection observer) throws SQLException {
    List<Map.Entry<Long, TableLock>> locks = new ArrayList<>();
    try (java.sql.Statement statement = observer.createStatement();
        ResultSet rows = statement.executeQuery(LOCKS + backend)) {
      while (rows.next()) {
        locks.add(Map.entry(rows.getLong(1), TableLock.of(rows.getString(2))));
      }
    }
    return locks;
  }

  private static List<String> execute(Connection connection, String sql) throws SQLException {
    List<String> said = new ArrayList<>();
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      for (SQLWarning one = statement.getWarnings(); one != null; one = one.getNextWarning()) {
        said.add(one.getMessage());
      }
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\n" + sql, e.getSQLState(), e);
    }
    return said;
  }

  private void addEffects(String sql, List<String> said, Map<String, Touched> touched)
      throws SQLException {
    for (String message : said) {
      for (Map.Entry<Pattern, Effect> effect : SAID) {
        Matcher matcher = effect.getKey().matcher(message);
        if (matcher.find()) {
          add(matcher.group(1), effect.getValue(), touched);
        }
      }
      Matcher key = FOREIGN_KEY.matcher(message);
      if (key.find()) {
        for (String table : tablesOf(key.group(1))) {
          add(table, Effect.READ, touched);
        }
      }
    }
    addEffect(UPDATE, sql, Effect.UPDATED, touched);
    addEffect(SELECT, sql, Effect.READ, touched);
  }

  private static void addEffect(
      Pattern pattern, String sql, Effect effect, Map<String, Touched> touched) {
    Matcher matcher = pattern.matcher(sql);
    while (matcher.find()) {
      add(matcher.group(1), effect, touched);
    }
  }

  /** Messages have names without schemas. Tables that are new aren't touched. */
  private static void add(String table, Effect effect, Map<String, Touched> touched) {
    for (Map.Entry<String, Touched> one : touched.entrySet()) {
      if (one.getKey().equals(table) || one.getKey().endsWith("." + table)) {
        one.setValue(one.getValue().with(effect));
      }
    }
  }

  private List<String> tablesOf(String foreignKey) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (java.sql.PreparedStatement statement =
        watcher.prepareStatement(
            "SELECT conrelid::regclass, confrelid::regclass FROM pg_constraint"
                + " WHERE contype = 'f' AND conname = ?")) {
      statement.setString(1, foreignKey);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tables.add(rows.getString(1));
          tables.add(rows.getString(2));
        }
      }
    }
    return tables;
  }

  /** The files say whether the messages told all. */
  private void addNewFiles(Map<Long, Relation> before, Map<String, Touched> touched)
      throws SQLException {
    Map<Long, Relation> after = relations();
    for (Map.Entry<Long, Relation> one : before.entrySet()) {
      Relation now = after.get(one.getKey());
      if (now != null && now.file() != one.getValue().file()) {
        add(one.getValue().table(), now.isTable() ? Effect.REWRITTEN : Effect.INDEXED, touched);
      }
    }
  }

  private Map<Long, Relation> relations() throws SQLException {
    Map<Long, Relation> relations = new HashMap<>();
    try (java.sql.Statement statement = watcher.createStatement();
        ResultSet rows = statement.executeQuery(FILES)) {
      while (rows.next()) {
        relations.put(
            rows.getLong(1),
            new Relation(rows.getString(2), rows.getLong(3), rows.getString(4).equals("r")));
      }
    }
    return relations;
  }

  @Override
  public void close() throws SQLException {
    watcher.close();
    writer.close();
  }
}
