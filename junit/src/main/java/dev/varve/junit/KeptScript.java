package dev.varve.junit;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL database as a script, which is there when its server no longer is: {@code
 * schema.sql}, all rows, and how far ids have got.
 *
 * <p>Rows come after those that they refer to. Where tables refer to each other, one statement
 * inserts into all of them: foreign keys are checked at its end.
 */
final class KeptScript {
  /** So many rows are inserted by one statement. */
  private static final int ROWS = 1_000;

  private static final String COUNTERS =
      "SELECT format('SELECT setval(%L, %s, true);', seqrelid::regclass,"
          + " pg_sequence_last_value(seqrelid)) FROM pg_sequence WHERE"
          + " pg_sequence_last_value(seqrelid) IS NOT NULL ORDER BY 1";

  private final Connection connection;
  private final Writer out;

  private KeptScript(Connection connection, Writer out) {
    this.connection = connection;
    this.out = out;
  }

  /**
   * Writes all that a database holds in tables of its schema.
   *
   * @param connection the only one that changes anything meanwhile
   * @param schema the text of {@code schema.sql}
   */
  static void write(Connection connection, String schema, Path file) throws SQLException {
    try {
      Files.createDirectories(file.getParent());
      try (Writer out = Files.newBufferedWriter(file)) {
        connection.setAutoCommit(false); // else the driver reads a table as a whole
        new KeptScript(connection, out).write(schema, file);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (IOException e) {
      throw new SQLException("can't write " + file, e);
    }
  }

  private void write(String schema, Path file) throws SQLException, IOException {
    out.write("-- Into an empty database: psql -v ON_ERROR_STOP=1 -f " + file.getFileName());
    out.write("\nSET client_encoding TO 'UTF8';\nBEGIN;\n\n" + schema.strip() + "\n\n");
    List<KeptTable> left = new ArrayList<>();
    for (KeptTable table : KeptTable.of(connection)) {
      if (table.isIn(schema)) {
        left.add(table);
      } else {
        out.write("-- Not in schema.sql, so its rows are left out: " + table.name() + "\n\n");
      }
    }
    writeParentsFirst(left);
    for (String counter : PostgresServer.texts(connection, COUNTERS)) {
      out.write(counter + '\n');
    }
    out.write("COMMIT;\n");
  }

  private void writeParentsFirst(List<KeptTable> left) throws SQLException, IOException {
    while (!left.isEmpty()) {
      List<KeptTable> next = new ArrayList<>(left);
      next.removeIf(table -> left.stream().anyMatch(table::waitsFor));
      if (next.isEmpty()) {
        writeAtOnce(left);
        return;
      }
      for (KeptTable table : next) {
        if (rows(table, "", table.isItsOwnParent() ? Long.MAX_VALUE : ROWS)) {
          out.write(";\n\n");
        }
      }
      left.removeAll(next);
    }
  }

  private void writeAtOnce(List<KeptTable> tables) throws SQLException, IOException {
    int count = 0;
    for (KeptTable table : tables) {
      String start = (count == 0 ? "WITH t" : ", t") + count + " AS (\n";
      if (rows(table, start, Long.MAX_VALUE)) {
        out.write(")\n");
        count++;
      }
    }
    out.write(count == 0 ? "" : "SELECT 1;\n\n");
  }

  /** Whether there were any. */
  private boolean rows(KeptTable table, String start, long most) throws SQLException, IOException {
    long count = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS);
      try (ResultSet rows = statement.executeQuery(table.query())) {
        while (rows.next()) {
          if (count % most == 0) {
            out.write(count == 0 ? start : ";\n\n");
            out.write(table.insert());
          } else {
            out.write(',');
          }
          out.write("\n  " + rows.getString(1));
          count++;
        }
      }
    }
    return count > 0;
  }
}
