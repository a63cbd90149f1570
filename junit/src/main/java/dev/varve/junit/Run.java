package dev.varve.junit;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All databases of one run of tests. */
final class Run implements AutoCloseable {
  private final Names names = Names.random();
  private final Options options;
  private final Map<Content, Template> templates = new ConcurrentHashMap<>();
  private final Map<Settings, DatabasePool> pools = new ConcurrentHashMap<>();

  Run(Options options) {
    this.options = options;
  }

  Options options() {
    return options;
  }

  /** The databases for tests with these settings. */
  DatabasePool pool(Settings settings) {
    return pools.computeIfAbsent(settings, this::newPool);
  }

  private DatabasePool newPool(Settings settings) {
    Template template = templates.computeIfAbsent(Content.of(settings), this::template);
    return new DatabasePool(template, settings.isolation() != Isolation.CLONE);
  }

  private Template template(Content content) {
    try {
      return switch (content.engine()) {
        case SQLITE -> sqlite(content);
        case POSTGRESQL -> throw new UnsupportedOperationException();
      };
    } catch (SQLException e) {
      throw new TestDatabaseException(
          "the database \"" + content.files().name() + "\" can't be made: " + e.getMessage(), e);
    }
  }

  private Template sqlite(Content content) throws SQLException {
    SqliteMemory database = SqliteMemory.empty(names);
    content.fill(database.connections());
    database.connections().closeAll();
    return database;
  }

  @Override
  public void close() throws SQLException {
    for (DatabasePool pool : pools.values()) {
      pool.drop();
    }
    for (Template template : templates.values()) {
      template.drop();
    }
  }
}
