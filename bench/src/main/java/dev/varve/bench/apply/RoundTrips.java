package dev.varve.bench.apply;

import dev.varve.runtime.format.Engine;
import dev.varve.testing.PostgresServer;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;

/** Counts how often work turns to a database. */
final class RoundTrips {
  private RoundTrips() {}

  /** Work with a database. */
  @FunctionalInterface
  interface Work {
    void with(DataSource source) throws IOException, SQLException, LiquibaseException;
  }

  /**
   * What it took, in words: round trips of PostgreSQL's protocol, as they pass through a proxy, or
   * statements of JDBC that are run on SQLite.
   */
  static String count(TrialDatabase database, Work work)
      throws IOException, SQLException, LiquibaseException {
    if (database.engine() == Engine.SQLITE) {
      CountedStatements counted = new CountedStatements();
      work.with(counted.of(database.source()));
      return counted.toString();
    }
    try (CountingProxy proxy = CountingProxy.to(PostgresServer.port())) {
      work.with(database.source(proxy.port()));
      return proxy.toString();
    }
  }
}
