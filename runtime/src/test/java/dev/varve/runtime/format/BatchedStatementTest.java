package dev.varve.runtime.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchedStatementTest {
  private static BatchedStatement parse(Engine engine, String sql) {
    return BatchedStatement.of(new SqlStatement(sql, 7), engine);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '@',
      value = {
        "UPDATE t SET a = 1;UPDATE t SET a = 1^WHERE R",
        "update T set a = 1 where a = 2 or b;update T set a = 1 where ( a = 2 or b^) AND R",
        "UPDATE t SET a = (SELECT 1 WHERE 2) WHERE c -- x^ = 3;UPDATE t SET a = (SELECT 1 WHERE 2)"
            + " WHERE ( c -- x^ = 3^) AND R",
        "DELETE FROM t;DELETE FROM t^WHERE R",
        "DELETE FROM ONLY a.t USING u WHERE u.x = t.x;DELETE FROM ONLY a.t USING u WHERE ( u.x ="
            + " t.x^) AND R",
        "UPDATE t SET a = ' WHERE ', b = \"where\" FROM u;UPDATE t SET a = ' WHERE ', b = \"where\" FROM"
            + " u^WHERE R",
        "UPDATE t SET a = x.where WHERE t.order = x.limit;UPDATE t SET a = x.where WHERE ( t.order ="
            + " x.limit^) AND R",
        "UPDATE t SET a = (SELECT 1 ORDER BY 1 LIMIT 1);UPDATE t SET a = (SELECT 1 ORDER BY 1 LIMIT"
            + " 1)^WHERE R",
        "UPDATE t SET a = count(*) FILTER (WHERE x) /* WHERE */ WHERE y;UPDATE t SET a = count(*)"
            + " FILTER (WHERE x) /* WHERE */ WHERE ( y^) AND R",
      })
  void addsACondition(String sql, String expected) {
    String within = parse(Engine.POSTGRESQL, sql.replace('^', '\n')).within("R");
    assertEquals(expected, within.replace('\n', '^'));
  }

  @Test
  void knowsItsTable() {
    BatchedStatement odd = parse(Engine.POSTGRESQL, "UPDATE \"Odd \"\"s\" . T SET a = 1");
    assertEquals("\"Odd \"\"s\" . T", odd.table());
    assertEquals(List.of("Odd \"s", "t"), odd.tableName());
    assertEquals(
        List.of("main", "a]b"), parse(Engine.SQLITE, "DELETE FROM Main.`A]b`").tableName());
    assertEquals(List.of("a b"), parse(Engine.SQLITE, "UPDATE [A b] SET x = 1").tableName());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '@',
      value = {
        "a = 1, id = 2",
        "a = b IS DISTINCT FROM c, id = 2",
        "(a, id) = (SELECT 1, 2)",
        "a = f(1, 2), (\"id\") = ROW (1)",
        "a[1] = 1, id[2] = 3 FROM u, v",
        "id.x = 3",
      })
  void knowsWhatItSets(String assignments) {
    BatchedStatement sets = parse(Engine.POSTGRESQL, "UPDATE t SET " + assignments + " WHERE x");
    assertTrue(sets.sets("id"), assignments);
    assertEquals(List.of(false, false), List.of(sets.sets("b"), sets.sets("u")));
  }

  @Test
  void aComparisonSetsNothing() {
    BatchedStatement sets =
        parse(Engine.SQLITE, "UPDATE t SET A = (id = 3), b = (1, id) FROM u, id WHERE x, id = 3");
    assertEquals(List.of(true, true), List.of(sets.sets("a"), sets.sets("B")));
    assertEquals(false, sets.sets("id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '@',
      value = {
        "INSERT INTO t SELECT 1;begins with \"INSERT\", which can't be batched; write UPDATE table SET",
        "WITH x AS (SELECT 1) UPDATE t SET a = 1;begins with \"WITH\"",
        "UPDATE t AS x SET a = 1;after t comes \"AS\"; a batched statement has no alias",
        "UPDATE t x SET a = 1;after t comes \"x\"",
        "UPDATE OR IGNORE t SET a = 1;after OR comes \"IGNORE\"",
        "DELETE FROM t AS x;after t comes \"AS\"",
        "UPDATE t SET a = 1 RETURNING id;RETURNING is about all rows",
        "UPDATE t SET a = 1 WHERE b RETURNING id;RETURNING is about all rows",
        "UPDATE t SET a = 1 WHERE b ORDER BY c LIMIT 3;ORDER is about all rows",
        "DELETE FROM t LIMIT 3;after t comes \"LIMIT\"",
        "DELETE FROM t WHERE a LIMIT 3;LIMIT is about all rows",
        "DELETE FROM t WHERE CURRENT OF c;WHERE CURRENT OF is one row",
        "UPDATE;instead of a table's name comes its end",
        "UPDATE (t) SET a = 1;instead of a table's name comes \"(\"",
      })
  void refusesWhatItCannotDivide(String sql, String message) {
    for (Engine engine : Engine.values()) {
      FormatException e = assertThrows(FormatException.class, () -> parse(engine, sql));
      assertEquals(7, e.line());
      assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '@',
      value = {
        "@@",
        "table=orders key=id batch=500 pause=50ms",
        "table=billing.\"Odd t\" key=\"a,b\",c,\"d\"\"=\"",
        "key=a pause=0s",
        "pause=1500ms",
        "pause=90s",
      })
  void directivesAreReadAsTheyAreWritten(String text) {
    assertEquals(text, Backfill.parse(text).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '@',
      value = {
        "-- varve:backfill tabel=t^UPDATE t SET a = 1;line 1: varve:backfill: found \"tabel=t\";"
            + " expected as in: table=orders",
        "^-- varve:backfill key=^UPDATE t SET a = 1;line 2: varve:backfill: found \"key=\"",
        "-- varve:backfill key=\"a^DELETE FROM t;line 1: varve:backfill: found \"key=\"a\"",
        "-- varve:backfill batch=0^DELETE FROM t;line 1: varve:backfill: found \"batch=0\"; expected a"
            + " number of rows from 1 to 100000",
        "-- varve:backfill pause=5^DELETE FROM t;line 1: varve:backfill: found \"5\"; expected a length",
        "-- varve:backfill key=a key=b^DELETE FROM t;line 1: varve:backfill: it says key= twice",
        "DELETE FROM t^-- varve:backfill^WHERE a;line 2: varve:backfill stands in the middle",
        "-- varve:backfill^-- varve:backfill^DELETE FROM t;line 2: varve:backfill stands twice",
        "^-- varve:backfill^/* end */;line 2: no statement follows varve:backfill",
      })
  void saysWhatIsWrongWithADirective(String script, String message) {
    FormatException e =
        assertThrows(
            FormatException.class,
            () -> StatementSplitter.split(script.replace('^', '\n'), Engine.POSTGRESQL));
    assertTrue(String.valueOf(e.getMessage()).startsWith(message), e.getMessage());
  }

  @Test
  void belongsToTheNextStatement() {
    List<SqlStatement> statements =
        StatementSplitter.split(
            "SELECT 1;\n-- varve:backfill key=a\n-- Why.\nDELETE FROM t; SELECT 2; -- varve:backfills",
            Engine.SQLITE);
    assertEquals(
        List.of("false", "true", "false"),
        statements.stream().map(each -> String.valueOf(each.backfill().isPresent())).toList());
  }
}
