package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.Options.Mode;
import dev.varve.project.Notice;
import dev.varve.schema.plan.Versions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptionsTest {
  private final List<Notice> mistakes = new ArrayList<>();

  @Test
  void haveDefaults() {
    Options expected =
        new Options(
            Mode.GENERATE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty(),
            Versions.OLDEST);
    assertEquals(expected, Options.parse(Map.of("other.option", "x"), mistakes));
    assertEquals(List.of(), mistakes);
  }

  @Test
  void areRead() {
    Map<String, String> given =
        Map.of(
            "varve.mode", "check",
            "varve.dir", "schema",
            "varve.name", "add_phone",
            "varve.seal", "phone",
            "varve.seeds", "false",
            "varve.timestamp", "20261120070501",
            "varve.postgresql.version", "18",
            "varve.sqlite.version", "3.53");
    Options expected =
        new Options(
            Mode.CHECK,
            Optional.of(Path.of("schema")),
            Optional.of("add_phone"),
            Optional.of("phone"),
            false,
            Optional.of("20261120070501"),
            new Versions(18, 3053));
    assertEquals(expected, Options.parse(given, mistakes));
    assertEquals(List.of(), mistakes);
  }

  @ParameterizedTest
  @CsvSource({
    "varve.mode, chek, 'expected generate, check, repair or off'",
    "varve.mode, , 'expected generate, check, repair or off'",
    "varve.dir, , 'expected a directory'",
    "varve.postgresql.version, 13, 'expected a major version from 14 on, as in 18'",
    "varve.postgresql.version, 16.2, 'expected a major version from 14 on'",
    "varve.postgresql.version, , 'expected a major version from 14 on'",
    "varve.sqlite.version, 3.36, 'expected a version from 3.37 on, as in 3.53'",
    "varve.sqlite.version, 3, 'expected a version from 3.37 on'",
    "varve.sqlite.version, 4.1, 'expected a version from 3.37 on'",
    "varve.sqlite.version, 3.x, 'expected a version from 3.37 on'",
    "varve.name, Add Phone, 'expected a name of at most 111 small letters, digits and _'",
    "varve.seal, , 'expected a name of at most 111 small letters, digits and _'",
    "varve.seeds, no, 'expected true or false'",
    "varve.timestamp, 2026, 'expected 14 digits'"
  })
  void haveValues(String option, String value, String expected) {
    Map<String, String> given = new HashMap<>();
    given.put(option, value);
    Options.parse(given, mistakes);
    assertEquals(1, mistakes.size());
    assertEquals(Message.OPTION_VALUE, mistakes.get(0).kind());
    assertContains(mistakes.get(0).text(), '"' + "-A" + option + '=');
    assertContains(mistakes.get(0).text(), expected);
  }

  @Test
  void areKnown() {
    Options.parse(Map.of("varve.seed", "true"), mistakes);
    assertEquals(Message.OPTION_UNKNOWN, mistakes.get(0).kind());
    assertContains(mistakes.get(0).text(), "did you mean \"varve.seeds\"?");
  }

  private static void assertContains(String text, String part) {
    if (!text.contains(part)) {
      throw new AssertionError("no \"" + part + "\" in: " + text);
    }
  }
}
