package dev.varve.bench.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens the connection that a command needs, and does nothing with it. */
public final class OnlyOpens {
  private OnlyOpens() {}

  /**
   * Opens and closes it.
   *
   * @param arguments its JDBC URL
   */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      System.out.println(connection.getMetaData().getDatabaseProductName());
    }
  }
}
