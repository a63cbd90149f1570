package dev.varve.seed.load;

import java.util.List;

/**
 * Rows of which some may be there already: those are updated, if anything differs.
 *
 * @param table the table with the columns that are sent
 * @param key the columns by which a row is known, under a primary key or a unique constraint
 * @param fixed further columns that are as they are in a row that is there
 */
public record Conflict(LoadTable table, List<String> key, List<String> fixed) {
  /** What an INSERT calls the row that is there. */
  private static final String KEPT = "\"kept\"";

  /** Copies the lists. */
  public Conflict {
    key = List.copyOf(key);
    fixed = List.copyOf(fixed);
  }

  /** The beginning of an INSERT, up to its rows. */
  String insert(boolean isSqlite) {
    return "INSERT INTO "
        + (isSqlite ? table.name().sqlite() : table.name().postgres())
        + " AS "
        + KEPT
        + " ("
        + table.names()
        + (isSqlite ? ")" : ") OVERRIDING SYSTEM VALUE");
  }

  /** What follows its rows. */
  String clause(boolean isSqlite) {
    StringBuilder sql = new StringBuilder(" ON CONFLICT (");
    String comma = "";
    for (String column : key) {
      sql.append(comma).append(TableName.quoted(column));
      comma = ", ";
    }
    return sql.append(") DO ").append(update(isSqlite)).toString();
  }

  private String update(boolean isSqlite) {
    StringBuilder set = new StringBuilder("UPDATE SET ");
    StringBuilder where = new StringBuilder(" WHERE ");
    boolean any = false;
    for (LoadColumn column : table.columns()) {
      if (!key.contains(column.name()) && !fixed.contains(column.name())) {
        String name = TableName.quoted(column.name());
        set.append(any ? ", " : "").append(name).append(" = excluded.").append(name);
        where.append(any ? " OR " : "").append(KEPT).append('.').append(name);
        where.append(isSqlite ? " IS NOT " : " IS DISTINCT FROM ");
        where.append("excluded.").append(name);
        any = true;
      }
    }
    return any ? set.append(where).toString() : "NOTHING";
  }
}
