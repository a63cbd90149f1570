package dev.varve.seed.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSampleTest {
  private static Choices<String> texts(int least, int most, boolean notBlank, String... patterns) {
    List<Pattern> compiled = List.of(patterns).stream().map(Pattern::compile).toList();
    BigDecimal none = null;
    ValueDomain domain =
        new ValueDomain(
            none,
            none,
            least,
            most,
            notBlank,
            compiled,
            List.of(),
            List.of(),
            ValueDomain.Tense.ANY,
            List.of());
    return PatternSample.of(7, domain, least, most);
  }

  private static int distinct(Choices<String> texts, int most, String... patterns) {
    Set<String> seen = new HashSet<>();
    for (long i = 0; i < Math.min(most, texts.count()); i++) {
      String text = texts.get(i);
      assertTrue(seen.add(text), () -> text + " comes twice for " + String.join(" ", patterns));
      for (String pattern : patterns) {
        assertTrue(text.matches(pattern), () -> text + " doesn't match " + pattern);
      }
    }
    return seen.size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[A-Z]{2}-\\d{4}",
        "^\\+?[0-9. ()-]{7,25}$",
        "[a-z0-9-]{1,32}@[a-z]{1,8}\\.[a-z]{2,4}",
        "(?i)[a-f]+",
        "(?is)a(?i:b).{3}",
        "(?s)(.+@.+)?",
        "(foo|bar|f[aeiou]o)\\d",
        "(a|ab)(c|bcd)(d*)",
        "a?a?a?b",
        "(a*)*b",
        "(ab?)+",
        "[^@\\s]+@[^@\\s]+",
        ".+",
        ".*",
        "\\p{Lu}\\p{Ll}*",
        "[\\w&&[^_]]{3}",
        "[а-яё]{3,5}",
        "(?<year>\\d{4})-(?:0[1-9]|1[0-2])",
        "\\Qa.b\\E\\x41\\u0042[\\]\\-x]",
        "[]a]b",
        "\\S{300}",
        "(aaa|bbbbb){2,9}",
        "x{0,3}y{2,}?",
        "\\d+|[a-z]+",
        "https?://[a-z]+(\\.[a-z]+)+(/\\S*)?",
        "(\\d{1,3}\\.){3}\\d{1,3}",
        "#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})",
        "\\t\\n \\\\",
      })
  void textsMatchAndDiffer(String pattern) {
    assertTrue(distinct(texts(0, 1000, false, pattern), 3000, pattern) > 0);
    distinct(texts(1, 1000, true, pattern), 3000, pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "'[A-Z]{2}',676",
    "'\\d{3}',1000",
    "'[01]',2",
    "'abc',1",
    "'[ab]{1,3}',14",
    "'(x|y)(1|2|3)',6",
    "'(cat|dog|bird)s?',6",
    "'[a-c]?[a-c]?',12",
  })
  void thePatternIsUsedUp(String pattern, int count) {
    Choices<String> texts = texts(1, 1000, false, pattern);
    assertEquals(count, texts.count());
    assertEquals(count, distinct(texts, count, pattern));
  }

  @ParameterizedTest
  @CsvSource({
    "'[a-z]+',50,60",
    "'[a-z]+',1,1",
    "'(ab)+',3,4",
    "'\\d*',5,5",
    "'.{2,}',40,255",
    "'[a-z]+( [a-z]+)*',30,31"
  })
  void lengthsHold(String pattern, int least, int most) {
    Choices<String> texts = texts(least, most, true, pattern);
    distinct(texts, 2000, pattern);
    for (long i = 0; i < Math.min(2000, texts.count()); i++) {
      int length = texts.get(i).length();
      assertTrue(length >= least && length <= most, texts.get(i));
    }
  }

  @Test
  void severalPatternsHoldTogether() {
    String[] patterns = {"[a-z0-9]{6}", ".*\\d.*", ".*[a-z].*"};
    assertTrue(distinct(texts(1, 9, true, patterns), 500, patterns) > 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?=.*\\d)[a-z\\d]{8}",
        "(?!a)b",
        "(?<=a)b",
        "a\\b",
        "(a)\\1",
        "\\k<x>(?<x>a)",
        "\\R",
        "(?>a)"
      })
  void whatIsNotUnderstoodIsSaid(String pattern) {
    String compiled = pattern.startsWith("\\k") ? "(?<x>a)\\k<x>" : pattern;
    ValueException e = assertThrows(ValueException.class, () -> texts(0, 99, false, compiled));
    assertTrue(e.getMessage().contains(compiled), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"'[a-z]{3}',1,2", "'[a-z]{3}',4,9", "'(aaa|bbbbb){2}',7,7", "'a$b',1,9"})
  void whatDoesNotExistIsSaid(String pattern, int least, int most) {
    ValueException e = assertThrows(ValueException.class, () -> texts(least, most, false, pattern));
    assertTrue(e.getMessage().contains("no text of " + least), e.getMessage());
  }
}
