package dev.varve.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.read.TestCompiler.Compiled;
import dev.varve.schema.Dialect;
import dev.varve.schema.json.SchemaJson;
import dev.varve.schema.sql.SchemaScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each file in {@code cases} holds sources, and what must come of them: problems, noted below the
 * lines that they belong to with a caret below the column; else the files {@code model.json},
 * {@code postgresql.sql}, {@code sqlite.sql} and {@code bindings}, as far as the case lists them.
 *
 * <p>{@code -Dvarve.updateCases=true} writes these anew.
 */
final class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final boolean UPDATE = Boolean.getBoolean("varve.updateCases");

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
    Sources sources = Sources.parse(Files.readString(file));
    Path classes = Files.createTempDirectory(output, "classes");
    Compiled compiled = TestCompiler.compile(sources.java(), classes);
    assertEquals(
        lines(new TreeSet<>(sources.expected())),
        lines(compiled.findings()),
        () -> "problems: " + compiled.diagnostics());
    if (sources.expected().stream().noneMatch(finding -> isError(compiled, finding.code()))) {
      assertEquals(List.of(), compiled.others());
      checkModel(file, sources, compiled.model());
    }
  }

  private static boolean isError(Compiled compiled, String code) {
    return compiled.diagnostics().stream()
        .anyMatch(
            diagnostic ->
                diagnostic.getKind() == Diagnostic.Kind.ERROR
                    && diagnostic.getMessage(null).contains(code));
  }

  private static void checkModel(Path file, Sources sources, Model model) throws IOException {
    Map<String, String> actual = new LinkedHashMap<>(sources.files());
    for (String name : sources.files().keySet()) {
      switch (name) {
        case "model.json" -> actual.put(name, SchemaJson.write(model.schema()));
        case "postgresql.sql" ->
            actual.put(name, SchemaScript.create(model.schema(), Dialect.POSTGRESQL));
        case "sqlite.sql" -> actual.put(name, SchemaScript.create(model.schema(), Dialect.SQLITE));
        case "bindings" -> actual.put(name, BindingText.of(model));
        default -> {}
      }
    }
    Sources rewritten = new Sources(actual);
    if (UPDATE) {
      Files.writeString(file, rewritten.write());
    } else {
      assertEquals(sources.write(), rewritten.write());
    }
  }

  private static String lines(Iterable<?> findings) {
    StringBuilder lines = new StringBuilder();
    findings.forEach(finding -> lines.append(finding).append('\n'));
    return lines.toString();
  }
}
