package dev.varve.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.read.TestCompiler.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each file in {@code evolution} holds records in {@code before/} that are sealed, and records that
 * come after them; the problems of these, as in {@link CasesTest}, their {@code messages}, and the
 * drafts: {@code sqlite.sql} and its like, each file's name before its text, without the header.
 *
 * <p>{@code -Dvarve.updateCases=true} writes messages and drafts anew.
 */
final class EvolutionCasesTest {
  private static final Path CASES = Path.of("src/test/resources/evolution");
  private static final boolean UPDATE = Boolean.getBoolean("varve.updateCases");
  private static final String BEFORE = "before/";

  @TempDir Path output;

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        tests.add(
            DynamicTest.dynamicTest(
                file.getFileName().toString(), file.toUri(), () -> check(file)));
      }
    }
    return tests;
  }

  private void check(Path file) throws IOException {
    Sources all = Sources.parse(Files.readString(file));
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> after = new LinkedHashMap<>();
    all.java()
        .forEach(
            (name, text) -> {
              if (name.startsWith(BEFORE)) {
                before.put(name.substring(BEFORE.length()), text);
              } else {
                after.put(name, text);
              }
            });
    Path db = Files.createTempDirectory(output, "db");
    seal(before, db);
    Path classes = Files.createTempDirectory(output, "classes");
    Files.createDirectories(classes.resolve("META-INF/varve"));
    Files.writeString(classes.resolve("META-INF/varve/databases"), "shop\n");
    Compiled compiled = TestCompiler.compileAll(after, classes, options(db));
    assertEquals(List.of(), compiled.others());
    assertEquals(
        new TreeSet<>(new Sources(after).expected()).toString(),
        compiled.findings().toString(),
        () -> "problems: " + compiled.messages());
    checkTexts(file, all, compiled, db);
  }

  private void seal(Map<String, String> before, Path db) throws IOException {
    List<String> options = new ArrayList<>(options(db));
    options.add("-Avarve.seal=start");
    Path classes = Files.createTempDirectory(output, "before");
    Compiled compiled = TestCompiler.compileAll(before, classes, options);
    assertEquals(List.of(), compiled.messages());
    assertEquals(List.of(), compiled.others());
  }

  private static List<String> options(Path db) {
    return List.of("-Avarve.dir=" + db, "-Avarve.timestamp=20261120070501");
  }

  private static void checkTexts(Path file, Sources all, Compiled compiled, Path db)
      throws IOException {
    Map<String, String> actual = new LinkedHashMap<>(all.files());
    for (String name : all.files().keySet()) {
      switch (name) {
        case "messages" -> actual.put(name, String.join("\n", compiled.messages()) + "\n");
        case "postgresql.sql" -> actual.put(name, drafts(db, "postgresql", false));
        case "postgresql.down.sql" -> actual.put(name, drafts(db, "postgresql", true));
        case "sqlite.sql" -> actual.put(name, drafts(db, "sqlite", false));
        case "sqlite.down.sql" -> actual.put(name, drafts(db, "sqlite", true));
        default -> {}
      }
    }
    String rewritten = new Sources(actual).write();
    if (UPDATE) {
      Files.writeString(file, rewritten);
    } else {
      assertEquals(all.write(), rewritten);
    }
  }

  private static String drafts(Path db, String dialect, boolean down) throws IOException {
    Map<String, String> drafts = new TreeMap<>();
    try (Stream<Path> files = Files.list(db.resolve(dialect).resolve("migrations"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!name.contains("_start.") && name.endsWith(".down.sql") == down) {
          String text = Files.readString(file);
          drafts.put(name, text.substring(text.indexOf("for the schema.\n") + 16));
        }
      }
    }
    StringBuilder all = new StringBuilder();
    drafts.forEach((name, text) -> all.append("-- ").append(name).append('\n').append(text));
    return all.toString();
  }
}
