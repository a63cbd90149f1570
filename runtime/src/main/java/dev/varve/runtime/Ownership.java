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
 * written before rows had one, or by migrations whose lock file says none: then it is in doubt if
 * its migration isn't here.
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
    boolean certain = set.database().isEmpty() || isCertain(set, database, all);
    List<HistoryRow> rows = new ArrayList<>();
    SortedMap<String, List<String>> claimed = new TreeMap<>();
    for (Named named : all) {
      boolean ours = named.database.equals(database);
      if (!ours && own.contains(version(named))) {
        continue;
      }
      if (ours || set.holds(named.row) || certain && isHere(set, named)) {
        rows.add(named.row);
        if (!ours) {
          claimed.computeIfAbsent(named.database, name -> new ArrayList<>()).add(version(named));
        }
      } else if (named.database.isEmpty()) {
        rows.add(named.row.inDoubt());
      }
    }
    return new Ownership(database, List.copyOf(rows), claimed);
  }

  /**
   * Whether rows without a name are this database's where they look so: some of its rows are there,
   * and none that is surely another's.
   */
  private static boolean isCertain(MigrationSet set, String database, List<Named> all) {
    boolean some = false;
    for (Named named : all) {
      some |= named.database.equals(database) || set.holds(named.row);
      if (named.database.isEmpty() && !named.row.draft() && !isHere(set, named)) {
        return false;
      }
    }
    return some;
  }

  /** Whether a row without a name is of a migration that is here, which may have changed since. */
  private static boolean isHere(MigrationSet set, Named named) {
    Migration migration = set.byVersion().get(version(named));
    return named.database.isEmpty()
        && (set.database().isEmpty()
            || migration != null && migration.name().name().equals(named.row.name()));
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
