package dev.varve.schema.plan;

/**
 * The oldest servers that migrations have to run on.
 *
 * @param postgresql PostgreSQL's major version, from 14 on
 * @param sqlite SQLite's version as {@code major * 1000 + minor}: 3037 is 3.37. From 3053 on CHECKs
 *     are dropped by name. A table or column that was renamed for an older version has CHECKs of
 *     the former name until it is built anew, so whoever raises this tries the migrations from the
 *     first one on
 */
public record Versions(int postgresql, int sqlite) {
  /** PostgreSQL 14, and SQLite 3.37, the first with STRICT tables. */
  public static final Versions OLDEST = new Versions(14, 3037);

  /**
   * Whether SQLite sets and drops NOT NULL, and adds and drops CHECKs, in place: from 3.53 on (<a
   * href="https://www.sqlite.org/lang_altertable.html">ALTER TABLE</a>).
   */
  boolean altersSqliteColumns() {
    return sqlite >= 3053;
  }
}
