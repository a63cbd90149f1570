package dev.varve.runtime.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementSplitterTest {
  private static List<String> texts(String script, Engine engine) {
    List<String> texts = new ArrayList<>();
    for (SqlStatement statement : StatementSplitter.split(script, engine)) {
      texts.add(statement.text());
    }
    return texts;
  }

  @ParameterizedTest
  @EnumSource
  void givesEachStatementItsLine(Engine engine) {
    assertEquals(
        List.of(
            new SqlStatement("SELECT 1", 2),
            new SqlStatement("SELECT\n  2 -- inside ;\n  , 3", 4),
            new SqlStatement("SELECT 4", 8),
            new SqlStatement("SELECT 5", 8)),
        StatementSplitter.split(
            "\ufeff-- head; \r\nSELECT 1 /* ; */;\r\n\r\nSELECT\r\n  2 -- inside ;\r\n  , 3\r\n;"
                + "\r\n;;SELECT 4;SELECT 5 -- tail\r\n",
            engine));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyScriptHasNone(Engine engine) {
    assertEquals(List.of(), texts("-- nothing\n ; /* */ ;", engine));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a;''b;'",
        "SELECT \"a;\"\"b;\"",
        "DO $$ BEGIN PERFORM 1; END $$",
        "DO $do$ BEGIN EXECUTE $$ a; $$; END $do$",
        "SELECT E'it\\'s; here'",
        "SELECT E'\\\\'",
        "SELECT 1 /* a; /* b; */ c; */ + 1",
        "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); INSERT INTO u VALUES (2))",
        "CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE SQL BEGIN ATOMIC SELECT CASE WHEN"
            + " a > 0 THEN 1 ELSE 2 END; SELECT 3; END",
        "CREATE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); END",
        "SELECT a[1], ARRAY['x;', 'y;']",
        "SELECT E'it\\'s;'\n  'and it\\'s; more'",
        "SELECT E'it\\'s;' -- goes on\n 'it\\';s', 'a\\'",
        "SELECT 'a\\', E'' /* ; */, 'b\\'",
        "SELECT E'' \"c\" 'b\\'",
        "SELECT U&'\\0061;', U&\"!0061;\" UESCAPE '!', B'01', X'1F', N';'",
        "SELECT a$b$c, a$1, b$ FROM t$t",
        "SELECT 1 @-1, -- ;\n 2 */* ; */ 3, a @> '{;}', b #>> '{a;b}', c ?| ARRAY[';']",
        "SELECT '[' || a[1] || ']', b[1 /* ] ; ' */ ], c[1:2]",
        "SELECT $a$ ; $b$ ; $a$ || $é$;$é$ || $$;$$",
        "CREATE FUNCTION f() RETURNS int AS'SELECT 1;'LANGUAGE sql",
        "CREATE FUNCTION f(a t) RETURNS int BEGIN ATOMIC SELECT a.case AS end; SELECT 1 AS case; END",
        "CREATE OR REPLACE PROCEDURE p() LANGUAGE plpgsql AS $_$ BEGIN COMMIT; END; $_$",
        "SELECT begin atomic FROM spans",
        "SELECT begin, \"end\" FROM spans",
        "CREATE SCHEMA s CREATE TABLE t (x int) CREATE VIEW v AS SELECT ';' FROM t",
      })
  void postgresqlStatementsStayWhole(String statement) {
    assertEquals(
        List.of("SELECT 0", statement, "SELECT 9"),
        texts("SELECT 0;\n" + statement + ";\nSELECT 9;", Engine.POSTGRESQL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a;''b;'",
        "SELECT [a;b], `c;d`",
        "SELECT 1 /* a; b; */ + 1",
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = CASE WHEN 1 THEN 2 END; SELECT 1;"
            + " END",
        "CREATE TEMP TRIGGER IF NOT EXISTS t AFTER UPDATE OF \"end\" ON a WHEN CASE 1 WHEN 1 THEN 1"
            + " END BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; /* ; */ END",
        "CREATE TABLE trigger_log (a, \"trigger\")",
        "CREATE INDEX trigger ON a (b)",
        "CREATE TRIGGER `t;` AFTER INSERT ON a FOR EACH ROW BEGIN\nUPDATE a SET x = 1;\nEND",
        "CREATE TRIGGER t BEFORE UPDATE ON a BEGIN SELECT RAISE(ABORT, '; END;'); END",
        "SELECT 'a\\', \"b\\\", x'00', e ';e'",
        "SELECT $a, a$b$c, :a, @b, ?1",
        "CREATE VIRTUAL TABLE f USING fts5(a, content='t;', tokenize = 'unicode61')",
      })
  void sqliteStatementsStayWhole(String statement) {
    assertEquals(
        List.of("SELECT 0", statement, "SELECT 9"),
        texts("SELECT 0;\n" + statement + ";\nSELECT 9;", Engine.SQLITE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '@',
      value = {
        "COPY t (a) FROM STDIN|line 3: COPY … FROM STDIN",
        "copy t from stdin with csv|line 3: COPY … FROM STDIN",
        "\\connect other|line 3: a command for psql",
        "SELECT 'never|line 3: what opens here is never closed: 'never",
        "/* never|line 3: what opens here is never closed: /* never",
        "DO $x$ BEGIN $$|line 3: what opens here is never closed: $x$ BEGIN $$",
        "COPY t TO STDOUT|line 3: COPY … TO STDOUT",
        "\\. |line 3: a command for psql",
        "SELECT E'a\\'; SELECT 2|line 3: what opens here is never closed: E'a\\'",
      })
  void refusesWhatCannotBeApplied(String statement, String message) {
    FormatException e =
        assertThrows(
            FormatException.class,
            () -> StatementSplitter.split("SELECT 1;\n\n" + statement, Engine.POSTGRESQL));
    assertTrue(String.valueOf(e.getMessage()).startsWith(message), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '@',
      value = {
        ".mode csv|line 3: a command for the sqlite3 shell",
        "SELECT [never|line 3: what opens here is never closed",
        "SELECT `never|line 3: what opens here is never closed: `never",
        "/* a /* b */|line 3: a block comment holds another /*",
        "SELECT 1 e'\\', 'x -- y'|line 3: quotes stand here before a comment",
        "SELECT $a$, /* b */ $a$|line 3: quotes stand here before a comment",
      })
  void refusesWhatCannotBeAppliedToSqlite(String statement, String message) {
    FormatException e =
        assertThrows(
            FormatException.class,
            () -> StatementSplitter.split("SELECT 1;\n\n" + statement, Engine.SQLITE));
    assertTrue(String.valueOf(e.getMessage()).startsWith(message), e.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void splitsWhatWasJoined(Engine engine) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] pieces = {"SELECT ';'", "SELECT \"a;\"", "UPDATE t SET a = '--;'", "DELETE FROM t"};
    String[] gaps = {";", " ;\n", "; -- it's; over\n", ";/* ; */\n\n"};
    for (int round = 0; round < 300; round++) {
      List<String> expected = new ArrayList<>();
      StringBuilder script = new StringBuilder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        String piece = pieces[random.nextInt(pieces.length)];
        expected.add(piece);
        script.append(piece).append(gaps[random.nextInt(gaps.length)]);
      }
      assertEquals(expected, texts(script.toString(), engine), "seed " + seed);
    }
  }

  @Test
  void anExcerptIsOneLineAndKeepsPasswordsToItself() {
    SqlStatement statement = new SqlStatement("CREATE ROLE r\n  PASSWORD 'secret' LOGIN", 1);
    assertEquals("CREATE ROLE r PASSWORD '***' LOGIN", statement.excerpt(80));
    assertEquals("CREATE RO…", statement.excerpt(10));
    assertEquals("CREATE", statement.keyword());
  }
}
