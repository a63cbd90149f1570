package dev.varve.processor.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.Dialect;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How much memory many rows take: no more than few. With {@code -Dvarve.rich.rows=10000000
 * -Dvarve.rich.heap=256m} it takes some minutes and says the same of ten million.
 */
class RichMemoryTest {
  private static final int ROWS = Integer.getInteger("varve.rich.rows", 300_000);
  private static final String HEAP = System.getProperty("varve.rich.heap", "64m");

  @TempDir static Path folder;

  @ParameterizedTest
  @EnumSource
  @DisplayName("many rows need no more memory than few")
  void manyRows(Dialect dialect) throws Exception {
    Path classes = folder.resolve(dialect.directory());
    CompiledSeeds compiled = CompiledSeeds.of("rich", classes);
    DataSource source = TestDatabase.create(compiled.model().schema(), dialect, folder);
    String url;
    try (Connection connection = source.getConnection()) {
      url = connection.getMetaData().getURL();
    }
    if (dialect == Dialect.POSTGRESQL) {
      url += (url.contains("?") ? "&" : "?") + "user=postgres";
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + classes,
                "rich.FillMany",
                url,
                Integer.toString(ROWS))
            .redirectErrorStream(true)
            .start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    long rows = 0;
    for (String table : List.of("customers", "orders", "lines")) {
      rows += count(source, table);
    }
    assertTrue(rows > 0.85 * ROWS, rows + " rows");
  }

  private static long count(DataSource source, String table) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
