package dev.varve.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.read.Sources.Finding;
import dev.varve.processor.read.TestCompiler.Compiled;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads compilations that are partial, erroneous, large, or go on for several rounds. */
final class ReadingTest {
  private static final String IMPORTS = "package shop; import dev.varve.*; import java.util.*;\n";

  @TempDir Path output;

  @Test
  void waitsForTypesThatOtherProcessorsGenerate() {
    Compiled compiled =
        TestCompiler.compile(
            Map.of(
                "shop/Order.java",
                IMPORTS + "@Entity record Order(@Id long id, @Embedded Generated part) {}"),
            output,
            Schema.EMPTY,
            List.of(
                new Generating("shop.Generated", "package shop; record Generated(int size) {}")));
    assertEquals(List.of(), compiled.others());
    assertEquals(
        List.of("id", "part_size"),
        compiled.model().schema().tables().get(0).columns().stream()
            .map(column -> column.name())
            .toList());
  }

  @Test
  void readsEntitiesThatOtherProcessorsGenerate() {
    Compiled compiled =
        TestCompiler.compile(
            Map.of(
                "shop/Order.java",
                IMPORTS + "@Entity record Order(@Id long id, @Relation Customer customer) {}"),
            output,
            Schema.EMPTY,
            List.of(
                new Generating(
                    "shop.Customer",
                    "package shop; @dev.varve.Entity record Customer(@dev.varve.Id long id) {}")));
    assertEquals(List.of(), compiled.others());
    assertEquals(2, compiled.model().entities().size());
  }

  @Test
  void leavesErrorsOfTheLanguageToJavac() {
    Compiled compiled =
        compile(
            """
            @Entity
            @Index(columns = {"part", "part_size", "customer_id"})
            @Unique(columns = "partsId")
            @Check("part_size > 0 AND customer_id > 0")
            @Relation(value = Absent.class, columns = "id")
            record Order(
                @Id long id,
                @Embedded Xqzzw part,
                @Relation Qwrtp customer,
                @Relation(Wqzzp.class) long partsId,
                List<Zzyyx> list,
                @Nothing long nothing) implements Zwqqp {}
            """);
    assertEquals(Set.of(), compiled.findings(), () -> compiled.diagnostics().toString());
    assertTrue(compiled.reading().orElseThrow().model().isEmpty());
    assertTrue(compiled.others().size() > 5, () -> compiled.others().toString());
  }

  @Test
  void leavesValuesOfWrongTypesToJavac() {
    Compiled compiled =
        compile(
            """
            @Entity
            record Order(
                @Id long id,
                @Column(length = "x") String text,
                @Column(name = 3) String other,
                @Check String checked,
                @Default() String none,
                @Relation(onDelete = NOTHING) Order parent) {}
            """);
    assertEquals(Set.of(), compiled.findings(), () -> compiled.diagnostics().toString());
    assertTrue(compiled.others().size() > 3, () -> compiled.others().toString());
  }

  @Test
  void reportsWhatIsWrongBesideErrorsOfTheLanguage() {
    Compiled compiled =
        compile(
            """
            @Entity
            record Order(Absent absent) {}
            """);
    assertEquals(Set.of(new Finding("shop/Example.java", 3, 1, "VARVE-004")), compiled.findings());
  }

  @Test
  void readsPartOfTheEntitiesAsItReadAll() {
    Map<String, String> all = new HashMap<>();
    all.put(
        "shop/package-info.java",
        "@dev.varve.Database(name = \"Store\", naming = dev.varve.TableNaming.SINGULAR)"
            + " package shop;");
    all.put("shop/Address.java", IMPORTS + "public record Address(String city) {}");
    all.put(
        "shop/a/Customer.java",
        "package shop.a; import dev.varve.*; @Entity(table = \"client\") public record Customer("
            + "@Id @Column(name = \"no\") Number no, @Embedded shop.Address at) {"
            + " public record Number(long value) {} }");
    all.put(
        "shop/Order.java",
        IMPORTS
            + "@Entity record Order(@Id long id, @Relation shop.a.Customer customer,"
            + " @Relation(shop.a.Customer.class) long payer, @Relation Set<shop.a.Customer> all,"
            + " @Embedded Address to) {}");
    Model whole = TestCompiler.compile(all, output).model();
    Schema kept = only(whole.schema(), "shop.a.Customer");
    Compiled compiled =
        TestCompiler.compile(
            Map.of("shop/Order.java", all.get("shop/Order.java")), output, kept, List.of());
    Model part = compiled.model();
    assertEquals(whole.databaseName(), part.databaseName());
    assertEquals(whole.packageName(), part.packageName());
    assertEquals(table(whole, "order"), table(part, "order"));
    assertEquals(table(whole, "order_all"), table(part, "order_all"));
    assertEquals(1, part.entities().size());
    assertEquals(
        whole.entities().stream().filter(one -> one.record().simpleName().equals("Order")).toList(),
        part.entities());
  }

  @Test
  void findsTheDatabaseOfAnEarlierCompilationOnItsType() {
    Map<String, String> all = new HashMap<>();
    all.put("shop/Db.java", IMPORTS + "@Database(name = \"Store\") interface Db {}");
    all.put(
        "shop/a/A.java",
        "package shop.a; @dev.varve.Entity public record A(@dev.varve.Id int id) {}");
    all.put(
        "shop/b/B.java",
        "package shop.b; @dev.varve.Entity public record B(@dev.varve.Id int id) {}");
    Model whole = TestCompiler.compile(all, output).model();
    Model part =
        TestCompiler.compile(
                Map.of("shop/b/B.java", all.get("shop/b/B.java")),
                output,
                only(whole.schema(), "shop.a.A"),
                List.of())
            .model();
    assertEquals("Store", part.databaseName());
    assertEquals("shop", part.packageName());
  }

  @Test
  void refusesRelationsToEntitiesThatNobodyKnows() {
    TestCompiler.compile(
        Map.of("shop/Customer.java", IMPORTS + "@Entity record Customer(@Id long id) {}"), output);
    Compiled compiled =
        compile(
            """
            @Entity record Order(@Id long id,
                @Relation Customer customer,
                @Relation(Customer.class) long payer) {}
            """);
    assertEquals(
        Set.of(
            new Finding("shop/Example.java", 3, 5, "VARVE-055"),
            new Finding("shop/Example.java", 4, 23, "VARVE-055")),
        compiled.findings());
  }

  @Test
  void followsChainsAndCirclesOfAnyLength() {
    int length = 1500;
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < length; i++) {
      source.append("@Entity record E%d(@Id long id, @Relation E%d next) {}%n".formatted(i, i + 1));
    }
    Compiled chain = compile(source + "@Entity record E%d(@Id long id) {}".formatted(length));
    assertEquals(length + 1, chain.model().entities().size());
    Compiled circle =
        compile(
            source
                + "@Entity record E%d(@Id long id, @Relation(E0.class) long next) {}"
                    .formatted(length));
    assertEquals(List.of("VARVE-064"), circle.findings().stream().map(Finding::code).toList());
  }

  private Compiled compile(String source) {
    return TestCompiler.compile(Map.of("shop/Example.java", IMPORTS + source), output);
  }

  private static Schema only(Schema schema, String origin) {
    List<Table> tables =
        schema.tables().stream().filter(table -> table.origin().equals(origin)).toList();
    assertEquals(1, tables.size());
    return new Schema(List.of(), tables);
  }

  private static Table table(Model model, String name) {
    return model.schema().tables().stream()
        .filter(table -> table.name().equals(QualifiedName.of(name)))
        .findFirst()
        .orElseThrow();
  }

  /** Generates one source in the first round. */
  private static final class Generating extends AbstractProcessor {
    private final String name;
    private final String source;
    private boolean done;

    Generating(String name, String source) {
      this.name = name;
      this.source = source;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
          writer.write(source);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }
}
