package dev.varve.processor.seed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.schema.Dialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records with random CHECKs that are understood: what is invented, both databases accept. */
class RandomConditionsTest {
  private static final int ENTITIES = 12;
  private static final int ROWS = 10;

  @TempDir Path folder;

  private final Random random = new Random();

  @Test
  void inventedValuesSatisfyRandomConditions() throws Exception {
    long seed = Long.getLong("varve.test.seed", new Random().nextLong());
    random.setSeed(seed);
    List<Path> sources = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < ENTITIES; i++) {
      String source = entity("Thing" + (char) ('A' + i));
      all.append(source);
      Path file = folder.resolve("Thing" + (char) ('A' + i) + ".java");
      sources.add(Files.writeString(file, source));
    }
    String hint = "seed " + seed + '\n' + all;
    CompiledSeeds compiled = CompiledSeeds.compile(sources, folder.resolve("classes"));
    for (Dialect dialect : Dialect.values()) {
      DataSource source = TestDatabase.create(compiled.model().schema(), dialect, folder);
      insert(compiled.loader(), source, hint);
    }
  }

  private static void insert(ClassLoader loader, DataSource source, String hint) throws Exception {
    Class<?> type = loader.loadClass("things.ThingsSeed");
    Object seed = type.getMethod("of", DataSource.class).invoke(null, source);
    for (int i = 0; i < ENTITIES; i++) {
      Method method = type.getMethod("thing" + (char) ('A' + i));
      for (int row = 0; row < ROWS; row++) {
        try {
          assertTrue(method.invoke(seed) instanceof Record);
        } catch (InvocationTargetException e) {
          throw new AssertionError(method.getName() + ", " + e.getCause() + ", " + hint, e);
        }
      }
    }
  }

  private String entity(String name) {
    List<String> conditions = new ArrayList<>();
    chain(conditions, "a", "b", "c", "p", "q");
    chain(conditions, "d1", "d2", "d3");
    chain(conditions, "t1", "t2", "t3");
    chain(conditions, "h1", "h2");
    if (random.nextBoolean()) {
      conditions.add("n IS NULL OR n >= t1 AND n > '2019-05-05'");
    }
    conditions.addAll(some("x <> y", "u <> v", "a <> b", "f = g", "d1 <> d3", "y <> z"));
    StringBuilder source = new StringBuilder("package things;\n");
    source.append("import dev.varve.*;\nimport java.math.*;\nimport java.time.*;\n");
    source.append("import java.util.*;\n@Entity\n");
    for (String condition : conditions) {
      source.append("@Check(\"").append(condition).append("\")\n");
    }
    source.append("public record ").append(name).append("(@Id long id");
    number(source, "int", "a");
    number(source, "short", "b");
    number(source, "long", "c");
    number(source, "@Column(precision = 10, scale = 2) BigDecimal", "p");
    number(source, "BigDecimal", "q");
    component(source, "double", "f", "{} > -3.5", "{} BETWEEN 0 AND 1", "{} NOT IN (1, 2.5)");
    component(source, "double", "g");
    for (String date : List.of("d1", "d2", "d3")) {
      component(source, "LocalDate", date, "{} >= '1980-02-03'", "{} < '2990-01-01'");
    }
    for (String time : List.of("t1", "t2", "t3")) {
      component(source, "Instant", time, "{} > '1980-02-03'", "{} <= '2990-01-01'");
    }
    component(source, "LocalTime", "h1", "{} >= '08:00'", "{} < '12:30'");
    component(source, "LocalTime", "h2", "{} BETWEEN '09:00' AND '18:00'");
    component(source, "UUID", "x");
    component(source, "UUID", "y");
    component(source, "UUID", "z");
    String text = "@Column(length = 20) String";
    if (random.nextInt(4) == 0) {
      component(source, text, "u", "{} IN ('one', 'two', 'three')", "length({}) > 3");
    } else {
      String names = "{} NOT IN ('u 1', 'u 2')";
      component(source, text, "u", "{} LIKE 'K_-%'", "length({}) BETWEEN 5 AND 9", names);
    }
    component(source, "String", "v", "trim({}) <> ''", "{} LIKE '%@%'", "{} <> 'v 2'");
    component(source, "Thread.State", "s", "{} <> 'NEW'", "{} IN ('NEW', 'BLOCKED')");
    source.append(",\n    Optional<Instant> n) {}\n");
    return source.toString();
  }

  /** The columns in a random order, some of them compared. */
  private void chain(List<String> conditions, String... columns) {
    List<String> shuffled = new ArrayList<>(Arrays.asList(columns));
    Collections.shuffle(shuffled, random);
    for (int i = 0; i < shuffled.size(); i++) {
      for (int j = i + 1; j < shuffled.size(); j++) {
        if (random.nextInt(3) == 0) {
          String lesser = shuffled.get(i);
          String greater = shuffled.get(j);
          String equal = random.nextBoolean() ? "=" : "";
          conditions.add(
              random.nextBoolean()
                  ? lesser + " <" + equal + ' ' + greater
                  : greater + " >" + equal + ' ' + lesser);
        }
      }
    }
  }

  private void number(StringBuilder source, String type, String name) {
    component(
        source,
        type,
        name,
        "{} >= " + (random.nextInt(200) - 100),
        "{} < " + (1000 + random.nextInt(4000)),
        "{} NOT IN (1, 2, 3)",
        random.nextInt(500) + " <= {}");
  }

  private void component(StringBuilder source, String type, String name, String... conditions) {
    source.append(",\n    ");
    List<String> chosen = some(conditions);
    boolean few = type.contains("State") || type.contains("short") || isListed(chosen);
    if (random.nextInt(6) == 0 && !few) {
      source.append("@Unique ");
    }
    for (String condition : chosen) {
      source.append("@Check(\"").append(condition).append("\") ");
    }
    source.append(type).append(' ').append(name);
  }

  /** Whether the values are too few for rows that must all differ. */
  private static boolean isListed(List<String> conditions) {
    return conditions.stream().anyMatch(condition -> condition.startsWith("{} IN ("));
  }

  private List<String> some(String... conditions) {
    List<String> some = new ArrayList<>();
    for (String condition : conditions) {
      if (random.nextInt(3) == 0) {
        some.add(condition);
      }
    }
    return some;
  }
}
