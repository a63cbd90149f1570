package dev.varve.runtime.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableStatementTest {
  private static String destroyed(String sql, Engine engine) {
    List<Destructive> all = TableStatement.destroyed(new SqlStatement(sql, 1), engine);
    return String.join("; ", all.stream().map(Destructive::toString).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "DROP TABLE a | table a",
        "drop /* old */ table if exists Billing.\"Odd Table\", only_b CASCADE |"
            + " table billing.\"Odd Table\"; table only_b",
        "TRUNCATE ONLY a, b.c RESTART IDENTITY | table a; table b.c",
        "DELETE FROM a | table a",
        "DELETE FROM a WHERE x = 1 | §§",
        "ALTER TABLE IF EXISTS ONLY a DROP COLUMN IF EXISTS x, ADD y numeric(3, 1), DROP z |"
            + " column a.x; column a.z",
        "ALTER TABLE a DROP CONSTRAINT x, ALTER COLUMN y DROP NOT NULL | §§",
        "DROP INDEX a | §§",
        "CREATE TABLE a (b int) | §§"
      })
  void whatGoesIsRecognised(String sql, String expected) {
    assertEquals(expected, destroyed(sql, Engine.POSTGRESQL));
  }

  @Test
  void eachEngineHasNamesOfItsOwn() {
    assertEquals(
        "column A.[x]".replace("[x]", "\"x y\""),
        destroyed("ALTER TABLE A DROP [x y]", Engine.SQLITE));
    assertEquals("table a", destroyed("DROP TABLE A", Engine.POSTGRESQL));
    assertEquals(
        "table a\"b".replace("a\"b", "\"a\"\"b\""), destroyed("DROP TABLE `a\"b`", Engine.SQLITE));
  }

  @Test
  void whatComesIsRecognised() {
    List<Destructive> made =
        TableStatement.created(
            new SqlStatement("ALTER TABLE a ADD COLUMN IF NOT EXISTS x int, ADD y int", 1),
            Engine.POSTGRESQL);
    assertEquals(List.of(Destructive.column("", "a", "x"), Destructive.column("", "a", "y")), made);
    assertEquals(
        List.of(Destructive.table("", "b")),
        TableStatement.created(
            new SqlStatement("CREATE TABLE IF NOT EXISTS b (x int)", 1), Engine.SQLITE));
  }
}
