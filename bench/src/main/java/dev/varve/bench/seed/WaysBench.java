package dev.varve.bench.seed;

import dev.varve.seed.load.LoadTable;
import dev.varve.seed.load.Loader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Locale;

/** COPY and INSERT of many rows, which is for drivers that can't be reached, at several sizes. */
final class WaysBench {
  private static final int[] SIZES = {1, 20, 1_000, 100_000};

  void run() throws Exception {
    Trial trial = Trial.create(false);
    System.out.printf(Locale.ROOT, "%nPostgreSQL, customers by their number, milliseconds%n");
    for (int size : SIZES) {
      int times = Math.max(5, Math.min(1_000, 100_000 / size));
      double[][] millis = new double[2][times];
      try (Connection connection = trial.connect()) {
        connection.setAutoCommit(false);
        Loader[] loaders = {Loader.of(connection), Loader.of(hidden(connection))};
        for (int i = -times / 5 - 1; i < times; i++) {
          for (int way = 0; way < loaders.length; way++) {
            long start = System.nanoTime();
            loaders[way].load(customers(), new CountedRows(new Sizes(1)).source(2, size));
            long taken = System.nanoTime() - start;
            connection.rollback();
            if (i >= 0) {
              millis[way][i] = taken / 1e6;
            }
          }
        }
      }
      Arrays.stream(millis).forEach(Arrays::sort);
      System.out.printf(
          Locale.ROOT,
          "  %,8d rows: COPY %9.3f, INSERT of many rows %9.3f%n",
          size,
          millis[0][times / 2],
          millis[1][times / 2]);
    }
  }

  private static LoadTable customers() {
    return ShopTables.ALL.get(2);
  }

  private static Connection hidden(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            WaysBench.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("isWrapperFor")) {
                return false;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
