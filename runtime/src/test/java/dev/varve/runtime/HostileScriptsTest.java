package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that nobody should write: what's wrong is said, with the line, and nothing is left. */
class HostileScriptsTest {
  private static final String V1 = "20260101000001_one";
  private static final String V2 = "20260101000002_two";
  private static final String V3 = "20260101000003_three";
  private static final String DOWN = "DROP TABLE b;";

  @TempDir Path temp;
  private final UrlDataSource[] sources = new UrlDataSource[Engine.values().length];
  private final MigrationFolder[] folders = new MigrationFolder[Engine.values().length];

  @BeforeEach
  void applyTheFirst() throws Exception {
    for (Engine engine : Engine.values()) {
      sources[engine.ordinal()] = (UrlDataSource) Databases.create(engine, temp);
      folders[engine.ordinal()] =
          new MigrationFolder(temp.resolve("db"), engine)
              .sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
      migrator(engine).up();
    }
  }

  private UrlDataSource source(Engine engine) {
    return sources[engine.ordinal()];
  }

  private MigrationFolder folder(Engine engine) {
    return folders[engine.ordinal()];
  }

  private Migrator migrator(Engine engine) {
    return Migrator.of(source(engine)).directory(temp.resolve("db"));
  }

  private MigrationException refused(Engine engine) throws SQLException {
    List<String> before = state(engine);
    MigrationException e = assertThrows(MigrationException.class, migrator(engine)::up);
    assertEquals(before, state(engine), e.getMessage());
    return e;
  }

  private List<String> state(Engine engine) throws SQLException {
    List<String> state = new ArrayList<>(Databases.tables(source(engine), engine));
    state.addAll(Databases.rows(source(engine), "SELECT version, state FROM _varve_migrations"));
    state.addAll(Databases.rows(source(engine), "SELECT x FROM a"));
    return state;
  }

  /** An error of the database. */
  private void fails(Engine engine, String up, int line, String statement, String message)
      throws Exception {
    folder(engine).sealed(V2, up, DOWN);
    MigrationException e = refused(engine);
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertEquals(Optional.of(V2 + ".sql"), e.file());
    assertEquals(line, e.line(), e.getMessage());
    assertEquals(Optional.of(statement), e.statement());
  }

  /** Refused before anything is sent. */
  private void isRefused(Engine engine, String up, String message) throws Exception {
    folder(engine).sealed(V2, up, DOWN);
    MigrationException e = refused(engine);
    assertTrue(e.getMessage().contains(V2 + ".sql: " + message), e.getMessage());
  }

  private void applies(Engine engine, String up) throws Exception {
    folder(engine).sealed(V2, up, DOWN);
    assertEquals(1, migrator(engine).up().done().size());
  }

  @ParameterizedTest
  @EnumSource
  void nothingToRunIsApplied(Engine engine) throws Exception {
    int second = 2;
    for (String up : List.of("", "\ufeff", " \r\n\t", "-- only\n/* comments */", ";;\n;")) {
      folder(engine).sealed("2026010100000" + second++ + "_empty", up, "SELECT 1;");
      assertEquals(0, migrator(engine).up().done().get(0).statements());
    }
    assertTrue(migrator(engine).status().upToDate());
  }

  @ParameterizedTest
  @EnumSource
  void lineEndsAndByteOrderMarksDoNotMatter(Engine engine) throws Exception {
    applies(
        engine, "\ufeffCREATE TABLE b (\r\n  x int\r\n);\r\nINSERT INTO b\r\nVALUES (1)\r\n-- end");
    folder(engine).sealed(V3, "\ufeff\r\n\r\nSELECT 1;\r\rSELECT\r\n nowhere;", "SELECT 1;");
    assertEquals(5, refused(engine).line());
  }

  @ParameterizedTest
  @CsvSource({"POSTGRESQL,'',", "POSTGRESQL,'-- varve:transaction none\n'", "SQLITE,''"})
  void theStatementThatFailsIsNamedWithItsLine(Engine engine, String directive) throws Exception {
    folder(engine)
        .sealed(
            V2,
            directive + "/* one\n * two */ SELECT 1; SELECT 'a\nb'\n;\n\nINSERT INTO\n  nowhere;",
            DOWN);
    MigrationException e = refusedBut(engine, directive.isEmpty());
    assertEquals(directive.isEmpty() ? 6 : 7, e.line(), e.getMessage());
    assertEquals(Optional.of("INSERT INTO nowhere"), e.statement());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- varve:transaction none\n"})
  void theLineInsideALongStatementIsNamedToo(String directive) throws Exception {
    String up =
        directive
            + "SELECT 1; SELECT\n  'é\ud83d\ude00',\n  nowhere\n;\n"
            + "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$\n\n  SELECT 1;\n  SELEC 2\n$$;";
    int more = directive.isEmpty() ? 0 : 1;
    folder(Engine.POSTGRESQL).sealed(V2, up, DOWN);
    MigrationException e = refusedBut(Engine.POSTGRESQL, directive.isEmpty());
    assertEquals(1 + more, e.line());
    assertTrue(e.getMessage().contains("Position: line " + (3 + more)), e.getMessage());
    Databases.run(
        source(Engine.POSTGRESQL),
        "DELETE FROM _varve_migrations WHERE version > '20260101000001'");
    folder(Engine.POSTGRESQL).sealed(V2, up.replace("nowhere", "1"), DOWN);
    e = refusedBut(Engine.POSTGRESQL, directive.isEmpty());
    assertEquals(5 + more, e.line());
    assertTrue(e.getMessage().contains("Position: line " + (8 + more)), e.getMessage());
  }

  /** Without a transaction, what was done before stays, and only that. */
  private MigrationException refusedBut(Engine engine, boolean transactional) throws SQLException {
    return transactional
        ? refused(engine)
        : assertThrows(MigrationException.class, migrator(engine)::up);
  }

  @ParameterizedTest
  @EnumSource
  void halfOfAScriptLeavesNothing(Engine engine) throws Exception {
    String up = "CREATE TABLE b (x int);\nINSERT INTO a VALUES (1);\n%s;\nDROP TABLE a;";
    fails(engine, up.formatted("SELEC 2"), 3, "SELEC 2", "yntax");
    fails(engine, up.formatted("SELECT (2"), 3, bad(engine, "SELECT (2"), "");
    fails(engine, up.formatted("SELECT 2)"), 3, "SELECT 2)", "yntax");
    if (engine == Engine.POSTGRESQL) {
      fails(engine, up.formatted("\ufeffSELECT 2"), 3, "\ufeffSELECT 2", "");
    }
    fails(engine, up.formatted("DELIMITER //"), 3, "DELIMITER //", "yntax");
    fails(engine, up.formatted("CREATE TABLE a (x int)"), 3, "CREATE TABLE a (x int)", "a");
  }

  /** In parentheses PostgreSQL's statements may have semicolons. */
  private static String bad(Engine engine, String open) {
    return engine == Engine.POSTGRESQL ? open + "; DROP TABLE a;" : open;
  }

  @ParameterizedTest
  @EnumSource
  void whatNeverEndsIsRefused(Engine engine) throws Exception {
    for (String open : List.of("'a", "\"a", "/* a", "'a''")) {
      String up = "INSERT INTO a VALUES (1);\nSELECT " + open + ";\nSELECT 2;";
      isRefused(engine, up, "line 2: what opens here is never closed: " + open + ";");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRESQL|DO $$ BEGIN|what opens here is never closed: $$ BEGIN",
        "POSTGRESQL|SELECT 1 /* a /* b */|what opens here is never closed",
        "POSTGRESQL|SELECT E'\\'|what opens here is never closed: E'\\'",
        "POSTGRESQL|\\i other.sql|a command for psql begins here",
        "POSTGRESQL|\\copy a FROM 'x'|a command for psql begins here",
        "POSTGRESQL|\\.|a command for psql begins here",
        "POSTGRESQL|COPY a FROM STDIN|COPY … FROM STDIN reads rows that no statement can hold",
        "POSTGRESQL|COPY a (x) FROM stdin WITH (FORMAT csv)|COPY … FROM STDIN",
        "POSTGRESQL|COPY a TO STDOUT|COPY … TO STDOUT",
        "POSTGRESQL|BEGIN|BEGIN: a script must not begin or end transactions",
        "POSTGRESQL|START TRANSACTION|START TRANSACTION: a script must not",
        "POSTGRESQL|COMMIT|COMMIT: a script must not",
        "POSTGRESQL|COMMIT AND CHAIN|COMMIT AND CHAIN: a script must not",
        "POSTGRESQL|END|END: a script must not",
        "POSTGRESQL|rollback|rollback: a script must not",
        "POSTGRESQL|ABORT|ABORT: a script must not",
        "POSTGRESQL|PREPARE TRANSACTION 'x'|PREPARE TRANSACTION 'x': a script must not",
        "POSTGRESQL|DISCARD ALL|DISCARD ALL: it would",
        "POSTGRESQL|SET standard_conforming_strings = off|SET standard_conforming_strings = off: ",
        "SQLITE|BEGIN IMMEDIATE|BEGIN IMMEDIATE: a script must not",
        "SQLITE|COMMIT|COMMIT: a script must not",
        "SQLITE|END TRANSACTION|END TRANSACTION: a script must not",
        "SQLITE|PRAGMA foreign_keys = OFF|PRAGMA foreign_keys = OFF: SQLite ignores it",
        "SQLITE|.read other.sql|a command for the sqlite3 shell begins here",
        "SQLITE|SELECT 1 /* a /* b */|a block comment holds another /*",
        "SQLITE|CREATE TABLE [a (x)|what opens here is never closed: [a (x)",
      })
  void whatCannotBeAppliedIsRefused(Engine engine, String statement, String message)
      throws Exception {
    String up = "INSERT INTO a VALUES (1);\n\n" + statement;
    isRefused(engine, up, "line 3: " + message);
    if (!statement.startsWith("PRAGMA")) {
      isRefused(engine, "-- varve:transaction none\n" + up, "line 4: " + message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRESQL|DO 'BEGIN INSERT INTO a VALUES (2); COMMIT; END'|2D000",
        "POSTGRESQL|VACUUM a|25001",
        "POSTGRESQL|CREATE DATABASE never|25001",
        "POSTGRESQL|SELECT 1 \\gexec|42601",
        "POSTGRESQL|SELECT :x|42601",
        "POSTGRESQL|RELEASE SAVEPOINT varve_none|3B001",
      })
  void whatPostgresqlRefusesLeavesNothing(Engine engine, String statement, String state)
      throws Exception {
    folder(engine).sealed(V2, "INSERT INTO a VALUES (1);\n" + statement + ";\nSELECT 1;", DOWN);
    MigrationException e = refused(engine);
    assertEquals(Optional.of(state), e.sqlState(), e.getMessage());
    assertEquals(2, e.line(), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VACUUM|VACUUM",
        "PRAGMA journal_mode = WAL|PRAGMA",
        "DETACH main|main",
        "SELECT load_extension('x')|",
        "PRAGMA wal_checkpoint|",
      })
  void whatSqliteRefusesLeavesNothing(String statement) throws Exception {
    folder(Engine.SQLITE)
        .sealed(V2, "INSERT INTO a VALUES (1);\n" + statement + ";\nSELEC 1;", DOWN);
    refused(Engine.SQLITE);
  }

  @Test
  void aQueryThatFailsLateFails() throws Exception {
    String late = "SELECT json(x) FROM (SELECT '{}' AS x UNION ALL SELECT '{')";
    fails(Engine.SQLITE, "INSERT INTO a VALUES (1);\n" + late, 2, late, "malformed JSON");
  }

  @Test
  void postgresqlRunsWhatItCanWrite() throws Exception {
    folder(Engine.POSTGRESQL)
        .sealed(
            V2,
            """
            CREATE TABLE b (x int, "y;" text);
            INSERT INTO b VALUES (1, E'it\\'s; /*' '--'), (2, U&'\\0061;'), (3, $q$ $$;$$ $q$);
            CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql
              BEGIN ATOMIC INSERT INTO b VALUES (a, 'f'); SELECT CASE WHEN a > 0 THEN 1 END; END;
            CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO b VALUES (9); COMMIT; END $$;
            DO $do$ BEGIN EXECUTE $$ INSERT INTO b VALUES (4, ';') $$; END $do$; /* a /* b; */ c; */
            CREATE RULE r AS ON DELETE TO b DO ALSO (INSERT INTO a VALUES (1); INSERT INTO a VALUES (2));
            CREATE OPERATOR @-@ (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int);
            SELECT f(7 @-@ -1) -- ;
            ;
            SET search_path TO pg_catalog;
            SELECT (ARRAY[1,2])[1], a$b$c FROM (SELECT 1 AS a$b$c) t WHERE '{"a": 1}'::jsonb ? 'a'
            """
                .replace("/*' '--'", "/*'\n '--\\''"),
            "DROP OPERATOR @-@ (int, int); DROP FUNCTION f; DROP PROCEDURE p; DROP TABLE b;")
        .sealed(V3, "-- varve:transaction none\nCALL p();", "SELECT 1;");
    migrator(Engine.POSTGRESQL).up();
    assertEquals(
        List.of("1|it's; /*--'", "2|a;", "3| $$;$$ ", "4|;", "6|f", "9|null"),
        Databases.rows(source(Engine.POSTGRESQL), "SELECT x, \"y;\" FROM b ORDER BY 1"));
    migrator(Engine.POSTGRESQL).allowDataLoss().down(2);
    assertEquals(List.of("a"), Databases.tables(source(Engine.POSTGRESQL), Engine.POSTGRESQL));
  }

  @Test
  void sqliteRunsWhatItCanWrite() throws Exception {
    folder(Engine.SQLITE)
        .sealed(
            V2,
            """
            CREATE TABLE [b;] (x INTEGER PRIMARY KEY, `y;` TEXT, a$b$ TEXT DEFAULT 'a\\');
            INSERT INTO "b;" (x, `y;`) VALUES (1, 'it''s;'), (2, x'61' || ';');
            CREATE TRIGGER t AFTER INSERT ON [b;] WHEN CASE NEW.x WHEN 3 THEN 1 ELSE 0 END BEGIN
              UPDATE a SET x = CASE WHEN 1 THEN 2 END; -- END;
              INSERT INTO a VALUES (CASE NEW.x WHEN 3 THEN 4 END); /* ; END; */
            END;
            INSERT INTO [b;] (x) VALUES (3);
            CREATE VIEW v AS SELECT ';' AS "a;"
            """,
            "DROP VIEW v; DROP TABLE [b;];");
    migrator(Engine.SQLITE).up();
    assertEquals(
        List.of("1|it's;|a\\", "2|a;|a\\", "3|null|a\\"),
        Databases.rows(source(Engine.SQLITE), "SELECT * FROM [b;]"));
    assertEquals(List.of("4"), Databases.rows(source(Engine.SQLITE), "SELECT x FROM a"));
  }

  @ParameterizedTest
  @EnumSource
  void filesThatAreNoTextAreRefused(Engine engine) throws Exception {
    folder(engine).sealed(V2, "CREATE TABLE b (x int);\n", DOWN);
    Path file = folder(engine).file(V2 + ".sql");
    String[][] hostile = {
      {"CREATE TABLE b (x int);\nSELECT '\0';", " has a NUL character in line 2, "},
      {"CREATE TABLE b (x int);\n\nSELECT '\u00e9';", " is not UTF-8 in line 3; "},
    };
    for (String[] one : hostile) {
      Files.write(file, one[0].getBytes(StandardCharsets.ISO_8859_1));
      assertTrue(refused(engine).getMessage().contains(V2 + ".sql" + one[1]));
    }
    Files.write(file, "CREATE TABLE b (x int);".getBytes(StandardCharsets.UTF_16));
    assertTrue(refused(engine).getMessage().contains(" is not UTF-8 in line 1; "));
    Files.write(file, "CREATE TABLE b (x int);".getBytes(StandardCharsets.UTF_16LE));
    assertTrue(refused(engine).getMessage().contains(" has a NUL character in line 1, "));
  }

  @ParameterizedTest
  @EnumSource
  void tenThousandStatementsAndAVeryLongLine(Engine engine) throws Exception {
    StringBuilder up = new StringBuilder("CREATE TABLE b (x text);");
    for (int i = 0; i < 10_000; i++) {
      up.append(" INSERT INTO b VALUES ('").append(i).append("');");
    }
    up.append("INSERT INTO b VALUES ('").append("é".repeat(400_000)).append("');");
    fails(engine, up + "\nSELECT nowhere;", 2, "SELECT nowhere", "nowhere");
    applies(engine, up.toString());
    assertEquals(
        List.of("10001|400000"),
        Databases.rows(source(engine), "SELECT count(*), max(length(x)) FROM b"));
  }

  @ParameterizedTest
  @EnumSource
  void fiftyMegabytesAreApplied(Engine engine) throws Exception {
    applies(engine, "CREATE TABLE b (x text);\n" + fill(50 << 20));
    assertTrue(migrator(engine).status().upToDate());
  }

  private static String fill(int size) {
    StringBuilder sql = new StringBuilder(size + 100);
    String text = "INSERT INTO b VALUES ('" + "x".repeat(1000) + "');\n";
    while (sql.length() < size) {
      sql.append(text);
    }
    return sql.toString();
  }

  @Test
  void whatAScriptSetsDoesNotReachTheNextOnPostgresql() throws Exception {
    Databases.run(source(Engine.POSTGRESQL), "DROP ROLE IF EXISTS nobody; CREATE ROLE nobody");
    folder(Engine.POSTGRESQL)
        .sealed(
            V2,
            """
            CREATE TABLE b (x text);
            SET standard_conforming_strings = on;
            SET SESSION session_replication_role = replica;
            SET search_path = pg_catalog;
            SET TIME ZONE 'CET';
            SET check_function_bodies TO false;
            SET ROLE nobody;
            """,
            DOWN)
        .sealed(
            V3,
            """
            INSERT INTO b SELECT current_setting(s) FROM unnest(ARRAY['session_replication_role',
              'search_path', 'check_function_bodies', 'role']) AS s;
            """,
            "SELECT 1;");
    migrator(Engine.POSTGRESQL).up();
    assertEquals(
        List.of("origin", "\"$user\", public", "on", "none"),
        Databases.rows(source(Engine.POSTGRESQL), "SELECT x FROM b"));
  }

  @ParameterizedTest
  @EnumSource
  void whatAScriptHasSetIsSetAgainWhenItGoesOn(Engine engine) throws Exception {
    boolean postgresql = engine == Engine.POSTGRESQL;
    Databases.run(source(engine), postgresql ? "CREATE SCHEMA other" : "SELECT 1");
    folder(engine)
        .sealed(
            V2,
            "-- varve:transaction none\n"
                + (postgresql
                    ? "SET search_path TO other; CREATE TABLE a (x int);"
                    : "PRAGMA foreign_keys = OFF; CREATE TABLE p (x PRIMARY KEY); CREATE TABLE c (x"
                        + " REFERENCES p ON DELETE CASCADE); INSERT INTO p VALUES (1); INSERT INTO"
                        + " c VALUES (1);")
                + "INSERT INTO late VALUES (1);"
                + (postgresql ? "INSERT INTO a VALUES (1);" : "DELETE FROM p;"),
            "SELECT 1;");
    assertThrows(MigrationException.class, migrator(engine)::up);
    Databases.run(source(engine), "CREATE TABLE " + (postgresql ? "other." : "") + "late (x int)");
    migrator(engine).up();
    assertEquals(
        List.of("1"),
        Databases.rows(source(engine), "SELECT x FROM " + (postgresql ? "other.a" : "c")));
  }

  @Test
  void quotesMeanTheSameWhateverTheDatabaseIsSetTo() throws Exception {
    UrlDataSource source = source(Engine.POSTGRESQL);
    Databases.run(source, "ALTER ROLE postgres SET standard_conforming_strings TO off");
    try {
      applies(Engine.POSTGRESQL, "CREATE TABLE b (x text); INSERT INTO b VALUES ('a\\'), (';');");
      assertEquals(List.of("a\\", ";"), Databases.rows(source, "SELECT x FROM b"));
    } finally {
      Databases.run(source, "ALTER ROLE postgres RESET standard_conforming_strings");
    }
  }
}
