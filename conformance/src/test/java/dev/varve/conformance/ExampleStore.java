package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The example's records and what is committed beside them. */
final class ExampleStore {
  /** The committed directory: nobody but a compiler of the example writes it. */
  static final Path DB = Project.ROOT.resolve("example-app/db");

  private ExampleStore() {}

  /**
   * Compiles the records by a javac of our own, which changes nothing and fails if anything isn't
   * sealed.
   *
   * @param classes where the classes go
   */
  static void check(Path classes) throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                classes.toString(),
                "-cp",
                classPath,
                "-processorpath",
                classPath,
                "-Avarve.dir=" + DB,
                "-Avarve.mode=check",
                "--release",
                "17"));
    arguments.addAll(
        Javac.sources(Project.ROOT.resolve("example-app/src/main/java/dev/varve/example/store")));
    Javac.Result result = Javac.current().compile(arguments);
    assertEquals(0, result.exitCode(), result.output());
  }
}
