package dev.varve.schema.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.sql.SqlTokens.Flaw;
import java.util.List;
import java.util.Optional;
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

  /** What stands in a literal is no name, and a comment hides nothing of what follows it. */
  @Test
  void readsLiteralsAndCommentsAsAWhole() {
    SqlTokens tokens = SqlTokens.of("$x$it's$x$ = E'it\\'s ''a' -- (\n/* ( /* */ ) */ b $ c");
    assertEquals(
        List.of("$x$it's$x$", "=", "E'it\\'s ''a'", "b", "$", "c"),
        tokens.tokens().stream().map(Token::text).toList());
    assertEquals("it's", tokens.tokens().get(0).literal());
    assertEquals(Optional.of(Flaw.COMMENT), tokens.flaw());
  }
}
