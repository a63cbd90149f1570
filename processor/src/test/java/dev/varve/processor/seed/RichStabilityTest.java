package dev.varve.processor.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same plan gives the same rows: on each engine, and a release later. */
class RichStabilityTest {
  /** Columns that both engines store as the same text. */
  private static final List<String> COMMON =
      List.of(
          "SELECT id, name FROM tenants ORDER BY id",
          "SELECT id, tenant_id, sku, name, price FROM products ORDER BY id",
          "SELECT tenant_id, number, email, phone, home_street, home_city, home_zip, work_street"
              + " FROM customers ORDER BY tenant_id, number",
          "SELECT id, tenant_id, customer_number, ref, status, total, due FROM orders ORDER BY id",
          "SELECT id, order_id, product_id, quantity FROM lines ORDER BY id");

  /** What doesn't depend on the words that values are made of. */
  private static final List<String> STRUCTURE =
      List.of(
          "SELECT id, tenant_id FROM products ORDER BY id",
          "SELECT tenant_id, tier, count(*) FROM customers GROUP BY 1, 2 ORDER BY 1, 2",
          "SELECT id, tenant_id, status, total FROM orders ORDER BY id",
          "SELECT id, order_id, product_id, quantity FROM lines ORDER BY id");

  @TempDir static Path folder;

  private static List<List<String>> postgres;
  private static List<List<String>> sqlite;
  private static List<List<String>> later;
  private static List<List<String>> structure;

  @BeforeAll
  static void fill() throws Exception {
    CompiledSeeds rich = CompiledSeeds.of("rich", folder.resolve("rich"));
    CompiledSeeds richer = CompiledSeeds.of("richer", folder.resolve("richer"));
    postgres = read(fill(rich, "rich.KnownPlan", Dialect.POSTGRESQL), COMMON);
    DataSource source = fill(rich, "rich.KnownPlan", Dialect.SQLITE);
    sqlite = read(source, COMMON);
    structure = read(source, STRUCTURE);
    tiers = read(source, TIERS);
    source = fill(richer, "richer.KnownPlan", Dialect.SQLITE);
    later = read(source, COMMON);
    laterTiers = read(source, TIERS);
  }

  private static final List<String> TIERS = List.of("SELECT email, tier FROM customers ORDER BY 1");

  private static List<List<String>> tiers;
  private static List<List<String>> laterTiers;

  private static DataSource fill(CompiledSeeds compiled, String plan, Dialect dialect)
      throws Exception {
    DataSource source = TestDatabase.create(compiled.model().schema(), dialect, folder);
    compiled.loader().loadClass(plan).getMethod("fill", DataSource.class).invoke(null, source);
    return source;
  }

  private static List<List<String>> read(DataSource source, List<String> queries)
      throws SQLException {
    List<List<String>> all = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String query : queries) {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            StringBuilder row = new StringBuilder();
            for (int i = 1; i <= columns; i++) {
              row.append(rows.getString(i)).append('|');
            }
            found.add(row.toString());
          }
        }
        all.add(found);
      }
    }
    return all;
  }

  @Test
  @DisplayName("both engines hold the same rows")
  void engines() {
    assertEquals(postgres, sqlite);
  }

  @Test
  @DisplayName("a seed gives the same rows on every machine, in every version of Java")
  void golden() throws Exception {
    byte[] text = structure.toString().getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
    assertEquals(
        "229bf918dcdb3ab24283055c33135cc6e15ec137f53d740dab029e0314fd479e",
        HexFormat.of().formatHex(digest),
        structure.toString());
  }

  @Test
  @DisplayName("a column more, a table more and a draw more leave all other values as they were")
  void laterRelease() {
    assertEquals(sqlite, later);
  }

  @Test
  @DisplayName("a constant more takes its share of the rows, and leaves the others theirs")
  void constants() {
    int changed = 0;
    for (int i = 0; i < tiers.get(0).size(); i++) {
      if (!tiers.get(0).get(i).equals(laterTiers.get(0).get(i))) {
        changed++;
        assertTrue(laterTiers.get(0).get(i).endsWith("|TRIAL|"), laterTiers.get(0).get(i));
      }
    }
    assertTrue(changed > 5 && changed < 50, changed + " of 100");
  }
}
