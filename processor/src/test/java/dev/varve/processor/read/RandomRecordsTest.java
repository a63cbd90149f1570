package dev.varve.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.read.TestCompiler.Compiled;
import dev.varve.schema.Dialect;
import dev.varve.schema.sql.SchemaScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records with any annotations on any types: reading them never fails, and where it finds no error,
 * SQLite runs the script.
 */
final class RandomRecordsTest {
  /** So many of the types below are always possible. */
  private static final int SIMPLE = 13;

  private static final List<String> TYPES =
      List.of(
          "int",
          "long",
          "Long",
          "boolean",
          "double",
          "char",
          "String",
          "UUID",
          "BigDecimal",
          "Instant",
          "LocalDate",
          "byte[]",
          "int[]",
          "List<String>",
          "List<Tier>",
          "Set<Tag>",
          "List<Tag>",
          "Tag",
          "Tier",
          "Level",
          "Email",
          "Address",
          "Map<String, String>",
          "Object",
          "Optional<String>",
          "Optional<Tag>",
          "Thread",
          "List<List<String>>",
          "Loop",
          "Empty",
          "Pair<String>",
          "Optional<Optional<Integer>>",
          "Set<String>",
          "Class<?>",
          "void[]",
          "Collection<Long>",
          "Everything",
          "Secret",
          "List",
          "Map",
          "Optional<Address>");

  private static final List<String> ANNOTATIONS =
      List.of(
          "@Id",
          "@Id(generate = IdGeneration.NONE)",
          "@Column(name = \"c\")",
          "@Column(length = 10)",
          "@Column(length = -1)",
          "@Column(precision = 5, scale = 2)",
          "@Column(scale = 3)",
          "@Column(type = @SqlType(on = Dialect.SQLITE, value = \"ANY\"))",
          "@Relation",
          "@Relation(Tag.class)",
          "@Relation(Address.class)",
          "@Relation(int.class)",
          "@Relation(int[].class)",
          "@Relation(value = Tag.class, column = \"t\")",
          "@Relation(onDelete = SET_NULL)",
          "@Relation(onUpdate = SET_DEFAULT, index = false)",
          "@Unique",
          "@Unique(columns = \"id\")",
          "@Index",
          "@Index(where = \"{} > 1\")",
          "@Index(expression = \"lower({})\")",
          "@Index(using = \"gin\")",
          "@Index(include = \"id\")",
          "@Check(\"{} > 0\")",
          "@Check(\"{} IS NULL OR length({}) > 1\")",
          "@Check(\"\")",
          "@Check(\"'\")",
          "@Check(value = \"x.y = 1\", on = Dialect.SQLITE)",
          "@Default(\"1\")",
          "@Default(\"'FREE'\")",
          "@Default(\"now()\")",
          "@Default(value = \"1\", on = {})",
          "@Computed(\"id + 1\")",
          "@Computed(value = \"id\", stored = false)",
          "@Embedded",
          "@Embedded(prefix = \"\")",
          "@Embedded(prefix = \"\\\"\")",
          "@Json",
          "@Enumerated(EnumStorage.NATIVE)",
          "@Transient",
          "@Renamed(from = \"old\")",
          "@Renamed(from = \"\")",
          "@Backfill(\"1\")",
          "@Irreversible(reason = \"\")",
          "@Nullable",
          "@Min(3)",
          "@DecimalMax(\"1e99999999\")",
          "@DecimalMin(\"x\")",
          "@Size(min = -1, max = -5)",
          "@Pattern(regexp = \"(\")",
          "@Pattern(regexp = \"[a&&b]\")",
          "@Digits(integer = -1, fraction = 99999)",
          "@Digits(integer = 3, fraction = 1)",
          "@NotBlank",
          "@Past",
          "@Email",
          "@AssertTrue");

  private static final List<String> ON_RECORD =
      List.of(
          "@Index(columns = {\"a\", \"b\"})",
          "@Index",
          "@Index(columns = \"a\", order = {})",
          "@Unique(columns = {\"b\", \"id\"})",
          "@Check(\"a > b\")",
          "@Check(\"id = 1 AND (\")",
          "@Relation(value = Tag.class, columns = \"a\")",
          "@Relation",
          "@Removed(column = \"a\")",
          "@Removed",
          "@Renamed(from = \"x\")",
          "@Enumerated(EnumStorage.TEXT)",
          "@Unique(columns = {})",
          "@Index(expression = \"lower(a)\", name = \"a b\")",
          "@Check(\"NOT a\")");

  /** What only a database would refuse. */
  private static final List<String> NO_SQL =
      List.of(
          "@Check(\"a BETWEEN 1 AND\")",
          "@Check(\"a IN ()\")",
          "@Check(\"= 1\")",
          "@Check(\"length() > 1\")",
          "@Check(\"a IS NOT\")",
          "@Check(\", a ,\")");

  private static final String FIXED =
      """
      package shop;
      import dev.varve.*;
      import static dev.varve.ReferentialAction.*;
      import jakarta.validation.constraints.*;
      import java.math.*;
      import java.time.*;
      import java.util.*;
      import org.jspecify.annotations.Nullable;
      enum Tier { FREE, PRO }
      @Enumerated(EnumStorage.NATIVE) enum Level { LOW }
      record Email(@Size(max = 9) String value) {}
      record Address(String city, @Nullable String street) {}
      record Loop(Loop loop) {}
      record Empty() {}
      record Pair<T>(T left, T right) {}
      @Entity record Tag(@Id long id) {}
      class Everything { private record Secret(int x) {} }
      """;

  @TempDir Path output;

  @RepeatedTest(100)
  void neverFails(RepetitionInfo repetition) throws Exception {
    int seed = repetition.getCurrentRepetition();
    String source = source(new Random(seed));
    Path classes = Files.createTempDirectory(output, "classes");
    Compiled compiled = TestCompiler.compile(Map.of("shop/Random.java", source), classes);
    boolean isSql = NO_SQL.stream().noneMatch(source::contains);
    if (isSql
        && compiled.reading().isPresent()
        && compiled.reading().get().model().isPresent()
        && compiled.others().isEmpty()) {
      String script = SchemaScript.create(compiled.model().schema(), Dialect.SQLITE);
      assertEquals("", run(script), () -> "seed " + seed + "\n" + source + "\n" + script);
    }
  }

  /** Few annotations make records that are right now and then, many make records that aren't. */
  private static String source(Random random) {
    StringBuilder source = new StringBuilder(FIXED);
    boolean simple = random.nextInt(3) > 0;
    int records = random.nextInt(4) == 0 && !simple ? 30 : 1;
    for (int i = 0; i < records; i++) {
      for (int n = simple ? 0 : random.nextInt(3); n > 0; n--) {
        List<String> list = random.nextInt(9) == 0 ? NO_SQL : ON_RECORD;
        source.append(pick(random, list)).append('\n');
      }
      source.append("@Entity record R").append(i).append("(@Id long id");
      for (String name : List.of("a", "b", "c", "customerId")) {
        if (random.nextInt(3) > 0) {
          source.append(",\n    ");
          component(random, source, simple);
          source.append(name);
        }
      }
      source.append(") {}\n");
    }
    return source.toString();
  }

  private static void component(Random random, StringBuilder source, boolean simple) {
    for (int n = random.nextInt(simple ? 2 : 4); n > 0; n--) {
      source.append(pick(random, ANNOTATIONS)).append(' ');
    }
    List<String> types = simple ? TYPES.subList(0, SIMPLE) : TYPES;
    source.append(pick(random, types)).append(' ');
  }

  private static String pick(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String run(String script) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
      return "";
    } catch (SQLException e) {
      return e.getMessage();
    }
  }
}
