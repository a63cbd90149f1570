package dev.varve.junit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A JDBC URL of PostgreSQL's driver, in parts.
 *
 * @param server what stands before the database's name
 * @param database the database's name, as it is written there; may be empty
 * @param parameters what stands behind it, with the question mark; may be empty
 */
record PostgresUrl(String server, String database, String parameters) {
  private static final Pattern FORM =
      Pattern.compile("(jdbc:postgresql:(?://[^/?]*/?|/)?)([^/?]*)(\\?.*)?");

  /**
   * The parts of a URL.
   *
   * @throws ExtensionConfigurationException if it's none of PostgreSQL's
   */
  static PostgresUrl parse(String url) {
    Matcher form = FORM.matcher(url);
    if (!form.matches()) {
      throw new ExtensionConfigurationException(
          Options.URL
              + " must be a JDBC URL as jdbc:postgresql://localhost:5432/postgres?user=me, and is "
              + masked(url));
    }
    String parameters = form.group(3);
    String server = form.group(1);
    boolean unfinished = server.contains("//") && !server.endsWith("/");
    return new PostgresUrl(
        unfinished ? server + '/' : server, form.group(2), parameters == null ? "" : parameters);
  }

  /** The same server's database of another name. */
  PostgresUrl with(String other) {
    return new PostgresUrl(server, other, parameters);
  }

  /** With one more parameter for the driver. */
  String plus(String parameter) {
    return text() + (parameters.isEmpty() ? '?' : '&') + parameter;
  }

  /** The URL for the driver. */
  String text() {
    return server + database + parameters;
  }

  /** The URL without its password. */
  @Override
  public String toString() {
    return masked(text());
  }

  /** A URL, or a message with one, without passwords. */
  static String masked(String url) {
    return url.replaceAll("([?&](?:password|sslpassword)=)[^&\\s]*", "$1***")
        .replaceAll("//[^/@]*@", "//***@");
  }
}
