package dev.varve.seed.load;

import java.util.Iterator;
import java.util.List;

/** Rows to load. */
final class Sources {
  private Sources() {}

  static RowSource of(List<Object[]> rows) {
    Iterator<Object[]> each = rows.iterator();
    return cells -> {
      if (!each.hasNext()) {
        return false;
      }
      Object[] row = each.next();
      System.arraycopy(row, 0, cells, 0, row.length);
      return true;
    };
  }
}
