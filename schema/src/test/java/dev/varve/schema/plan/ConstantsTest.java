package dev.varve.schema.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1.5e3",
        "'it''s'",
        "E'a\\n'",
        "true",
        "(FALSE)",
        "'FREE'::tier",
        "'FREE'::\"kinds\".\"tier\"",
        "'{}'::text[]",
        "1::numeric(12, 2)",
        "'2026-11-20'::timestamp with time zone",
        "'1'::double precision::text",
        "CAST('x' AS varchar(9))",
        "cast((1) as character varying)::text"
      })
  void isSure(String expression) {
    assertTrue(Constants.isConstant(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "a",
        "\"true\"",
        "- 'x'",
        "now()",
        "CURRENT_DATE",
        "'a' || 'b'",
        "1 + 1",
        "1::int is null",
        "1::int time",
        "'a'::text COLLATE \"C\"",
        "'x'::f(a)",
        "CAST(a AS text)",
        "(1",
        "'a' -- comment"
      })
  void isNotSure(String expression) {
    assertFalse(Constants.isConstant(expression));
  }
}
