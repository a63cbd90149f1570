package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.schema.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts run unchanged, twice in a row, in the engines' own shells. */
class ShellTest {
  @TempDir Path directory;

  @Test
  void psqlRunsThemTwice() throws Exception {
    assumeRuns("psql");
    String database = Databases.newPostgres();
    List<String> psql =
        List.of(
            "psql",
            "-X",
            "-q",
            "-v",
            "ON_ERROR_STOP=1",
            "-h",
            "localhost",
            "-U",
            "postgres",
            "-p",
            String.valueOf(Databases.postgresPort()),
            "-d",
            database,
            "-f");
    for (String script : twice("postgresql")) {
      run(with(psql, GoldenFile.path(script).toString()));
    }
    Databases.dropPostgres(database);
  }

  @Test
  void sqlite3RunsThemTwice() throws Exception {
    assumeRuns("sqlite3");
    String database = directory.resolve("test.db").toString();
    for (String script : twice("sqlite")) {
      run(List.of("sqlite3", "-bail", database, ".read " + GoldenFile.path(script)));
    }
  }

  /** JSON functions say other things of null before SQLite 3.42. */
  @Test
  void sqlite3TakesNullWhereAColumnMayBeNull() throws Exception {
    assumeRuns("sqlite3");
    String insert =
        "INSERT INTO everything (id, int16) VALUES ('a', 4);"
            + " SELECT half, document, days, length(token) FROM everything";
    String create = ".read " + GoldenFile.path("sql/sqlite.create.sql");
    assertEquals("2|{}|[]|32\n", run(List.of("sqlite3", "-bail", ":memory:", create, insert)));
  }

  private static List<String> twice(String dialect) {
    String create = "sql/" + dialect + ".create.sql";
    String drop = "sql/" + dialect + ".drop.sql";
    return List.of(create, create, drop, drop, create);
  }

  private static List<String> with(List<String> command, String argument) {
    List<String> whole = new ArrayList<>(command);
    whole.add(argument);
    return whole;
  }

  private static void assumeRuns(String shell) {
    boolean present = false;
    for (String path : System.getenv("PATH").split(":")) {
      present |= Files.isExecutable(Path.of(path, shell));
    }
    assumeTrue(present, shell + " isn't installed");
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    String text = Files.readString(output);
    assertEquals(
        0, ended ? process.exitValue() : -1, () -> String.join(" ", command) + '\n' + text);
    return text;
  }
}
