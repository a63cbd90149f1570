package dev.varve.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The views and triggers that there are, and whether they work. SQLite keeps them as text and
 * compiles them when they are used: {@code DROP COLUMN} passes by a trigger that updates the
 * column, and the next INSERT fails. So they are tried before and after each migration.
 */
final class SqliteViewsAndTriggers {
  private static final String VIEW = "view";
  private static final String COLUMNS = "UPDATE OF";

  /**
   * One of them.
   *
   * @param type view or trigger
   */
  private record Item(String type, String name) {}

  /**
   * Where it is and what it says.
   *
   * @param table a trigger's table or view; a view's is the view itself
   */
  private record Text(String table, String sql) {}

  /** What is done with it: an event's name, SELECT, or that its columns are looked for. */
  private record Use(Item item, String verb) {}

  private final SqliteSession session;

  private final Map<Item, Text> items = new LinkedHashMap<>();

  private final Map<Use, Optional<SQLException>> uses = new LinkedHashMap<>();

  private SqliteViewsAndTriggers(SqliteSession session) {
    this.session = session;
  }

  /** As they are now. */
  static SqliteViewsAndTriggers in(SqliteSession session) throws SQLException {
    SqliteViewsAndTriggers all = new SqliteViewsAndTriggers(session);
    all.read();
    SqliteProbe probe = new SqliteProbe(session);
    all.items.forEach((item, text) -> all.use(item, text, probe));
    return all;
  }

  private void read() throws SQLException {
    try (Statement statement = session.statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type IN ('view', 'trigger')"
                    + " ORDER BY type DESC, name")) {
      while (result.next()) {
        items.put(
            new Item(result.getString(1), result.getString(2)),
            new Text(result.getString(3), result.getString(4)));
      }
    }
  }

  private void use(Item item, Text text, SqliteProbe probe) {
    if (item.type.equals(VIEW)) {
      uses.put(new Use(item, "SELECT"), probe.select(text.table));
      return;
    }
    uses.put(
        new Use(item, COLUMNS), new SqliteWatchedColumns(session).missing(text.table, text.sql));
    for (SqliteProbe.Event event : SqliteProbe.Event.values()) {
      uses.put(new Use(item, event.name()), probe.fire(event, text.table));
    }
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /**
   * Compares these, as they were before a migration, with those after it. What did not work before
   * need not work now; what is gone was dropped by a script.
   *
   * @param last the script that ran last
   * @throws MigrationException if one works no longer
   */
  void requireWorking(Script last) throws SQLException {
    if (uses.isEmpty()) {
      return;
    }
    SqliteViewsAndTriggers now = in(session);
    List<Use> broken = new ArrayList<>();
    for (Map.Entry<Use, Optional<SQLException>> use : uses.entrySet()) {
      if (use.getValue().isEmpty() && now.failure(use.getKey()).isPresent()) {
        broken.add(use.getKey());
      }
    }
    if (!broken.isEmpty()) {
      throw now.refused(broken, last);
    }
  }

  private Optional<SQLException> failure(Use use) {
    return uses.getOrDefault(use, Optional.empty());
  }

  private MigrationException refused(List<Use> broken, Script last) throws SQLException {
    Use culprit = broken.get(0);
    for (Use use : broken) {
      if (failsAlone(use)) {
        culprit = use;
        break;
      }
    }
    Item item = culprit.item;
    return Failure.of(
            last,
            "the " + item.type + ' ' + item.name + " works no longer after this script",
            failure(culprit).orElseThrow())
        .hint(hint(item.type, item.name))
        .exception();
  }

  /** What to do with one that the migration does not know of. */
  static String hint(String type, String name) {
    return "Drop it in a migration of its own before this one ("
        + "DROP "
        + type.toUpperCase(Locale.ROOT)
        + ' '
        + SqliteSession.quoted(name)
        + "), and create it again after this one as it has to be.";
  }

  /** Triggers of one table, and those that they fire, fail together: only one is to blame. */
  private boolean failsAlone(Use use) throws SQLException {
    if (use.item.type.equals(VIEW) || use.verb.equals(COLUMNS)) {
      return true;
    }
    session.execute("SAVEPOINT varve");
    for (Item other : items.keySet()) {
      if (!other.type.equals(VIEW) && !other.equals(use.item)) {
        session.execute("DROP TRIGGER " + SqliteSession.quoted(other.name));
      }
    }
    SqliteProbe.Event event = SqliteProbe.Event.valueOf(use.verb);
    Text text = Objects.requireNonNull(items.get(use.item), "it was found broken here");
    Optional<SQLException> alone = new SqliteProbe(session).fire(event, text.table);
    session.execute("ROLLBACK TO varve");
    session.execute("RELEASE varve");
    return alone.isPresent();
  }
}
