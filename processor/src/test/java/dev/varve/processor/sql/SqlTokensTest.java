package dev.varve.processor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.sql.SqlTokens;
import dev.varve.schema.sql.SqlTokens.Flaw;
import dev.varve.schema.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlTokensTest {
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

  @Test
  void splitsExpressions() {
    assertEquals(
        List.of(
            "\"a\"\"b\"",
            ">=",
            "-",
            "1.5e-3",
            "AND",
            "x",
            "->>",
            "'it''s'",
            "::",
            "numeric",
            "(",
            "8",
            ",",
            "2",
            ")",
            "||",
            "y"),
        List.of("\"a\"\"b\">=-1.5e-3 AND x->>'it''s'::numeric(8, 2) || y").stream()
            .flatMap(sql -> SqlTokens.of(sql).tokens().stream())
            .map(Token::text)
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a = 'b,        OPEN_QUOTE",
        "\"a,           OPEN_QUOTE",
        "(a,            OPEN_PARENTHESIS",
        "a) OR (b,      CLOSING_PARENTHESIS",
        "a; DROP,       SEMICOLON",
        "a -- b,        COMMENT",
        "a /* b,        COMMENT",
        "a > 0 AND '(;--' = b,"
      })
  void findsFlaws(String sql, Flaw flaw) {
    assertEquals(Optional.ofNullable(flaw), SqlTokens.of(sql).flaw());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a > 0,                                   a",
        "lower(a) LIKE 'b%' COLLATE nocase,       a",
        "CAST(a AS decimal(8)) > b,               a b",
        "a::double precision < b,                 a b",
        "extract(year FROM day) > 2000,           day",
        "t.a = 'x' AND day >= date '2020-01-01',  a day",
        "CASE WHEN a THEN b ELSE NULL END,        a b",
        "a ->> 'key' IS NOT NULL,                 a",
        "\"B\" = A,                               B a",
        "day AT TIME ZONE 'UTC' < now(),          day"
      })
  void findsColumns(String sql, String columns) {
    SqlNames names =
        SqlNames.of(SqlTokens.of(sql).tokens(), Set.of("a", "b", "B", "day"), Set.of("t"));
    assertEquals(List.of(), names.unknown());
    assertEquals(columns, String.join(" ", names.used()));
  }
}
