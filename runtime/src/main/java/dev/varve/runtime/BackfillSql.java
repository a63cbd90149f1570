package dev.varve.runtime;

import dev.varve.runtime.format.BatchedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements that go through a table in the order of a key. Keys are compared, and turned into
 * text, by the database alone: only it knows its types and collations.
 */
final class BackfillSql {
  private final Session session;
  private final BatchedStatement statement;
  private final List<String> columns = new ArrayList<>();

  BackfillSql(Session session, BatchedStatement statement, List<String> key) {
    this.session = session;
    this.statement = statement;
    for (String column : key) {
      columns.add(statement.table() + "." + PostgresqlSession.quoted(column));
    }
  }

  /** The last key there is: no row where the table is empty. */
  String last() {
    return "SELECT "
        + literals()
        + " FROM (SELECT "
        + aliased()
        + from()
        + by(" DESC")
        + " LIMIT 1) AS last";
  }

  /** The key at which so many rows end, and how many there are at most so far: perhaps no row. */
  String next(Optional<String> cursor, String upper, int rows) {
    String ahead =
        aliased() + from() + " WHERE " + range(cursor, upper) + by("") + " LIMIT " + rows;
    String order = String.join(", ", aliases());
    return "SELECT "
        + literals()
        + ", place FROM (SELECT "
        + order
        + ", row_number() OVER (ORDER BY "
        + order
        + ") AS place FROM (SELECT "
        + ahead
        + ") AS ahead) AS numbered ORDER BY place DESC LIMIT 1";
  }

  /** The statement itself for the rows behind one key up to another. */
  String batch(Optional<String> cursor, String to) {
    return statement.within(range(cursor, to));
  }

  private String range(Optional<String> cursor, String to) {
    String key = "(" + String.join(", ", columns) + ")";
    String start = cursor.map(after -> key + " > (" + after + ") AND ").orElse("");
    return start + key + " <= (" + to + ")";
  }

  private String from() {
    return " FROM " + statement.table();
  }

  private String by(String direction) {
    return " ORDER BY " + String.join(direction + ", ", columns) + direction;
  }

  private String aliased() {
    List<String> aliases = aliases();
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      sql.append(i == 0 ? "" : ", ").append(columns.get(i)).append(" AS ").append(aliases.get(i));
    }
    return sql.toString();
  }

  private List<String> aliases() {
    List<String> aliases = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      aliases.add("k" + i);
    }
    return aliases;
  }

  private String literals() {
    StringBuilder sql = new StringBuilder();
    for (String alias : aliases()) {
      sql.append(sql.isEmpty() ? "" : " || ', ' || ").append(session.backfills().literalOf(alias));
    }
    return sql.toString();
  }
}
