package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.testing.Tree;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiler of every JDK beside this one, run as a command, with the processor on its path. */
final class ToolchainTest {
  @TempDir Path root;
  private JavaProject shop;

  static List<Path> compilers() throws IOException {
    Path here = Path.of(System.getProperty("java.home"));
    try (Stream<Path> beside = Files.list(here.toRealPath().getParent())) {
      return Stream.concat(Stream.of(here), beside)
          .map(jdk -> jdk.resolve("bin/javac"))
          .filter(Files::isExecutable)
          .map(ToolchainTest::real)
          .distinct()
          .toList();
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void shop() throws IOException {
    shop =
        new JavaProject(root)
            .with(
                "com.acme.Customer",
                "@Entity public record Customer(@Id long id, @Unique String email) {}")
            .with(
                "com.acme.Order",
                "@Entity public record Order(@Id long id, @Relation Customer customer) {}")
            .with(
                "com.acme.Main",
                "class Main { @Nullable Object start(java.sql.Connection connection) {"
                    + " return AcmeSeed.of(connection).order(o -> o); } }");
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void compilesTheUnnamedModule(Path javac) throws Exception {
    compile(javac, "-cp", System.getProperty("java.class.path"));
    assertWritten();
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void compilesANamedModule(Path javac) throws Exception {
    Path module = root.resolve("src/main/java/module-info.java");
    Files.writeString(
        module,
        """
        module com.acme {
          requires static transitive dev.varve.annotations;
          requires static dev.varve.seed;
          requires static org.jspecify;
          exports com.acme;
        }
        """);
    compile(javac, "--module-path", modulePath(), module.toString());
    assertWritten();
  }

  private void compile(Path javac, String... more) throws Exception {
    assumeTrue(version(javac) >= 17, javac + " is older than 17");
    List<String> command = new ArrayList<>();
    command.add(javac.toString());
    command.addAll(List.of("-Xlint:all", "-Werror", "-d", shop.classes().toString()));
    command.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
    command.addAll(List.of("-processor", VarveProcessor.class.getName()));
    command.addAll(List.of("-Avarve.timestamp=20261120070501"));
    command.addAll(List.of(more));
    for (String type : List.of("com.acme.Customer", "com.acme.Order", "com.acme.Main")) {
      command.add(shop.source(type).toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertEquals("", output);
  }

  private static int version(Path javac) throws Exception {
    Process process = new ProcessBuilder(javac.toString(), "-version").start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Integer.parseInt(output.strip().split("[ .]")[1]);
  }

  /** What a user's module path has: this project's modules but the processor, and JSpecify. */
  private static String modulePath() {
    List<String> modules = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.contains("annotations") && entry.contains("varve")
          || entry.contains("annotations/target")
          || entry.contains("runtime/target")
          || entry.contains("varve-runtime")
          || entry.contains("seed/target")
          || entry.contains("varve-seed")
          || entry.contains("jspecify")) {
        modules.add(entry);
      }
    }
    return String.join(File.pathSeparator, modules);
  }

  private void assertWritten() throws IOException {
    assertTrue(Files.exists(shop.classes().resolve("com/acme/AcmeSeed.class")));
    assertTrue(Files.exists(shop.classes().resolve("META-INF/varve/acme/sqlite/varve.lock")));
    assertEquals(9, Tree.of(shop.db()).texts().size());
  }
}
