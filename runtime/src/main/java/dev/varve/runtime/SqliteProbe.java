package dev.varve.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles statements without running them, by EXPLAIN: that compiles the views they read and the
 * triggers they fire too. Each statement once.
 */
final class SqliteProbe {
  /** What fires triggers. */
  enum Event {
    INSERT,
    UPDATE,
    DELETE
  }

  private final SqliteSession session;
  private final Map<String, Optional<SQLException>> answers = new HashMap<>();

  SqliteProbe(SqliteSession session) {
    this.session = session;
  }

  /** Why a view cannot be read, or empty. */
  Optional<SQLException> select(String view) {
    return compile("SELECT * FROM " + SqliteSession.quoted(view));
  }

  /** Why a statement that fires all triggers of a table for this event cannot run, or empty. */
  Optional<SQLException> fire(Event event, String table) {
    String name = SqliteSession.quoted(table);
    return switch (event) {
      case INSERT -> compile("INSERT INTO " + name + " DEFAULT VALUES");
      case UPDATE -> update(table);
      case DELETE -> compile("DELETE FROM " + name);
    };
  }

  /** Of all columns: a trigger may be for some of them only. */
  private Optional<SQLException> update(String table) {
    StringBuilder sql = new StringBuilder("UPDATE ").append(SqliteSession.quoted(table));
    String columns =
        "SELECT name FROM pragma_table_xinfo("
            + SqliteSession.literal(table)
            + ") WHERE hidden = 0";
    try (Statement statement = session.statement();
        ResultSet result = statement.executeQuery(columns)) {
      String separator = " SET ";
      while (result.next()) {
        String column = SqliteSession.quoted(result.getString(1));
        sql.append(separator).append(column).append(" = ").append(column);
        separator = ", ";
      }
    } catch (SQLException e) {
      return Optional.of(e);
    }
    return compile(sql.toString());
  }

  private Optional<SQLException> compile(String sql) {
    return answers.computeIfAbsent(sql, this::explain);
  }

  private Optional<SQLException> explain(String sql) {
    try {
      session.execute("EXPLAIN " + sql);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e);
    }
  }
}
