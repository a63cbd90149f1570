package dev.varve.seed;

import dev.varve.seed.load.Refusal;
import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a foreign key led to when the database refused a row for it and named neither: SQLite
 * doesn't. Its transaction goes on after that, so it is asked.
 *
 * @param row the row
 * @param relation the foreign key
 */
record MissingParent(Row row, RelationShape relation) {
  private static final List<ValueType> ONE = List.of(ValueType.parse("int64"));

  /** Whether a foreign key was the reason, and it isn't known which. */
  static boolean isSought(Refusal refusal) {
    return refusal.constraint() == null && refusal.message().contains(Refused.FOREIGN_KEY);
  }

  /**
   * The first that is neither in the database nor among the rows; null if there is none.
   *
   * @param rows rows of one table that were sent together
   */
  static @Nullable MissingParent find(SeedEngine engine, List<Row> rows) throws SQLException {
    for (RelationShape relation : rows.get(0).shape.relations) {
      // one that is deferred wasn't asked for yet
      MissingParent found = relation.deferrable() ? null : find(engine, rows, relation);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable MissingParent find(
      SeedEngine engine, List<Row> rows, RelationShape relation) throws SQLException {
    TableShape table = rows.get(0).shape;
    List<ColumnShape> columns = new ArrayList<>();
    for (int column : relation.columns()) {
      columns.add(table.columns.get(column));
    }
    Set<List<String>> there =
        relation.target().equals(table.name) ? keys(rows, relation) : Set.of();
    Set<List<String>> asked = new HashSet<>(there);
    StringBuilder sql = new StringBuilder("SELECT 1 FROM ").append(engine.table(relation.target()));
    String and = " WHERE ";
    for (String column : relation.targetColumns()) {
      sql.append(and).append(SeedEngine.quoted(column)).append(" = ?");
      and = " AND ";
    }
    for (Row row : rows) {
      Row parent = row.parents[relation.index()];
      boolean sent = parent == null || parent.exists;
      if (sent
          && columns.stream().allMatch(column -> row.isKnown(column.index))
          && asked.add(Tuples.of(row, columns))
          && engine.query(sql.toString(), Sql.cells(row, columns), ONE).isEmpty()) {
        return new MissingParent(row, relation);
      }
    }
    return null;
  }

  /** The keys that rows have themselves, as others refer to them. */
  private static Set<List<String>> keys(List<Row> rows, RelationShape relation) {
    List<ColumnShape> columns = new ArrayList<>();
    TableShape table = rows.get(0).shape;
    for (String column : relation.targetColumns()) {
      columns.add(table.columns.get(table.column(column)));
    }
    Set<List<String>> keys = new HashSet<>();
    for (Row row : rows) {
      keys.add(Tuples.of(row, columns));
    }
    return keys;
  }
}
