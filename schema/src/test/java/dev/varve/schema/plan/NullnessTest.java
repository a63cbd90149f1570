package dev.varve.schema.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NullnessTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'none'",
        "-1",
        "'FREE'::tier",
        "'FREE'::kinds.tier",
        "('a' || 1)::varchar",
        "true",
        "CURRENT_DATE",
        "now()",
        "gen_random_uuid()",
        "nextval('t_fill')",
        "date '2026-11-20'",
        "coalesce('a', 'b')",
        "ARRAY['a']"
      })
  void isSure(String expression) {
    assertFalse(Nullness.mayBeNull(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nick",
        "\"true\"",
        "null",
        "null::text",
        "date",
        "t.nick",
        "upper(nick)",
        "coalesce(nick, null)",
        "nullif('a', 'a')",
        "substring('a' from 'b')",
        "own()",
        "CASE WHEN 1 = 2 THEN 3 END",
        "(SELECT 1)"
      })
  void isNotSure(String expression) {
    assertTrue(Nullness.mayBeNull(expression));
  }
}
