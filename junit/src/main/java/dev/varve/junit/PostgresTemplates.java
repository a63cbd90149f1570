package dev.varve.junit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** Makes templates, once for all runs that want the same content. */
final class PostgresTemplates {
  /** What the names of templates begin with. */
  static final String PREFIX = Names.PREFIX + "template_";

  /** The first key of the lock that is held while a template is made. */
  private static final int BUILDS = 0x56525642;

  /** Changes when templates of an earlier release can't be used. */
  private static final String FORMAT = "1";

  private final PostgresServer server;
  private final Background background;

  PostgresTemplates(PostgresServer server, Background background) {
    this.server = server;
    this.background = background;
  }

  /** The template with this content, which another run may have made. */
  PostgresTemplate of(Content content) throws SQLException {
    String hash = hash(content);
    String name = PREFIX + hash;
    int key = HexFormat.fromHexDigits(hash, 0, 8);
    server.execute("SELECT pg_advisory_lock_shared(" + PostgresTemplate.USES + ", " + key + ')');
    if (!exists(name)) {
      server.execute("SELECT pg_advisory_lock(" + BUILDS + ", " + key + ')');
      try {
        if (!exists(name)) {
          build(content, name);
        }
      } finally {
        server.execute("SELECT pg_advisory_unlock(" + BUILDS + ", " + key + ')');
      }
    }
    return new PostgresTemplate(server, background, name, content.files());
  }

  private boolean exists(String name) throws SQLException {
    List<String> comments =
        server.texts(
            "SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE"
                + " datname = '"
                + name
                + '\'');
    if (!comments.isEmpty() && !comments.get(0).startsWith(PostgresServer.MARK)) {
      throw new TestDatabaseException(
          "the database " + name + " isn't a template that was made here: its comment is another");
    }
    return !comments.isEmpty();
  }

  /** It gets its name when all is done, so that what a killed run leaves is no template. */
  private void build(Content content, String name) throws SQLException {
    String database = server.create("template being made");
    ConnectionPool connections =
        new ConnectionPool(() -> server.connect(database, "ApplicationName=varve-test"));
    boolean filled = false;
    try {
      content.fill(connections);
      filled = true;
    } finally {
      connections.closeAll();
      if (!filled) {
        background.drop(database);
      }
    }
    String today = server.texts("SELECT current_date::text").get(0);
    server.comment(database, "template of " + today + " for " + content.files().name());
    server.execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
    server.execute("ALTER DATABASE " + database + " RENAME TO " + name);
  }

  /** A template is its owner's: no other role may copy it, and its tables are the owner's too. */
  private String hash(Content content) throws SQLException {
    String role = server.texts("SELECT current_user").get(0);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (FORMAT + '\n' + server.version() + '\n' + role + '\n').getBytes(StandardCharsets.UTF_8));
      digest.update(content.fingerprint().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
