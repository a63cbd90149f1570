package dev.varve.seed;

import dev.varve.seed.rich.Facts;
import dev.varve.seed.rich.PlanColumn;
import dev.varve.seed.rich.PlanTable;
import dev.varve.seed.rich.PlanUnique;
import dev.varve.seed.value.ValueType;
import dev.varve.seed.value.ValueType.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the database holds already.
 *
 * @param engine asks it
 */
record RichFacts(SeedEngine engine) implements Facts {
  private static final ValueType NUMBER = new ValueType(Kind.INT64);

  /**
   * So many values of a key are looked at; a key that is full of them has more than anybody needs.
   */
  private static final int MOST = 1_000_000;

  @Override
  public long rows(PlanTable table) throws SQLException {
    String identity = "0";
    for (PlanColumn column : table.columns()) {
      identity =
          column.identity()
              ? "coalesce(max(" + SeedEngine.quoted(column.name()) + "), 0)"
              : identity;
    }
    String sql = "SELECT count(*), " + identity + " FROM " + engine.table(table.name());
    List<@Nullable Object[]> found = engine.query(sql, List.of(), List.of(NUMBER, NUMBER));
    if (found.isEmpty()) {
      return 0;
    }
    Object count = Objects.requireNonNull(found.get(0)[0]);
    Object most = Objects.requireNonNull(found.get(0)[1]);
    return (Long) count == 0 ? 0 : Math.max((Long) count, (Long) most);
  }

  @Override
  public List<Object[]> values(PlanTable table, PlanUnique unique) throws SQLException {
    StringBuilder sql = new StringBuilder();
    StringBuilder where = new StringBuilder();
    List<ValueType> types = new ArrayList<>();
    for (int index : unique.columns()) {
      PlanColumn column = table.columns().get(index);
      String name = SeedEngine.quoted(column.name());
      sql.append(sql.length() == 0 ? "SELECT " : ", ").append(name);
      where.append(where.length() == 0 ? " WHERE " : " AND ").append(name).append(" IS NOT NULL");
      types.add(column.type());
    }
    sql.append(" FROM ").append(engine.table(table.name())).append(where);
    sql.append(" LIMIT ").append(MOST);
    List<Object[]> values = new ArrayList<>();
    for (@Nullable Object[] row : engine.query(sql.toString(), List.of(), types)) {
      Object[] whole = new Object[row.length];
      for (int i = 0; i < row.length; i++) {
        whole[i] = Objects.requireNonNull(row[i]);
      }
      values.add(whole);
    }
    return values;
  }
}
