package dev.varve.runtime;

import java.util.List;

/**
 * An index of a table by which its rows can be gone through in order.
 *
 * @param primary whether it is that of the primary key
 * @param columns what it is ordered by
 */
record OrderedIndex(boolean primary, List<Column> columns) {
  OrderedIndex {
    columns = List.copyOf(columns);
  }

  /**
   * A column of it.
   *
   * @param name its name; empty: it is an expression
   * @param required whether it is NOT NULL
   */
  record Column(String name, boolean required) {}

  /** Whether it begins with these columns. */
  boolean beginsWith(List<String> names) {
    if (names.size() > columns.size()) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      if (!columns.get(i).name().equals(names.get(i))) {
        return false;
      }
    }
    return true;
  }
}
