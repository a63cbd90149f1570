package dev.varve.conformance.laws;

import dev.varve.schema.ForeignKey.Action;
import java.util.ArrayList;
import java.util.List;

/** What a table has beside its columns, each with an identity. */
final class Parts {
  private Parts() {}

  record Unique(int id, List<Integer> columns) {}

  /**
   * A CHECK.
   *
   * @param column the column that it stands on; 0: the table
   */
  record Check(int id, int column, Template condition) {}

  /**
   * A foreign key to the primary key of a table.
   *
   * @param indexed whether it gets an index
   */
  record Reference(
      int id,
      List<Integer> columns,
      int target,
      Action onDelete,
      Action onUpdate,
      boolean deferrable,
      boolean indexed) {
    Reference with(Action delete, Action update) {
      return new Reference(id, columns, target, delete, update, deferrable, indexed);
    }

    Reference with(boolean laterChecked) {
      return new Reference(id, columns, target, onDelete, onUpdate, laterChecked, indexed);
    }
  }

  /**
   * A part of an index.
   *
   * @param column a column; 0: the expression
   */
  record Part(int column, Template expression, boolean descending) {
    List<Integer> columns() {
      return column == 0 ? List.copyOf(expression.columns()) : List.of(column);
    }
  }

  /**
   * An index.
   *
   * @param where null: all rows
   */
  record Index(
      int id,
      List<Part> parts,
      boolean unique,
      String method,
      List<Integer> include,
      Template where) {
    List<Integer> columns() {
      List<Integer> columns = new ArrayList<>(include);
      parts.forEach(part -> columns.addAll(part.columns()));
      if (where != null) {
        columns.addAll(where.columns());
      }
      return columns;
    }

    Index with(boolean isUnique) {
      return new Index(id, parts, isUnique, method, isUnique ? List.of() : include, where);
    }
  }
}
