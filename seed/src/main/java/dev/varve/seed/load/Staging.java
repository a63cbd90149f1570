package dev.varve.seed.load;

import java.sql.SQLException;
import java.util.List;

/**
 * A temporary table that holds rows on their way into another: many rows that must go in one
 * statement, or that may be there already.
 *
 * @param target the table that they are for
 * @param isSqlite whether SQLite's SQL is wanted
 */
record Staging(LoadTable target, boolean isSqlite) {
  private static final TableName NAME = new TableName("", "varve_staging");
  private static final String SAVEPOINT = "SAVEPOINT varve_rows";
  private static final String BACK = "ROLLBACK TO " + SAVEPOINT;

  /** The temporary table. */
  LoadTable table() {
    return new LoadTable(NAME, target.columns());
  }

  /** Makes it, with the target's types and without its constraints. */
  void create(Loader loader) throws SQLException {
    String sql = "CREATE TEMP TABLE " + TableName.quoted(NAME.name());
    String rows = " AS SELECT " + target.names() + " FROM " + name();
    loader.run(
        isSqlite ? sql + rows + " WHERE 0" : sql + " ON COMMIT DROP" + rows + " WITH NO DATA",
        List.of());
  }

  /**
   * Takes its rows over, in one statement. If that is refused, takes over half of them, and so on,
   * to find the row.
   *
   * @param insert the beginning of an INSERT, up to its rows
   * @param clause what follows the rows
   * @param count how many rows there are
   */
  void insert(Loader loader, String insert, String clause, long count) throws SQLException {
    loader.run(SAVEPOINT, List.of());
    try {
      loader.run(insert(insert, "") + clause, List.of());
    } catch (SQLException e) {
      throw refused(loader, insert, clause, count, e);
    }
    loader.run("RELEASE " + SAVEPOINT, List.of());
  }

  private LoadException refused(
      Loader loader, String insert, String clause, long count, SQLException cause)
      throws SQLException {
    Refusal refusal = Refusal.of(cause);
    // half of rows that refer to each other may be refused for that
    if (target.together()) {
      return new LoadException(target.name(), -1, refusal, cause);
    }
    long first = 0;
    long end = count;
    loader.run(BACK, List.of());
    while (end - first > 1) {
      long middle = (first + end) >>> 1;
      String rows = " ORDER BY " + place() + " LIMIT " + (middle - first) + " OFFSET " + first;
      try {
        loader.run(insert(insert, rows) + clause, List.of());
        loader.run(SAVEPOINT, List.of());
        first = middle;
      } catch (SQLException e) {
        loader.run(BACK, List.of());
        end = middle;
      }
    }
    return new LoadException(target.name(), first, refusal, cause);
  }

  /** Without a WHERE, SQLite takes the ON of ON CONFLICT for that of a join. */
  private String insert(String insert, String rows) {
    String names = target.names();
    String from = TableName.quoted(NAME.name());
    return insert + " SELECT " + names + " FROM " + from + " WHERE true" + rows;
  }

  /** Where a row is: behind those that were sent before it. */
  private String place() {
    return isSqlite ? "rowid" : "ctid";
  }

  void drop(Loader loader) throws SQLException {
    loader.run("DROP TABLE " + TableName.quoted(NAME.name()), List.of());
  }

  private String name() {
    return isSqlite ? target.name().sqlite() : target.name().postgres();
  }
}
