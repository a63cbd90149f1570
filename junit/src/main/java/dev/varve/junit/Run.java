package dev.varve.junit;

import dev.varve.runtime.format.Engine;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** All databases of one run of tests. */
final class Run implements AutoCloseable {
  private record PoolKey(Content content, boolean reuse) {}

  private static final int MOST_KEPT = 10;
  private static final String MAKING = "making a template";

  private final Names names = Names.random();
  private final Options options;
  private final Map<Content, Template> templates = new ConcurrentHashMap<>();
  private final Map<PoolKey, DatabasePool> pools = new ConcurrentHashMap<>();
  private final Timing timing = new Timing();
  private final AtomicInteger kept = new AtomicInteger();
  private @Nullable Postgres postgres;

  Run(Options options) {
    this.options = options;
  }

  Timing timing() {
    return timing;
  }

  RandomSeed seed(Settings settings) {
    return options.seed(settings.seed());
  }

  /** Whether one more database may be kept: some show what is wrong, all might fill a disk. */
  boolean mayKeep() {
    return options.keepsFailed() && kept.incrementAndGet() <= MOST_KEPT;
  }

  /** The databases for tests with these settings. */
  DatabasePool pool(Settings settings) {
    PoolKey key = new PoolKey(Content.of(settings), settings.isolation() != Isolation.CLONE);
    return pools.computeIfAbsent(key, this::newPool);
  }

  private DatabasePool newPool(PoolKey key) {
    Template template = templates.computeIfAbsent(key.content(), this::template);
    return new DatabasePool(template, key.reuse());
  }

  private Template template(Content content) {
    try {
      return switch (content.engine()) {
        case SQLITE -> timing.measure(MAKING, () -> sqlite(content));
        case POSTGRESQL -> {
          Postgres server = postgres(content.files().loader());
          yield timing.measure(MAKING, () -> server.template(content));
        }
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

  /** A database without tables. */
  EmptyDatabase empty(Engine engine, ClassLoader loader) throws SQLException {
    return switch (engine) {
      case SQLITE -> {
        SqliteMemory database = SqliteMemory.empty(names);
        yield new EmptyDatabase(database.connections(), database::drop);
      }
      case POSTGRESQL -> postgres(loader).empty();
    };
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
