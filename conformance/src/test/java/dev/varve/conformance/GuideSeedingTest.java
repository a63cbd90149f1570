package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the chapter about seeds compile as they stand, with what is generated. */
class GuideSeedingTest {
  private static final Pattern CHAPTER =
      Pattern.compile("^## Seeding\n(.*?)^## ", Pattern.DOTALL | Pattern.MULTILINE);

  private static final String IMPORTS =
      """
      package shop;
      import static org.junit.jupiter.api.Assertions.*;
      import static shop.Status.*;
      import static shop.Tier.*;
      import dev.varve.*;
      import dev.varve.seed.*;
      import java.nio.file.Path;
      import java.time.*;
      import java.util.List;
      import java.util.function.Consumer;
      import javax.sql.DataSource;
      """;

  private static final String[] SHOP = {
    "enum Tier { FREE, PRO, TEAM }",
    "enum Status { OPEN, PAID }",
    "@Entity record Country(@Id String code, String name) {}",
    "@Entity record Customer(@Id long id, @Unique String email, Tier tier) {}",
    "@Entity record Order(@Id long id, @Relation Customer customer, Status status,"
        + " Instant placedAt) {}",
    "@Entity record Product(@Id long id, int price) {}",
    "@Entity record Line(@Id long id, @Relation Order order, @Relation Product product,"
        + " int quantity) {}",
    "@Entity record Department(@Id long id,"
        + " @Relation(value = Employee.class, deferrable = true) long headId) {}",
    "@Entity record Employee(@Id long id, @Relation(Department.class) long departmentId) {}",
    "@Entity record TaxRule(@Id long id, String name,"
        + " @Check(\"upper({}) = lower({})\") String formula) {}",
    "@Entity record Invoice(@Id long id, @Relation TaxRule rule) {}",
  };

  @TempDir private Path directory;

  @Test
  void theExamplesOfSeedsCompile() throws Exception {
    Examples examples = new Examples(directory, IMPORTS);
    for (String type : SHOP) {
      examples.add(type);
    }
    Matcher chapter = CHAPTER.matcher(Files.readString(Project.ROOT.resolve("docs/guide.md")));
    assertTrue(chapter.find(), "there is no chapter about seeds");
    int count = 0;
    for (String example : Examples.inText(chapter.group(1))) {
      examples.add(example(++count, example));
    }
    assertTrue(count > 6, "there are " + count + " examples");
    examples.mustCompile();
  }

  /** What the examples have at hand stands around them. */
  private static String example(int number, String statements) {
    return "class Example"
        + number
        + """
         {
          DataSource dataSource;
          ShopSeed seed;
          List<Country> countries;
          Consumer<ShopPlan> plan;
          int get(String path) { return 200; }
          void run() throws Exception {
        """
        + statements.replace("{ … }", "{}")
        + "  }\n}\n";
  }
}
