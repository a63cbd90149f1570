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
   * Takes its rows over, in one statement.
   *
   * @param insert the beginning of an INSERT, up to its rows
   * @param clause what follows the rows
   */
  void insert(Loader loader, String insert, String clause) throws SQLException {
    // Without a WHERE, SQLite takes the ON of ON CONFLICT for that of a join.
    String sql =
        insert
            + " SELECT "
            + target.names()
            + " FROM "
            + TableName.quoted(NAME.name())
            + " WHERE true"
            + clause;
    try {
      loader.run(sql, List.of());
    } catch (SQLException e) {
      throw new LoadException(target.name(), -1, Refusal.of(e), e);
    }
  }

  void drop(Loader loader) throws SQLException {
    loader.run("DROP TABLE " + TableName.quoted(NAME.name()), List.of());
  }

  private String name() {
    return isSqlite ? target.name().sqlite() : target.name().postgres();
  }
}
