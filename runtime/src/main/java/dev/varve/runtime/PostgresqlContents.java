package dev.varve.runtime;

import dev.varve.runtime.format.Destructive;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Looks into tables that a script would destroy, in its transaction. */
record PostgresqlContents(PostgresqlSession session) {
  /** The first table with rows, or column with values, or empty. */
  Optional<Destructive> first(List<Destructive> all) throws SQLException {
    for (Destructive destructive : all) {
      if (hasData(destructive)) {
        return Optional.of(destructive);
      }
    }
    return Optional.empty();
  }

  private boolean hasData(Destructive destructive) throws SQLException {
    String table = PostgresqlSession.quoted(destructive.table());
    if (!destructive.schema().isEmpty()) {
      table = PostgresqlSession.quoted(destructive.schema()) + '.' + table;
    }
    String rows = "SELECT EXISTS (SELECT FROM " + table;
    if (destructive.column().isPresent()) {
      rows += " WHERE " + PostgresqlSession.quoted(destructive.column().get()) + " IS NOT NULL";
    }
    // Nobody may write a row between this look and the script.
    session.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    return session.isTrue(rows + ')');
  }
}
