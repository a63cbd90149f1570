package dev.varve.junit;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** All databases of one run of tests. */
final class Run implements AutoCloseable {
  private static final int MOST_KEPT = 10;

  private final Names names = Names.random();
  private final Options options;
  private final Map<Content, Template> templates = new ConcurrentHashMap<>();
  private final Map<Settings, DatabasePool> pools = new ConcurrentHashMap<>();
  private final Timing timing = new Timing();
  private final AtomicInteger kept = new AtomicInteger();
  private @Nullable Postgres postgres;

  Run(Options options) {
    this.options = options;
  }

  Timing timing() {
    return timing;
  }

  /** Whether one more database may be kept: some show what is wrong, all might fill a disk. */
  boolean mayKeep() {
    return options.keepsFailed() && kept.incrementAndGet() <= MOST_KEPT;
  }

  /** The databases for tests with these settings. */
  DatabasePool pool(Settings settings) {
    return pools.computeIfAbsent(settings, this::newPool);
  }

  private DatabasePool newPool(Settings settings) {
    Template template =
        templates.computeIfAbsent(
            Content.of(settings),
            content -> timing.measure("making a template", () -> template(content)));
    return new DatabasePool(template, settings.isolation() != Isolation.CLONE);
  }

  private Template template(Content content) {
    try {
      return switch (content.engine()) {
        case SQLITE -> sqlite(content);
        case POSTGRESQL -> postgres(content.files().loader()).template(content);
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

  private synchronized Postgres postgres(ClassLoader loader) throws SQLException {
    Postgres running = postgres;
    if (running == null) {
      running = timing.measure("starting PostgreSQL", () -> Postgres.of(options, loader, names));
      postgres = running;
    }
    return running;
  }

  @Override
  public void close() throws SQLException {
    for (DatabasePool pool : pools.values()) {
      pool.drop();
    }
    for (Template template : templates.values()) {
      template.drop();
    }
    if (postgres != null) {
      postgres.close();
    }
    if (options.reportsTiming()) {
      System.err.print("@VarveTest took\n" + timing);
    }
  }
}
