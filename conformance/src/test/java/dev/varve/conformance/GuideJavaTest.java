package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the guide says in Java about the applier compiles as it stands. */
class GuideJavaTest {
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
    Examples examples = new Examples(directory, IMPORTS);
    examples.add(OTHERS);
    int count = 0;
    for (String example : Examples.in("docs/guide.md")) {
      if (example.contains("Migrator.of(")) {
        examples.add(complete(example, ++count));
      }
    }
    assertTrue(count > 4, "there are " + count + " examples");
    examples.mustCompile(List.of("-proc:none"));
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
