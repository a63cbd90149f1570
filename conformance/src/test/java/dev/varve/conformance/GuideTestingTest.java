package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the chapter about tests, and that of the README, compile as they stand. */
class GuideTestingTest {
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
    Examples examples = new Examples(directory, IMPORTS);
    for (String type : SHOP) {
      examples.add(type);
    }
    int count = 0;
    for (String document : List.of("docs/guide.md", "README.md")) {
      for (String example : Examples.in(document)) {
        if (example.contains("@VarveTest") || example.contains("extends MigrationChecks")) {
          examples.add(example.replace("ShopMigrationsTest", "Test" + ++count));
        }
      }
    }
    assertTrue(count > 4, "there are " + count + " examples");
    examples.mustCompile();
  }
}
