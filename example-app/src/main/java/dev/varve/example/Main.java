package dev.varve.example;

import dev.varve.example.store.StoreSeed;
import dev.varve.runtime.Migrator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the store's database by its migrations, fills it and asks it three questions. */
public final class Main {
  /** The example's own folder, wherever it was started from. */
  private static final Path HOME = Path.of(System.getProperty("store.home", "")).toAbsolutePath();

  private final PrintStream out;

  private Main(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the example.
   *
   * @param args nothing for a new SQLite file in {@code target}, or {@code --url} and a JDBC URL
   */
  public static void main(String[] args) throws SQLException, IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length == 2 && args[0].equals("--url")) {
      new Main(out).run(args[1]);
    } else if (args.length == 0) {
      Path file = HOME.resolve("target").resolve("store.db");
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      new Main(out).run("jdbc:sqlite:" + file);
    } else {
      out.println("usage: [--url jdbc:postgresql://host/database?user=... | jdbc:sqlite:file]");
      System.exit(2);
    }
  }

  private void run(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      out.println(Migrator.of(connection).allowDrafts().up());
      if (isEmpty(connection)) {
        new DemoData(StoreSeed.of(connection)).insert();
      }
      for (Question question : Question.ALL) {
        out.println();
        out.println(question.text());
        out.print(question.answer(connection));
      }
    }
    out.println();
    out.println("database    " + url.replaceFirst("([?&]password=)[^&]*", "$1***"));
    out.println("records     " + HOME.resolve("src/main/java/dev/varve/example/store"));
    out.println("schema      " + HOME.resolve("db/{postgresql,sqlite}/schema.sql"));
    out.println("migrations  " + HOME.resolve("db/{postgresql,sqlite}/migrations"));
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM artist")) {
      rows.next();
      return rows.getLong(1) == 0;
    }
  }
}
