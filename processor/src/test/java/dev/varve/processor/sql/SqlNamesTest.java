package dev.varve.processor.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.sql.SqlTokens;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlNamesTest {
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
