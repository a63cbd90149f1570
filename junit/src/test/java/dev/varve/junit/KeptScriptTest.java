package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.junit.shop.Country;
import dev.varve.junit.shop.Customer;
import dev.varve.junit.shop.ShopSeed;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.SqlStatement;
import dev.varve.runtime.format.StatementSplitter;
import dev.varve.testing.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The script that is left of a failed test whose server ends with the tests. */
class KeptScriptTest {
  private static final Pattern SCRIPT = Pattern.compile("script for psql: (\\S+\\.sql)");
  private static final Map<String, List<String>> ROWS = new TreeMap<>();
  private static String said = "";

  @VarveTest(database = Engine.POSTGRESQL, seed = 7)
  static class Sample {
    @Test
    void fails(ShopSeed seed, DataSource database) throws SQLException {
      seed.add(new Country("it's", "\\ \"two\"\nlines; ähm 😀 $$ -- ?"));
      Customer first = seed.customer();
      seed.customers(2_100, c -> c.broughtBy(first));
      seed.purchase(p -> p.customer(first));
      Rows.execute(
          database,
          "UPDATE customers SET brought_by_id = id + 1 WHERE id = " + first.id(),
          "WITH t AS (INSERT INTO teams (id, name, lead_id) VALUES (5, 'five', 6))"
              + " INSERT INTO members (id, name, team_id) VALUES (6, 'six', 5)",
          "DELETE FROM purchases",
          "CREATE TABLE made_by_the_test (id integer)");
      ROWS.putAll(rows(database));
      fail("as it should");
    }
  }

  @BeforeAll
  static void failOnAnEmbeddedServer() {
    Throwable failure = Launch.failure(Launch.of(Sample.class, "varve.test.url", ""));
    assertEquals("as it should", failure.getMessage());
    said = failure.getSuppressed()[0].toString();
  }

  @Test
  void itBringsAllRowsBack() throws Exception {
    DataSource database = PostgresServer.database(PostgresServer.create());
    String script = Files.readString(script());
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (SqlStatement each : StatementSplitter.split(script, Engine.POSTGRESQL)) {
        statement.execute(each.text());
      }
    }
    assertEquals(ROWS, rows(database));
    assertEquals(2_101, ROWS.get("customers").size());
    assertTrue(script.contains("its rows are left out: public.made_by_the_test"), said);
    ShopSeed seed = ShopSeed.of(database);
    assertEquals(2_102, seed.customer(c -> c.email("next@shop.test")).id());
    assertEquals(2, seed.purchase().id(), "the first one was deleted, and its id isn't used again");
  }

  @Test
  void psqlLoadsIt() throws Exception {
    Path psql = Path.of("/usr/bin/psql");
    assumeTrue(Files.isExecutable(psql), "there is no psql");
    String name = PostgresServer.create();
    Process process =
        new ProcessBuilder(
                psql.toString(),
                "-qX",
                "-v",
                "ON_ERROR_STOP=1",
                "-o/dev/null",
                "-h127.0.0.1",
                "-p" + PostgresServer.port(),
                "-Upostgres",
                "-d" + name,
                "-f" + script())
            .redirectErrorStream(true)
            .start();
    String answer = new String(process.getInputStream().readAllBytes());
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "psql doesn't end");
    assertEquals(0, process.exitValue(), answer);
    assertEquals(ROWS, rows(PostgresServer.database(name)));
  }

  private static Path script() {
    Matcher matcher = SCRIPT.matcher(said);
    assertTrue(matcher.find(), said);
    return Path.of(matcher.group(1));
  }

  private static Map<String, List<String>> rows(DataSource database) throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : Rows.TABLES) {
        List<String> texts = new ArrayList<>();
        try (ResultSet all =
            statement.executeQuery("SELECT t::text FROM " + table + " t ORDER BY 1")) {
          while (all.next()) {
            texts.add(all.getString(1));
          }
        }
        rows.put(table, texts);
      }
    }
    return rows;
  }
}
