package dev.varve.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which rows of a history table are about the database whose migrations are here. Several databases
 * may share the tables' schema or file, and the history.
 *
 * <p>A row belongs to the database whose name it has. It may also have another name, if its
 * migration is here as it was applied: then the database has been renamed. Or none, if it was
 * written before rows had one, or by migrations whose lock file says none.
 *
 * @param database the name of the database, or the empty string where nobody knows it
 * @param rows its rows, by version
 * @param claimed the versions of rows that are its own and have another name yet, by that name
 */
record Ownership(String database, List<HistoryRow> rows, SortedMap<String, List<String>> claimed) {
  /** A row and the name of the database that it has. */
  record Named(String database, HistoryRow row) {}

  /**
   * Looks at all rows.
   *
   * @param all by version
   * @throws MigrationException if the name isn't known and there are rows of several databases
   */
  static Ownership of(MigrationSet set, List<Named> all) {
    String database = set.database().orElseGet(() -> only(all));
    Set<String> own = new HashSet<>();
    all.stream()
        .filter(one -> one.database.equals(database))
        .map(Ownership::version)
        .forEach(own::add);
    List<HistoryRow> rows = new ArrayList<>();
    SortedMap<String, List<String>> claimed = new TreeMap<>();
    for (Named named : all) {
      boolean ours = named.database.equals(database);
      if (!ours && own.contains(version(named))) {
        continue;
      }
      if (ours || named.database.isEmpty() || set.holds(named.row)) {
        rows.add(named.row);
        if (!ours) {
          claimed.computeIfAbsent(named.database, name -> new ArrayList<>()).add(version(named));
        }
      }
    }
    return new Ownership(database, List.copyOf(rows), claimed);
  }

  private static String version(Named named) {
    return named.row.version();
  }

  private static String only(List<Named> all) {
    TreeSet<String> names = new TreeSet<>();
    all.forEach(named -> names.add(named.database));
    names.remove("");
    if (names.size() > 1) {
      throw new MigrationException(
          "the history holds migrations of several databases ("
              + String.join(", ", names)
              + "), and varve.lock does not say whose these are: compile once, or say"
              + " database(\""
              + names.first()
              + "\")");
    }
    return names.isEmpty() ? "" : names.first();
  }

  /**
   * What gives the claimed rows of a table the database's name; empty where nothing is claimed.
   *
   * @param table the history, or one that has its versions and names, too
   */
  List<String> claim(String table) {
    List<String> updates = new ArrayList<>();
    claimed.forEach(
        (name, versions) ->
            updates.add(
                "UPDATE "
                    + table
                    + " SET database_name = "
                    + literal(database)
                    + where(name, versions)));
    return updates;
  }

  /** What makes room in a table for the claimed rows. */
  List<String> makeRoom(String table) {
    List<String> deletes = new ArrayList<>();
    claimed
        .values()
        .forEach(versions -> deletes.add("DELETE FROM " + table + where(database, versions)));
    return deletes;
  }

  private static String where(String name, List<String> versions) {
    return " WHERE database_name = "
        + literal(name)
        + " AND version IN ('"
        + String.join("', '", versions)
        + "')";
  }

  /** The name that the database's row of this version has now. */
  String nameOf(String version) {
    for (Map.Entry<String, List<String>> one : claimed.entrySet()) {
      if (one.getValue().contains(version)) {
        return one.getKey();
      }
    }
    return database;
  }

  static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
