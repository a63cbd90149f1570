package dev.varve.conformance.seeds;

import dev.varve.conformance.Databases;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database with a random schema.
 *
 * @param connection a connection to it
 * @param sqlite whether it is SQLite's; else PostgreSQL's
 */
record SeededDatabase(Connection connection, boolean sqlite) implements AutoCloseable {
  /** A new one. */
  static SeededDatabase of(CompiledSchema schema, boolean sqlite) throws SQLException, IOException {
    SeededDatabase database =
        new SeededDatabase(sqlite ? Databases.sqlite() : Databases.postgresql(), sqlite);
    String script = schema.script(sqlite ? "sqlite" : "postgresql");
    try (Statement statement = database.connection.createStatement()) {
      statement.executeUpdate(script);
      statement.executeUpdate(script);
    }
    return database;
  }

  /** Rows of a query, as text. */
  List<List<String>> query(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  long count(EntitySketch entity) throws SQLException {
    String sql = "SELECT count(*) FROM " + entity.quotedTable(sqlite);
    return Long.parseLong(query(sql).get(0).get(0));
  }

  /** Whether the engine itself finds no row that breaks anything. */
  void mustBeSound() throws SQLException {
    if (sqlite) {
      expect(List.of(), query("PRAGMA foreign_key_check"));
      expect(List.of(List.of("ok")), query("PRAGMA integrity_check"));
    }
  }

  private static void expect(List<List<String>> expected, List<List<String>> found) {
    if (!found.equals(expected)) {
      throw new AssertionError("the database isn't sound: " + found);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
