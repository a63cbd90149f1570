package dev.varve.conformance.laws;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.plan.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;

/** A database of the laws, which is emptied for each pair. */
abstract class Engine implements AutoCloseable {
  final Dialect dialect;
  final Connection connection;

  Engine(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
  }

  /** Removes all that is there. */
  abstract void clear() throws SQLException;

  /** Runs statements with foreign keys unchecked, and makes sure that all hold in the end. */
  abstract void insert(List<String> statements) throws SQLException;

  /** Makes sure that statements run with foreign keys unchecked, and takes them back. */
  abstract void tryOut(List<String> statements) throws SQLException;

  /** What the database holds, in queries that know nothing of Varve: one line for each fact. */
  abstract SortedSet<String> facts() throws SQLException;

  /** Runs a script whose statements share a transaction. */
  abstract void runTransaction(Script script) throws SQLException;

  /**
   * Runs a script statement by statement, as the applier does.
   *
   * @param interruptions where statements run twice or not at once; null: none do
   */
  final void run(Script script, Random interruptions) throws SQLException {
    if (script.irreversible().isPresent()) {
      throw new IllegalStateException("irreversible: " + script.irreversible().get());
    }
    if (script.transactional()) {
      runTransaction(script);
      return;
    }
    List<String> statements = script.statements().stream().map(one -> one.sql()).toList();
    int stop =
        interruptions == null || statements.isEmpty()
            ? -1
            : interruptions.nextInt(statements.size());
    boolean twice = interruptions != null && interruptions.nextBoolean();
    for (int i = 0; i < statements.size(); i++) {
      execute(statements.get(i));
      if (twice || i == stop) {
        repeat(statements.get(i));
      }
    }
  }

  /** Runs a statement again that has run already, as after an applier that died. */
  void repeat(String sql) throws SQLException {
    execute(sql);
  }

  final void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\nin: " + sql, e.getSQLState(), e.getErrorCode(), e);
    }
  }

  final void executeAll(List<String> statements) throws SQLException {
    for (String statement : statements) {
      execute(statement);
    }
  }

  /** Makes a schema by its script. */
  abstract void create(Schema schema) throws SQLException;

  /** All rows of a query. */
  final List<List<String>> query(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>(width);
        for (int i = 1; i <= width; i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\nin: " + sql, e.getSQLState(), e.getErrorCode(), e);
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
