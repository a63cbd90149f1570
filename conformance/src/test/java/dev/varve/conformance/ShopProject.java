package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A project whose records are written by a test and compiled as a user would. */
final class ShopProject {
  private static final String HEAD =
      "package shop;\nimport dev.varve.*;\nimport org.jspecify.annotations.Nullable;\n";

  private final Path root;

  ShopProject(Path root) {
    this.root = root;
  }

  /** Where {@code schema.sql} and the migrations are. */
  Path db() {
    return root.resolve("db");
  }

  /** Seals what the records say. */
  void seal(String name, String timestamp, String records) throws Exception {
    compile(records, "-Avarve.seal=" + name, "-Avarve.timestamp=" + timestamp);
  }

  /** Compiles records, which has to work. */
  void compile(String records, String... options) throws IOException, InterruptedException {
    Path source = Files.createDirectories(root.resolve("src/shop")).resolve("Shop.java");
    Files.writeString(source, HEAD + "interface Shop {\n" + records + "\n}\n");
    String classPath = System.getProperty("java.class.path");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                Files.createDirectories(root.resolve("classes")).toString(),
                "-cp",
                classPath,
                "-processorpath",
                classPath,
                "-Avarve.dir=" + db()));
    arguments.addAll(List.of(options));
    arguments.add(source.toString());
    Javac.Result result = Javac.current().compile(arguments);
    assertEquals(0, result.exitCode(), result.output());
  }
}
