package dev.varve.schema.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.schema.Dialect;
import dev.varve.schema.plan.SqliteCases.Case;
import dev.varve.schema.sql.SchemaScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts do the same in SQLite's own shell, of whatever version, where keys are off. */
class SqliteShellTest {
  @TempDir Path directory;

  static List<Case> cases() {
    return SqliteCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leadsThereAndBack(Case change) throws Exception {
    assumeRuns("sqlite3");
    for (Migration migration :
        MigrationPlanner.plan(change.evolution(), Dialect.SQLITE, Versions.OLDEST)) {
      String script =
          SchemaScript.create(change.evolution().from(), Dialect.SQLITE)
              + change.rows()
              + ";\n"
              + text(migration.up())
              + ".nullvalue null\n"
              + change.query()
              + ";\n"
              + text(migration.down())
              + text(migration.up())
              + "PRAGMA foreign_key_check;\n";
      assertEquals(String.join("\n", change.after()) + '\n', run(script));
    }
  }

  private static String text(Script script) {
    StringBuilder text = new StringBuilder("BEGIN;\n");
    for (Statement statement : script.statements()) {
      text.append(statement.sql()).append(";\n");
    }
    return text.append("COMMIT;\n").toString();
  }

  private static void assumeRuns(String shell) {
    boolean present = false;
    for (String path : System.getenv("PATH").split(":")) {
      present |= Files.isExecutable(Path.of(path, shell));
    }
    assumeTrue(present, shell + " isn't installed");
  }

  private String run(String script) throws IOException, InterruptedException {
    Path input = Files.writeString(directory.resolve("script.sql"), script);
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder("sqlite3", "-bail", ":memory:")
            .redirectErrorStream(true)
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    String text = Files.readString(output);
    assertEquals(0, ended ? process.exitValue() : -1, text + script);
    return text;
  }
}
