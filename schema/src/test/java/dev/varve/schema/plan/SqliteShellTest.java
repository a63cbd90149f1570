package dev.varve.schema.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnTypes;
import dev.varve.schema.Dialect;
import dev.varve.schema.change.Evolution;
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
import org.junit.jupiter.params.provider.ValueSource;

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

  /** What older versions make of dates and numbers isn't always what newer ones do. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text date",
        "text date_time",
        "text instant",
        "text time",
        "text uuid",
        "text float64",
        "text int64",
        "text boolean",
        "float64 text",
        "float64 decimal",
        "decimal int64"
      })
  void convertsOrFails(String types) throws Exception {
    assumeRuns("sqlite3");
    String[] both = types.split(" ");
    ColumnType from = ColumnTypes.read(both[0]);
    ColumnType to = ColumnTypes.read(both[1]);
    Evolution evolution =
        new EvolutionBuilder()
            .from(TableBuilder.table("t").column("v", both[0] + '?'))
            .to(TableBuilder.table("t").column("v", both[1] + '?'))
            .build();
    Script up = MigrationPlanner.plan(evolution, Dialect.SQLITE, Versions.OLDEST).get(0).up();
    String create = SchemaScript.create(evolution.from(), Dialect.SQLITE);
    for (String sample : StoredValues.samples(from)) {
      String insert = "INSERT INTO t (v) VALUES (" + sample + ");\n";
      Path output = start(create + insert + text(up) + "SELECT v FROM t;\n");
      boolean failed = Files.readString(output).contains("rror");
      assertEquals(
          StoredValues.converted(sample, from, to).isEmpty(),
          failed,
          sample + ' ' + types + ' ' + Files.readString(output));
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
    String text = Files.readString(start(script));
    assertFalse(text.contains("rror"), text + script);
    return text;
  }

  /** Runs a script to its end or first error; the file holds what is said. */
  private Path start(String script) throws IOException, InterruptedException {
    Path input = Files.writeString(directory.resolve("script.sql"), script);
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder("sqlite3", "-bail", ":memory:")
            .redirectErrorStream(true)
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), script);
    assertEquals(process.exitValue() != 0, Files.readString(output).contains("rror"));
    return output;
  }
}
