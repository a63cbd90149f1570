package dev.varve.cli;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Takes URLs of PostgreSQL apart: the JDBC driver's, and those of libpq and of hosting services (<a
 * href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">Connection
 * URIs</a>), which the driver doesn't understand.
 */
final class PostgresUrl {
  /** What libpq calls otherwise than the driver. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "connect_timeout", "connectTimeout");

  private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\[\\]:]+)(:\\d+)?");

  private PostgresUrl() {}

  /** {@code jdbc:postgresql://host/database?user=me&password=…}. */
  static DatabaseUrl ofJdbc(String url) {
    int query = url.indexOf('?');
    String address = query < 0 ? url : url.substring(0, query);
    if (address.contains("@")) {
      throw CommandException.usage(
          "a JDBC URL has no user and password before the host; write ?user=me&password=... at its"
              + " end, or begin it with postgres://");
    }
    Map<String, String> properties = new TreeMap<>();
    addParameters(query < 0 ? "" : url.substring(query + 1), properties);
    return new DatabaseUrl(address, named(properties));
  }

  /**
   * {@code postgres://user:password@host:port/database?sslmode=require}.
   *
   * @param rest what follows {@code ://}
   */
  static DatabaseUrl ofUri(String rest) {
    int query = rest.indexOf('?');
    String address = query < 0 ? rest : rest.substring(0, query);
    int slash = address.indexOf('/');
    String authority = slash < 0 ? address : address.substring(0, slash);
    String database = slash < 0 ? "" : decoded(address.substring(slash + 1));
    int at = authority.lastIndexOf('@');
    Map<String, String> properties = new TreeMap<>();
    if (at >= 0) {
      addUser(authority.substring(0, at), properties);
    }
    addParameters(query < 0 ? "" : plusesKept(rest.substring(query + 1)), properties);
    String name = URLEncoder.encode(database, StandardCharsets.UTF_8);
    return new DatabaseUrl(
        "jdbc:postgresql://" + hosts(authority.substring(at + 1)) + '/' + name, named(properties));
  }

  private static void addUser(String userInfo, Map<String, String> properties) {
    int colon = userInfo.indexOf(':');
    properties.put("user", decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)));
    if (colon >= 0) {
      properties.put("password", decoded(userInfo.substring(colon + 1)));
    }
  }

  private static String hosts(String hosts) {
    if (hosts.isEmpty()) {
      return "localhost";
    }
    for (String host : hosts.split(",", -1)) {
      if (!HOST.matcher(host).matches()) {
        throw CommandException.usage(
            "the database URL has no host, or a host with a port that is no number; if the user or"
                + " the password contains / ? # : @ or %, write %2F %3F %23 %3A %40 %25 instead");
      }
    }
    return hosts;
  }

  private static void addParameters(String query, Map<String, String> properties) {
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        String name = parameter.substring(0, equals);
        properties.put(
            DRIVER_NAMES.getOrDefault(name, name), plusDecoded(parameter.substring(equals + 1)));
      } else if (!parameter.isEmpty()) {
        throw CommandException.usage("a parameter of the database URL isn't written name=value");
      }
    }
    if (properties.containsKey("host")) {
      throw CommandException.usage(
          "the parameter host isn't understood: the driver knows no sockets of the file system;"
              + " write the host's name before the database");
    }
  }

  /** The lock's holder is shown to others by this name. */
  private static Map<String, String> named(Map<String, String> properties) {
    properties.putIfAbsent("ApplicationName", "varve");
    return properties;
  }

  /** In URIs, unlike in forms, a plus sign is no blank. */
  private static String decoded(String text) {
    return plusDecoded(plusesKept(text));
  }

  private static String plusesKept(String text) {
    return text.replace("+", "%2B");
  }

  private static String plusDecoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notShown) {
      throw CommandException.usage(
          "the database URL has a % that isn't followed by two hexadecimal digits; for the sign"
              + " itself write %25");
    }
  }
}
