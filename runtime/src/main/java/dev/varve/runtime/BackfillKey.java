package dev.varve.runtime;

import dev.varve.runtime.OrderedIndex.Column;
import dev.varve.runtime.format.Backfill;
import dev.varve.runtime.format.BatchedStatement;
import dev.varve.runtime.format.SqlStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the columns by whose order a statement goes through its table, and refuses those with which
 * a row could be left out or done twice.
 */
record BackfillKey(BatchedStatement statement, Backfill backfill) {
  /** The columns, at least one, or why there are none. */
  record Found(List<String> columns, Optional<String> problem) {
    static Found problem(String message) {
      return new Found(List.of(), Optional.of(message));
    }
  }

  static Found of(Session session, SqlStatement statement) throws SQLException {
    BatchedStatement batched = BatchedStatement.of(statement, session.engine());
    List<OrderedIndex> indexes = session.backfills().indexes(batched);
    return new BackfillKey(batched, statement.backfill().orElseThrow()).find(indexes);
  }

  private Found find(List<OrderedIndex> indexes) {
    return backfill.key().isEmpty() ? primary(indexes) : given(indexes);
  }

  private Found primary(List<OrderedIndex> indexes) {
    for (OrderedIndex index : indexes) {
      if (index.primary()) {
        return checked(index, index.columns().size());
      }
    }
    return Found.problem(
        "the table "
            + statement.table()
            + " has no primary key to go through it by; name columns that are NOT NULL and that an"
            + " index begins with, as in -- varve:backfill key=code");
  }

  private Found given(List<OrderedIndex> indexes) {
    Found nullable = Found.problem("");
    for (OrderedIndex index : indexes) {
      if (index.beginsWith(backfill.key())) {
        Found found = checked(index, backfill.key().size());
        if (found.problem().isEmpty()) {
          return found;
        }
        nullable = found;
      }
    }
    return nullable.problem().orElse("").isEmpty()
        ? Found.problem(
            "no index of "
                + statement.table()
                + " begins with "
                + String.join(", ", backfill.key())
                + ": each batch would read the whole table; create one in an earlier migration, or"
                + " leave key= out to go by the primary key")
        : nullable;
  }

  private Found checked(OrderedIndex index, int count) {
    List<String> names = new ArrayList<>();
    for (Column column : index.columns().subList(0, count)) {
      if (!column.required()) {
        return Found.problem(
            "the column "
                + column.name()
                + " of the key may be null, and rows with null have no place in its order; name a"
                + " key= whose columns are NOT NULL");
      }
      if (statement.sets(column.name())) {
        return Found.problem(
            "the statement sets "
                + column.name()
                + ", by which it would be run in batches: rows could be met twice; name another"
                + " key=, or remove varve:backfill");
      }
      names.add(column.name());
    }
    return new Found(names, Optional.empty());
  }
}
