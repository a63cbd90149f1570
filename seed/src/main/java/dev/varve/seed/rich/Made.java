package dev.varve.seed.rich;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/** The keys of the rows that a plan has made, by table, in the order in which they were made. */
public final class Made {
  private final Map<PlanTable, KeyColumn[]> keys = new IdentityHashMap<>();

  void put(PlanTable table, KeyColumn[] columns) {
    keys.put(table, columns);
  }

  /** How many rows of a table there are. */
  public int count(PlanTable table) {
    KeyColumn[] columns = keys.get(table);
    return columns == null ? 0 : columns[table.key[0]].size();
  }

  /** The primary key of a row. */
  public Object[] key(PlanTable table, int row) {
    KeyColumn[] columns = Objects.requireNonNull(keys.get(table));
    Object[] key = new Object[table.key.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = columns[table.key[i]].at(row);
    }
    return key;
  }
}
