package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The example's records, compiled by a javac of our own into a directory of our own. */
final class ExampleStore {
  private ExampleStore() {}

  /** Compiles the records and returns the {@code db} directory that they give. */
  static Path compile(Path directory) throws IOException, InterruptedException {
    Path db = directory.resolve("db");
    String classPath = System.getProperty("java.class.path");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                Files.createDirectories(directory.resolve("classes")).toString(),
                "-cp",
                classPath,
                "-processorpath",
                classPath,
                "-Avarve.dir=" + db,
                "--release",
                "17"));
    arguments.addAll(
        Javac.sources(Project.ROOT.resolve("example-app/src/main/java/dev/varve/example/store")));
    Javac.Result result = Javac.current().compile(arguments);
    assertEquals(0, result.exitCode(), result.output());
    return db;
  }
}
