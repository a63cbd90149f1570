package dev.varve.processor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.sql.SqlTokens.Flaw;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTokensTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a > 0",
        "a > -1",
        "-a < +1",
        "a BETWEEN 1 AND 2",
        "a IN ('x', 'y')",
        "a IS NOT NULL",
        "NOT a",
        "count(*)",
        "(a) * (b)",
        "E'it\\'s'",
        "a::text ~ '^x'",
        "~a",
        "'{}'::jsonb -> 'k'",
        "now() - interval '1 day'"
      })
  void hasNothingAgainst(String sql) {
    assertEquals(Optional.empty(), SqlTokens.of(sql).flaw());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a >", "a > 0 and", "or a", "= 1", "(a <) or b", "a * ", "not", "a in"})
  void findsLonelyOperators(String sql) {
    assertEquals(Optional.of(Flaw.LONELY_OPERATOR), SqlTokens.of(sql).flaw());
  }
}
