package dev.varve.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.Message;
import dev.varve.processor.read.TestCompiler.Compiled;
import dev.varve.project.FileMessage;
import dev.varve.project.NoticeKind;
import dev.varve.schema.plan.HazardCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/diagnostics.md} explains each message, and its examples do what it says. */
final class DiagnosticsDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/diagnostics.md");
  private static final Pattern SECTION =
      Pattern.compile(
          "### (VARVE-\\d{3}|[A-Z]{2}\\d{3}): [^\n]+\n(.*?)(?=\n##|\\z)", Pattern.DOTALL);
  private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("(?m)^// (\\S+\\.java)\n");

  /** All on one line, so that the lines of an example stay what they are. */
  private static final String IMPORTS =
      "package shop; import dev.varve.*; import static dev.varve.ReferentialAction.*;"
          + " import java.math.*; import java.time.*; import java.util.*;"
          + " import jakarta.validation.constraints.*; import org.jspecify.annotations.Nullable;\n";

  @TempDir Path output;

  @Test
  void explainsEachMessageAndNoOther() throws IOException {
    TreeSet<String> messages = new TreeSet<>();
    for (NoticeKind[] kinds : new NoticeKind[][] {Message.values(), FileMessage.values()}) {
      for (NoticeKind kind : kinds) {
        assertTrue(messages.add(kind.code()), kind.code() + " has two meanings");
      }
    }
    List<String> all = new ArrayList<>(messages);
    for (HazardCode code : HazardCode.values()) {
      messages.add(code.name());
      all.add(code.name());
    }
    List<String> explained = new ArrayList<>(sections().keySet());
    TreeSet<String> missing = new TreeSet<>(messages);
    missing.removeAll(explained);
    assertEquals(List.of(), List.copyOf(missing), "docs/diagnostics.md doesn't explain them");
    assertEquals(all, explained);
  }

  @TestFactory
  List<DynamicTest> examples() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    sections()
        .forEach(
            (code, text) -> {
              Matcher example = EXAMPLE.matcher(text);
              if (example.find()) {
                String first = example.group(1);
                assertFalse(!example.find(), code + " shows what is wrong, not what is right");
                String second = example.group(1);
                boolean later = text.startsWith("\nSealed:") || text.contains("\nSealed:\n");
                String third = later && example.find() ? example.group(1) : "";
                tests.add(
                    DynamicTest.dynamicTest(
                        code,
                        () -> {
                          if (third.isEmpty()) {
                            check(code, first, second);
                          } else {
                            check(code, first, second, third);
                          }
                        }));
              }
            });
    return tests;
  }

  private void check(String code, String wrong, String right) throws IOException {
    Sources sources = new Sources(files(wrong));
    Compiled compiled = compile(sources);
    assertEquals(
        new TreeSet<>(sources.expected()).toString(),
        compiled.findings().toString(),
        () -> compiled.diagnostics().toString());
    if (!code.equals(Message.MISSING_TYPE.code())) {
      assertEquals(List.of(), compiled.others());
    }
    sources.expected().forEach(finding -> assertEquals(code, finding.code()));
    assertFalse(sources.expected().isEmpty(), "no line carries the message");

    Compiled clean = compile(new Sources(files(right)));
    assertEquals("[]", clean.findings().toString(), () -> clean.diagnostics().toString());
    assertEquals(List.of(), clean.others());
  }

  /** Records that are sealed, then others that say something wrong, then what is right. */
  private void check(String code, String sealed, String wrong, String right) throws IOException {
    Sources sources = new Sources(files(wrong));
    Compiled compiled = after(sealed, sources);
    assertEquals(
        new TreeSet<>(sources.expected()).toString(),
        compiled.findings().toString(),
        () -> compiled.diagnostics().toString());
    sources.expected().forEach(finding -> assertEquals(code, finding.code()));
    assertFalse(sources.expected().isEmpty(), "no line carries the message");
    Compiled clean = after(sealed, new Sources(files(right)));
    assertEquals("[]", clean.findings().toString(), () -> clean.diagnostics().toString());
    assertEquals(List.of(), clean.others());
  }

  private Compiled after(String sealed, Sources sources) throws IOException {
    String dir = "-Avarve.dir=" + Files.createTempDirectory(output, "db");
    Path classes = Files.createTempDirectory(output, "classes");
    Map<String, String> before = new Sources(files(sealed)).java();
    Compiled start = TestCompiler.compileAll(before, classes, List.of(dir, "-Avarve.seal=start"));
    assertEquals(List.of(), start.messages());
    Path records = classes.resolve("shop");
    try (Stream<Path> files = Files.list(records)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    return TestCompiler.compileAll(sources.java(), classes, List.of(dir));
  }

  private Compiled compile(Sources sources) throws IOException {
    return TestCompiler.compile(sources.java(), Files.createTempDirectory(output, "classes"));
  }

  private static Map<String, String> files(String example) {
    Map<String, String> files = new LinkedHashMap<>();
    Matcher file = FILE.matcher(example);
    int from = 0;
    String name = "";
    while (file.find()) {
      if (!name.isEmpty()) {
        files.put(name, example.substring(from, file.start()));
      }
      name = file.group(1);
      from = file.end();
    }
    if (name.isEmpty()) {
      files.put("shop/Example.java", IMPORTS + example);
    } else {
      files.put(name, example.substring(from));
    }
    return files;
  }

  private static Map<String, String> sections() throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    Matcher section = SECTION.matcher(Files.readString(DOCUMENT));
    while (section.find()) {
      sections.put(section.group(1), section.group(2));
    }
    return sections;
  }
}
