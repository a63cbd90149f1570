package dev.varve.junit;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL of a run, which is only looked for when a test wants it. */
final class Postgres implements AutoCloseable {
  private final PostgresServer server;
  private final Background background;
  private final PostgresTemplates templates;
  private final @Nullable EmbeddedServer embedded;

  private Postgres(PostgresServer server, @Nullable EmbeddedServer embedded) {
    this.server = server;
    this.background = new Background(server);
    this.templates = new PostgresTemplates(server, background);
    this.embedded = embedded;
  }

  /** The server that the options name, else an embedded one. */
  static Postgres of(Options options, ClassLoader loader, Names names) throws SQLException {
    Optional<String> url = options.get(Options.URL);
    EmbeddedServer embedded = url.isPresent() ? null : EmbeddedServer.start(loader);
    PostgresUrl place = embedded == null ? PostgresUrl.parse(url.orElseThrow()) : embedded.url();
    Postgres postgres = new Postgres(PostgresServer.at(place, names, embedded == null), embedded);
    if (embedded == null) {
      postgres.background.remove(
          session -> {
            Leftovers.drop(session);
            return true;
          });
    }
    return postgres;
  }

  Template template(Content content) throws SQLException {
    return templates.of(content);
  }

  /** A database without tables. */
  EmptyDatabase empty() throws SQLException {
    String name = server.create("empty, for checks of migrations");
    ConnectionPool connections =
        new ConnectionPool(() -> server.connect(name, "ApplicationName=varve-test"));
    return new EmptyDatabase(connections, () -> background.drop(name));
  }

  @Override
  public void close() throws SQLException {
    background.close();
    server.close();
    if (embedded != null) {
      embedded.stop();
    }
  }
}
