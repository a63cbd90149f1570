package dev.varve.processor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresPatternTest {
  @ParameterizedTest
  @CsvSource({
    "[a-z]+,        ^(?:[a-z]+)$",
    "a|b,           ^(?:a|b)$",
    "\\d{3}\\.\\w*, ^(?:\\d{3}\\.\\w*)$",
    "\\bfoo\\B,     ^(?:\\yfoo\\Y)$",
    "(a)\\1,        ^(?:(a)\\1)$",
    "(?=x)(?<!y).+, ^(?:(?=x)(?<!y).+)$",
    "[^\\]]?,       ^(?:[^\\]]?)$"
  })
  void keepsWhatMeansTheSame(String java, String postgres) {
    assertEquals(Optional.of(postgres), PostgresPattern.of(java));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a++",
        "(?>a)",
        "(?i)a",
        "(?<name>a)",
        "\\p{L}",
        "\\Qa\\E",
        "[a&&b]",
        "[a[b]]",
        "\\x41",
        "[\\b]",
        "a\nb",
        "a{2}+",
        "\\G",
        "\\"
      })
  void refusesWhatMayNot(String java) {
    assertEquals(Optional.empty(), PostgresPattern.of(java));
  }
}
