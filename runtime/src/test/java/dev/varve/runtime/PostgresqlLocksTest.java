package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.MigrationName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that somebody else holds. */
class PostgresqlLocksTest {
  private static final String V1 = "20260101000001_one";
  private static final String V2 = "20260101000002_two";

  @TempDir Path temp;
  private UrlDataSource source;
  private Connection blocker;
  private MigrationFolder folder;
  private Migrator migrator;

  @BeforeEach
  void open() throws Exception {
    source = Databases.postgresql();
    blocker = new UrlDataSource(source.url() + "&ApplicationName=blocker").getConnection();
    folder = new MigrationFolder(temp.resolve("db"), Engine.POSTGRESQL);
    folder.sealed(V1, "CREATE TABLE a (x int);\nCREATE TABLE b (x int);", "DROP TABLE a, b;");
    migrator = Migrator.of(source).directory(folder.db());
    migrator.up();
    Databases.run(blocker, "BEGIN; SELECT * FROM a");
  }

  @AfterEach
  void close() throws Exception {
    blocker.close();
  }

  private String pid() throws SQLException {
    return Databases.rows(blocker, "SELECT pg_backend_pid()").get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- varve:transaction none\n"})
  void triesUntilTheTableIsFree(String directive) throws Exception {
    folder.sealed(
        V2,
        directive + "CREATE TABLE c (x int);\nALTER TABLE a ADD COLUMN y int;",
        directive + "DROP TABLE c;\nALTER TABLE a DROP COLUMN y;");
    List<String> told = new ArrayList<>();
    Migrator listening =
        migrator.listener(
            new MigrationListener() {
              @Override
              public void started(MigrationName migration, Direction direction) {
                told.add("started");
              }

              @Override
              public void waiting(Duration waited) {
                told.add("waiting");
                if (told.size() == 5) {
                  rollback();
                }
              }

              @Override
              public void finished(MigrationReport.Done done) {
                told.add("finished");
              }
            });
    listening.up();
    assertEquals(List.of("started", "waiting", "waiting", "waiting", "waiting", "finished"), told);
    assertEquals(List.of(), Databases.rows(source, "SELECT a.y, c.x FROM a, c"));
    Databases.run(blocker, "BEGIN; SELECT * FROM a");
    told.clear();
    listening.down(1);
    assertEquals(6, told.size(), told.toString());
  }

  private void rollback() {
    try {
      Databases.run(blocker, "ROLLBACK");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- varve:transaction none\n"})
  void whoHoldsItTooLongIsNamed(String directive) throws Exception {
    folder.sealed(
        V2,
        directive
            + "CREATE TABLE c (x int);\nALTER TABLE b ADD COLUMN y int;\nALTER TABLE a ADD COLUMN y int;",
        directive + "DROP TABLE c;");
    MigrationException e =
        assertThrows(MigrationException.class, migrator.lockTimeout(Duration.ofMillis(400))::up);
    assertEquals(Optional.of("55P03"), e.sqlState());
    String hint = e.hint().orElseThrow();
    assertTrue(
        hint.contains("Table a is locked (AccessShareLock) by server process " + pid()), hint);
    assertTrue(hint.contains("application \"blocker\""), hint);
    assertTrue(hint.contains("pg_terminate_backend(" + pid() + ")"), hint);
    String left = directive.isEmpty() ? "0" : "1";
    assertEquals(
        List.of(left),
        Databases.rows(source, "SELECT count(*) FROM pg_tables WHERE tablename = 'c'"));
    rollback();
    migrator.up();
    assertEquals(List.of(), Databases.rows(source, "SELECT a.y, b.y FROM a, b, c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- varve:transaction none\n"})
  void aDeadlockIsTriedAgainWithAllThatItUndid(String directive) throws Exception {
    Databases.run(source, "CREATE SEQUENCE tries");
    folder.sealed(
        V2,
        directive
            + "DO $$ BEGIN INSERT INTO b VALUES (7); IF nextval('tries') < 3 THEN"
            + " RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END IF; END $$;",
        "SELECT 1;");
    migrator.up();
    assertEquals(
        List.of("7|3"), Databases.rows(source, "SELECT x, (SELECT last_value FROM tries) FROM b"));
  }
}
