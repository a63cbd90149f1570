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
      // Nobody may write a row between this look and the script.
      session.execute("LOCK TABLE " + table(destructive) + " IN ACCESS EXCLUSIVE MODE");
      if (hasData(destructive)) {
        return Optional.of(destructive);
      }
    }
    return Optional.empty();
  }

  /** Whether there are rows, or values, as far as others have committed them. */
  boolean hasData(Destructive destructive) throws SQLException {
    String rows = "SELECT EXISTS (SELECT FROM " + table(destructive);
    if (destructive.column().isPresent()) {
      rows += " WHERE " + PostgresqlSession.quoted(destructive.column().get()) + " IS NOT NULL";
    }
    return session.isTrue(rows + ')');
  }

  private static String table(Destructive destructive) {
    String table = PostgresqlSession.quoted(destructive.table());
    return destructive.schema().isEmpty()
        ? table
        : PostgresqlSession.quoted(destructive.schema()) + '.' + table;
  }
}
