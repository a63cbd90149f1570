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

/** Whatever the guide says in Java about the applier compiles as it stands. */
class GuideJavaTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static final String IMPORTS =
      """
      import dev.varve.runtime.*;
      import java.nio.file.Path;
      import java.time.Duration;
      import javax.sql.DataSource;
      """;

  /** Of what isn't Varve's only as much as the examples use. */
  private static final String OTHERS =
      """
      class HikariConfig { HikariConfig(String file) {} }
      class HikariDataSource extends org.sqlite.SQLiteDataSource {
        HikariDataSource(HikariConfig config) {}
      }
      class Shop {
        Shop(DataSource dataSource) {}
        void start() {}
      }
      @interface Configuration { boolean proxyBeanMethods(); }
      @interface Bean {}
      interface BeanPostProcessor {
        default Object postProcessAfterInitialization(Object bean, String name) { return bean; }
      }
      """;

  @TempDir private Path directory;

  @Test
  void theExamplesOfTheApplierCompile() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", directory.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    arguments.add(write("Others", OTHERS));
    Matcher block = BLOCK.matcher(Files.readString(Project.ROOT.resolve("docs/guide.md")));
    int count = 0;
    while (block.find()) {
      if (block.group(1).contains("Migrator.of(")) {
        arguments.add(write("Example" + ++count, complete(block.group(1), count)));
      }
    }
    assertTrue(count > 4, "there are " + count + " examples");
    Javac.Result result = Javac.current().compile(arguments);
    assertEquals(0, result.exitCode(), result.output());
  }

  private String write(String name, String source) throws Exception {
    return Files.writeString(directory.resolve(name + ".java"), IMPORTS + source).toString();
  }

  /** What stands around a method, or around statements. */
  private static String complete(String example, int number) {
    if (example.contains("\nclass ")) {
      return example;
    }
    String body =
        example.contains("static void ")
            ? example
            : "void run(DataSource dataSource, MigrationPlan plan) {\n" + example + "}\n";
    return "class Example" + number + " {\n" + body + "}\n";
  }
}
