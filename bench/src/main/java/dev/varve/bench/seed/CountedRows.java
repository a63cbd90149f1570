package dev.varve.bench.seed;

import dev.varve.seed.load.LoadTable;
import dev.varve.seed.load.Loader;
import dev.varve.seed.load.RowSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Rows that cost next to nothing to make, through Varve's loader: what encoding and sending take.
 */
record CountedRows(Sizes sizes) {
  private static final Instant START = Instant.parse("2025-01-01T00:00:00.123456Z");

  void load(Connection connection) throws Exception {
    Loader loader = Loader.of(connection);
    int[] counts = sizes.all();
    for (int i = 0; i < counts.length; i++) {
      LoadTable table = ShopTables.ALL.get(i);
      loader.load(table, source(i, counts[i]));
    }
  }

  RowSource source(int table, int count) {
    int[] at = {0};
    return cells -> {
      if (at[0] == count) {
        return false;
      }
      row(table, ++at[0], cells);
      return true;
    };
  }

  private void row(int table, int i, @Nullable Object[] cells) {
    cells[0] = (long) i;
    switch (table) {
      case 0 -> cells[1] = "Category " + i;
      case 1 -> {
        cells[1] = 1L + i % sizes.categories();
        cells[2] = "sku-" + i;
        cells[3] = "A product of some name " + i;
        cells[4] = BigDecimal.valueOf(i % 100_000, 2);
      }
      case 2 -> {
        cells[1] = "person" + i + "@example.com";
        cells[2] = "Some Name " + i;
        cells[3] = "FREE";
        cells[4] = (long) (i % 100);
        cells[5] = START.plusSeconds(i);
      }
      case 3 -> {
        cells[1] = 1L + i % sizes.customers();
        cells[2] = "ref-" + i;
        cells[3] = BigDecimal.valueOf(i % 100_000, 2);
        cells[4] = "OPEN";
        cells[5] = START.plusSeconds(i);
      }
      case 4 -> {
        cells[1] = 1L + i % sizes.orders();
        cells[2] = 1L + i % sizes.products();
        cells[3] = 1L + i % 99;
        cells[4] = BigDecimal.valueOf(i % 100_000, 2);
      }
      default -> {
        cells[1] = 1L + i % sizes.customers();
        cells[2] = 1L + i % sizes.products();
        cells[3] = 1L + i % 5;
        cells[4] = "Some words about the product, of which there are a few, " + i;
        cells[5] = LocalDate.ofEpochDay(20_000 + i % 365);
      }
    }
  }
}
