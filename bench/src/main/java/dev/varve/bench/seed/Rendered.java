package dev.varve.bench.seed;

import dev.varve.seed.load.LoadTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** All rows that a database holds, ready to be sent: nothing is left to make but the transfer. */
final class Rendered {
  private final Map<LoadTable, byte[]> texts = new LinkedHashMap<>();
  private final Map<LoadTable, List<Object[]>> values = new LinkedHashMap<>();

  private Rendered() {}

  /** COPY's text of each table. */
  static Rendered texts(Trial trial) throws Exception {
    Rendered rendered = new Rendered();
    try (Connection connection = trial.connect()) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (LoadTable table : ShopTables.ALL) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        copy.copyOut(
            "COPY (SELECT * FROM " + table.name().postgres() + " ORDER BY id) TO STDOUT", text);
        rendered.texts.put(table, text.toByteArray());
      }
    }
    return rendered;
  }

  /** The values to bind. */
  static Rendered values(Trial trial) throws Exception {
    Rendered rendered = new Rendered();
    try (Connection connection = trial.connect();
        Statement statement = connection.createStatement()) {
      for (LoadTable table : ShopTables.ALL) {
        List<Object[]> rows = new ArrayList<>();
        try (ResultSet result =
            statement.executeQuery("SELECT * FROM " + table.name().sqlite() + " ORDER BY id")) {
          while (result.next()) {
            Object[] row = new Object[table.columns().size()];
            for (int i = 0; i < row.length; i++) {
              row[i] = result.getObject(i + 1);
            }
            rows.add(row);
          }
        }
        rendered.values.put(table, rows);
      }
    }
    return rendered;
  }

  void copy(Connection connection) throws Exception {
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    for (Map.Entry<LoadTable, byte[]> each : texts.entrySet()) {
      String sql = "COPY " + each.getKey().name().postgres() + " FROM STDIN";
      copy.copyIn(sql, new ByteArrayInputStream(each.getValue()), 1 << 16);
    }
  }

  void batches(Connection connection) throws Exception {
    for (Map.Entry<LoadTable, List<Object[]>> each : values.entrySet()) {
      int width = each.getKey().columns().size();
      String sql =
          "INSERT INTO "
              + each.getKey().name().sqlite()
              + " VALUES (?"
              + ", ?".repeat(width - 1)
              + ")";
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        int batch = 0;
        for (Object[] row : each.getValue()) {
          for (int i = 0; i < width; i++) {
            statement.setObject(i + 1, row[i]);
          }
          statement.addBatch();
          if (++batch % 1_000 == 0) {
            statement.executeBatch();
          }
        }
        statement.executeBatch();
      }
    }
  }
}
