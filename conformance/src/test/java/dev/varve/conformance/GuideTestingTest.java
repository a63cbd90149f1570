package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the chapter about tests, and that of the README, compile as they stand. */
class GuideTestingTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static final String IMPORTS =
      """
      package shop;
      import static org.junit.jupiter.api.Assertions.*;
      import dev.varve.*;
      import dev.varve.junit.*;
      import dev.varve.runtime.format.Engine;
      import java.sql.*;
      import javax.sql.DataSource;
      import org.junit.jupiter.api.*;
      """;

  private static final String[] SHOP = {
    "enum Status { PAID, REFUNDED }",
    "@Entity record Country(@Id String code, String name) {}",
    "@Entity record Customer(@Id long id, String email) {}",
    "@Entity record Order(@Id long id, @Relation Customer customer, Status status) {}",
    "@Entity record TaxRule(@Id long id, @Check(\"upper({}) = lower({})\") String formula) {}",
    "record Refunds(DataSource database) { void refund(long order) {} }",
  };

  @TempDir private Path directory;

  @Test
  void theExamplesOfTestsCompile() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-d", directory.toString()));
    arguments.add("-Avarve.dir=" + directory.resolve("db"));
    // Since JDK 23 javac runs those alone that are named.
    arguments.addAll(List.of("-processor", "dev.varve.processor.VarveProcessor"));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (String type : SHOP) {
      arguments.add(write("Shop" + arguments.size(), type));
    }
    int examples = arguments.size();
    addExamples(arguments, Files.readString(Project.ROOT.resolve("docs/guide.md")));
    assertTrue(arguments.size() - examples > 3, "there are too few examples");
    addExamples(arguments, Files.readString(Project.ROOT.resolve("README.md")));
    Javac.Result result = Javac.current().compile(arguments);
    assertEquals(0, result.exitCode(), result.output());
  }

  private void addExamples(List<String> arguments, String text) throws Exception {
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String example = block.group(1);
      if (example.contains("@VarveTest") || example.contains("extends MigrationChecks")) {
        int number = arguments.size();
        arguments.add(
            write("Example" + number, example.replace("ShopMigrationsTest", "Test" + number)));
      }
    }
  }

  private String write(String name, String source) throws Exception {
    return Files.writeString(directory.resolve(name + ".java"), IMPORTS + source).toString();
  }
}
