package dev.varve.runtime;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One statement that changes the history table.
 *
 * @param sql with {@code ?} for each parameter, and else in quotes only, {@code %s} for the table
 *     and {@code {database}} for the database's name
 * @param parameters strings, numbers, and for no value the empty string
 */
record HistoryChange(String sql, List<Object> parameters) {
  private static final String INSERT =
      "INSERT INTO %s (database_name, version, name, checksum, state, applied_at, applied_by,"
          + " duration_ms, statements_done, draft, down_sql, note) VALUES ({database}, ?, ?, ?, ?,"
          + " {now}, {user}, {elapsed}, ?, CAST(? AS {boolean}), NULLIF(?, ''), NULLIF(?, ''))";

  /** Adds to what was noted before, with who does it and when: in ISO 8601 and UTC. */
  private static final String NOTE =
      "note = coalesce(note || '; ', '') || ? || ', ' || CAST({user} AS text) || ', ' || {utc}";

  /** Where only the session has something to write: names. */
  static final HistoryChange NOTHING =
      new HistoryChange("UPDATE %s SET version = version WHERE version = ''", List.of());

  private static final String ROW = " WHERE version = ? AND database_name = {database}";

  /**
   * A row for a migration that is applied, or of which so many statements are done. It has taken as
   * long as its transaction has.
   */
  static HistoryChange insert(Migration migration, HistoryRow.State state, int statementsDone) {
    return insert(migration, state, statementsDone, "");
  }

  /** A row for a migration that counts as applied though it was not run. */
  static HistoryChange baseline(Migration migration, int statements) {
    return insert(migration, HistoryRow.State.APPLIED, statements, HistoryRow.BASELINE);
  }

  private static HistoryChange insert(
      Migration migration, HistoryRow.State state, int statementsDone, String note) {
    return new HistoryChange(
        INSERT,
        List.of(
            migration.name().version(),
            migration.name().name(),
            migration.checksum(),
            state.word(),
            statementsDone,
            migration.draft() ? 1 : 0,
            downOf(migration),
            note));
  }

  /** That the script as it is now counts as what was applied. */
  static HistoryChange accept(Migration migration, String before) {
    return new HistoryChange(
        "UPDATE %s SET name = ?, checksum = ?, " + NOTE + ROW,
        List.of(
            migration.name().name(),
            migration.checksum(),
            "accepted instead of " + before,
            migration.name().version()));
  }

  /** That a row which says no database's name is this one's. */
  static HistoryChange own(String version) {
    return new HistoryChange(
        "UPDATE %s SET database_name = {database}, "
            + NOTE
            + " WHERE version = ? AND database_name = ''",
        List.of("said to be this database's", version));
  }

  /** That so many statements count as done, since somebody says so. */
  static HistoryChange repaired(
      String version, HistoryRow.State state, int statementsDone, String note) {
    return new HistoryChange(
        "UPDATE %s SET state = ?, statements_done = ?, " + NOTE + ROW,
        List.of(state.word(), statementsDone, note, version));
  }

  /** What the applied row of a migration says when its files are read again. */
  static HistoryChange adopt(Migration migration) {
    return new HistoryChange(
        "UPDATE %s SET name = ?, draft = CAST(? AS {boolean}), down_sql = NULLIF(?, '')" + ROW,
        List.of(
            migration.name().name(),
            migration.draft() ? 1 : 0,
            downOf(migration),
            migration.name().version()));
  }

  static HistoryChange progress(
      String version, HistoryRow.State state, int statementsDone, long durationMs) {
    return new HistoryChange(
        "UPDATE %s SET state = ?, statements_done = ?, duration_ms = ?" + ROW,
        List.of(state.word(), statementsDone, durationMs, version));
  }

  static HistoryChange delete(String version) {
    return new HistoryChange("DELETE FROM %s" + ROW, List.of(version));
  }

  /**
   * The same as text.
   *
   * @param sql with {@code ?} for each parameter, as {@link #sql} has them
   * @param literal how the text of a value is written
   */
  String inlined(String sql, UnaryOperator<String> literal) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Object value : parameters) {
      int mark = mark(sql, from);
      text.append(sql, from, mark)
          .append(value instanceof String word ? literal.apply(word) : value.toString());
      from = mark + 1;
    }
    return text.append(sql, from, sql.length()).toString();
  }

  /** The next question mark that isn't in quotes: the database's name may have one. */
  private static int mark(String sql, int from) {
    boolean quoted = false;
    int i = from;
    while (quoted || sql.charAt(i) != '?') {
      quoted ^= sql.charAt(i) == '\'';
      i++;
    }
    return i;
  }

  /** Only a draft's down script is kept: a sealed one is in its file, and that does not change. */
  static String downOf(Migration migration) {
    return migration.draft() ? migration.down() : "";
  }
}
