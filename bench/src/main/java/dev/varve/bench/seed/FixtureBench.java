package dev.varve.bench.seed;

import dev.varve.bench.seed.shop.ShopSeed;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.dbunit.database.DatabaseConfig;
import org.dbunit.database.DatabaseConnection;
import org.dbunit.dataset.IDataSet;
import org.dbunit.dataset.xml.FlatXmlDataSetBuilder;
import org.dbunit.operation.DatabaseOperation;

/** A review, with the customer and the product that it needs: three rows, one call. */
final class FixtureBench {
  private static final int TIMES = 2_000;

  private final Trial trial;
  private int next = 1_000_000;

  FixtureBench(Trial trial) {
    this.trial = trial;
  }

  /** What is measured; its connection commits by itself, as a test's does. */
  private interface Call {
    void run() throws Exception;
  }

  void run() throws Exception {
    try (Connection connection = trial.connect()) {
      ShopSeed seed = ShopSeed.of(connection);
      Map<String, Call> calls = new LinkedHashMap<>();
      calls.put("Varve, seed.review()", seed::review);
      calls.put("Varve, seed.category()", seed::category);
      calls.put("JDBC by hand, three INSERTs", () -> byHand(connection));
      calls.put("DbUnit, INSERT of a flat XML data set", () -> dbUnit(connection));
      calls.put("a statement that does nothing", () -> Trial.run(connection, "SELECT 1"));
      System.out.printf(
          Locale.ROOT,
          "%n%s, one review with two parents%n",
          trial.isSqlite() ? "SQLite" : "PostgreSQL");
      for (Map.Entry<String, Call> each : calls.entrySet()) {
        measure(each.getValue(), TIMES);
      }
      for (Map.Entry<String, Call> each : calls.entrySet()) {
        double[] times = measure(each.getValue(), TIMES);
        System.out.printf(
            Locale.ROOT,
            "  %-40s %8.3f ms   (of 100: 10th %.3f, 90th %.3f)%n",
            each.getKey(),
            times[TIMES / 2],
            times[TIMES / 10],
            times[TIMES * 9 / 10]);
      }
    }
  }

  private static double[] measure(Call call, int times) throws Exception {
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      call.run();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }

  private void byHand(Connection connection) throws Exception {
    connection.setAutoCommit(false);
    int i = next++;
    long product =
        insert(
            connection,
            "INSERT INTO products (sku, name, price) VALUES ('h" + i + "', 'x', %s) RETURNING id");
    long customer =
        insert(
            connection,
            "INSERT INTO customers (email, name, tier, discount, joined_at) VALUES ('h"
                + i
                + "', 'x', 'FREE', 1, '2026-01-01T00:00:00.000000Z') RETURNING id");
    insert(
        connection,
        "INSERT INTO reviews (customer_id, product_id, stars, text, written_on) VALUES ("
            + customer
            + ", "
            + product
            + ", 1, 'x', '2026-01-01') RETURNING id");
    connection.commit();
    connection.setAutoCommit(true);
  }

  private long insert(Connection connection, String sql) throws Exception {
    String price = trial.isSqlite() ? "'1.00'" : "1.00";
    try (PreparedStatement statement = connection.prepareStatement(sql.replace("%s", price));
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  private void dbUnit(Connection connection) throws Exception {
    String xml =
        """
        <dataset>
          <products id="%1$d" sku="d%1$d" name="x" price="1.00"/>
          <customers id="%1$d" email="d%1$d" name="x" tier="FREE" discount="1"
              joined_at="2026-01-01 00:00:00"/>
          <reviews id="%1$d" customer_id="%1$d" product_id="%1$d" stars="1" text="x"
              written_on="2026-01-01"/>
        </dataset>
        """
            .formatted(-next++); // no counter gets there
    IDataSet rows = new FlatXmlDataSetBuilder().build(new StringReader(xml));
    connection.setAutoCommit(false);
    DatabaseConnection database = new DatabaseConnection(connection);
    database.getConfig().setProperty(DatabaseConfig.FEATURE_ALLOW_EMPTY_FIELDS, true);
    DatabaseOperation.INSERT.execute(database, rows);
    connection.commit();
    connection.setAutoCommit(true);
  }
}
