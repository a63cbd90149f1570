package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresqlTest {
  private static final String V1 = "20260101000001_one";
  private static final String V2 = "20260101000002_two";

  @TempDir Path temp;
  private UrlDataSource source;
  private MigrationFolder folder;
  private Migrator migrator;

  @BeforeEach
  void open() throws Exception {
    source = Databases.postgresql();
    folder = new MigrationFolder(temp.resolve("db"), Engine.POSTGRESQL);
    migrator = Migrator.of(source).directory(folder.db());
  }

  private MigrationException refused(Migrator migrator) {
    return assertThrows(MigrationException.class, migrator::up);
  }

  private static void assertSays(MigrationException e, String... parts) {
    for (String part : parts) {
      assertTrue(String.valueOf(e.getMessage()).contains(part), part + " in: " + e.getMessage());
    }
  }

  private List<String> tables() throws SQLException {
    return Databases.tables(source, Engine.POSTGRESQL);
  }

  /** How many advisory locks there are in the database. */
  private List<String> locks() throws SQLException {
    return Databases.rows(
        source,
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM"
            + " pg_database WHERE datname = current_database())");
  }

  @Test
  void aTimeOutNamesWhoHoldsTheLock() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    List<MigrationException> timeouts = new ArrayList<>();
    List<Duration> waits = new ArrayList<>();
    Migrator second =
        migrator
            .lockTimeout(Duration.ofMillis(300))
            .listener(
                new MigrationListener() {
                  @Override
                  public void waiting(Duration waited) {
                    waits.add(waited);
                  }
                });
    UrlDataSource named = new UrlDataSource(source.url() + "&ApplicationName=first-applier");
    Migrator.of(named)
        .directory(folder.db())
        .listener(
            new MigrationListener() {
              @Override
              public void started(MigrationName migration, Direction direction) {
                timeouts.add(refused(second));
              }
            })
        .up();
    assertSays(
        timeouts.get(0),
        "another applier holds the lock",
        "300 ms",
        "application \"first-applier\"",
        "user postgres",
        "server process ");
    assertFalse(waits.isEmpty());
    assertEquals(List.of("a"), tables());
    assertEquals(List.of(), locks());
  }

  @Test
  void theLockIsGivenBackAfterAFailureAndTheSessionIsAsItWas() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);\nSELECT 1 / 0;", "DROP TABLE a;");
    try (Connection connection = source.getConnection()) {
      String settings =
          "SELECT current_setting('client_connection_check_interval'),"
              + " current_setting('lock_timeout'), current_setting('TimeZone')";
      List<String> before = Databases.rows(connection, settings);
      MigrationException e = refused(Migrator.of(connection).directory(folder.db()));
      assertEquals(Optional.of("22012"), e.sqlState());
      assertEquals(2, e.line());
      assertEquals(List.of(), locks());
      assertEquals(before, Databases.rows(connection, settings));
      assertEquals(List.of(), tables());
    }
  }

  @Test
  void aPoolThatDoesNotKeepTheSessionIsRefused() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    try (Connection one = source.getConnection();
        Connection two = source.getConnection()) {
      Connection pooled = ConnectionProxies.alternating(one, two);
      assertSays(
          refused(Migrator.of(pooled).directory(folder.db())),
          "the connection does not keep its session",
          "PgBouncer");
    }
    assertEquals(List.of(), tables());
  }

  /** As a pool does between two clients, or a script that knows no better. */
  @Test
  void whoLosesTheLockRunsNothingMore() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);\nSELECT pg_advisory_unlock_all();", "DROP TABLE a;");
    folder.sealed(V2, "CREATE TABLE b (x int);\nSELECT 1 / 0;", "DROP TABLE b;");
    assertSays(
        refused(migrator),
        "the connection does not keep its session",
        "which does not hold it any more");
    assertEquals(List.of("a"), tables());
    assertEquals(
        List.of("one"), Databases.rows(source, "SELECT name FROM _varve_migrations ORDER BY 1"));
    assertEquals(List.of(), locks());
  }

  @Test
  void whatTheHistoryRefusesLeavesNothing() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    migrator.up();
    Databases.run(source, "ALTER TABLE _varve_migrations ADD CHECK (version < '20260101000002')");
    folder.sealed(V2, "CREATE TABLE b (x int);\nCREATE TABLE c (x int);", "DROP TABLE b, c;");
    MigrationException e = refused(migrator);
    assertSays(e, V2 + ".sql", "the history could not be changed", "_varve_migrations");
    assertEquals(Optional.of("23514"), e.sqlState());
    assertEquals(List.of("a"), tables());
  }

  @Test
  void statusNeedsOnlySelect() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    migrator.up();
    folder.sealed(V2, "CREATE TABLE b (x int);", "DROP TABLE b;");
    String reader = "reader_" + source.url().replaceAll(".*/(test_\\d+).*", "$1");
    Databases.run(source, "CREATE ROLE " + reader + " LOGIN");
    Databases.run(source, "GRANT SELECT ON _varve_migrations TO " + reader);
    Migrator reading =
        Migrator.of(new UrlDataSource(source.url().replace("user=postgres", "user=" + reader)))
            .directory(folder.db());
    assertEquals(List.of(MigrationName.parse(V2)), reading.status().pending());
    MigrationException e = refused(reading);
    assertEquals(Optional.of("42501"), e.sqlState());
    assertSays(e, "owner");
    assertEquals(List.of("a"), tables());
    assertEquals(List.of(), locks());
  }

  @Test
  void eachSchemaHasItsHistory() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    migrator.up();
    Databases.run(source, "CREATE SCHEMA \"Tenant 1\"");
    UrlDataSource tenant =
        new UrlDataSource(source.url() + "&currentSchema=%22Tenant%201%22%2Cpublic");
    Migrator other = Migrator.of(tenant).directory(folder.db());
    assertEquals(1, other.status().pending().size());
    assertEquals(1, other.up().done().size());
    assertEquals(
        List.of("Tenant 1", "public"),
        Databases.rows(
            source,
            "SELECT schemaname FROM pg_tables WHERE tablename = '_varve_migrations' ORDER BY 1"));
    other.down(1);
    assertTrue(migrator.status().upToDate());
    assertSays(
        refused(
            Migrator.of(new UrlDataSource(source.url() + "&currentSchema=nowhere"))
                .directory(folder.db())),
        "search_path names no schema");
  }

  @Test
  void aScriptMayChangeTheSearchPathForItself() throws Exception {
    String up = "CREATE SCHEMA %1$s;\nSET search_path = %1$s;\nCREATE TABLE a (x int);";
    folder.sealed(V1, up.formatted("one"), "DROP SCHEMA one CASCADE;");
    folder.sealed(
        V2, "-- varve:transaction none\n" + up.formatted("two"), "DROP SCHEMA two CASCADE;");
    folder.sealed("20260101000003_three", "CREATE TABLE a (x int);", "DROP TABLE a;");
    migrator.up();
    assertEquals(
        List.of("one", "public", "two"),
        Databases.rows(
            source, "SELECT schemaname FROM pg_tables WHERE tablename = 'a' ORDER BY 1"));
    assertEquals(List.of("3"), Databases.rows(source, "SELECT count(*) FROM _varve_migrations"));
  }

  @Test
  void whatFailsAtTheCommitLeavesNothing() throws Exception {
    folder.sealed(
        V1,
        "CREATE TABLE a (x int PRIMARY KEY);\nCREATE TABLE b (x int REFERENCES a DEFERRABLE"
            + " INITIALLY DEFERRED);\nINSERT INTO b VALUES (1);",
        "DROP TABLE b;\nDROP TABLE a;");
    MigrationException e = refused(migrator);
    assertEquals(Optional.of(V1 + ".sql"), e.file());
    assertEquals(Optional.of("23503"), e.sqlState());
    assertEquals(List.of(), tables());
    assertEquals(List.of("0"), Databases.rows(source, "SELECT count(*) FROM _varve_migrations"));
  }

  @Test
  void whatWaitedLongEnoughIsNotTriedAgain() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    migrator.up();
    folder.sealed(
        V2,
        "SET LOCAL lock_timeout = '50ms';\nCREATE TABLE b (x int);\nALTER TABLE a ADD y int;",
        "DROP TABLE b;");
    try (Connection writer = source.getConnection()) {
      writer.setAutoCommit(false);
      Databases.run(writer, "INSERT INTO a VALUES (1)");
      MigrationException e = refused(migrator);
      assertEquals(Optional.of("55P03"), e.sqlState());
      assertSays(e, V2 + ".sql: one of the statements from line 1 to line 3", "lock_timeout");
      writer.rollback();
    }
    assertEquals(List.of("a"), tables());
    migrator.up();
    assertEquals(List.of("a", "b"), tables());
  }

  @Test
  void concurrentIndexesNeedNoTransaction() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    folder.sealed(V2, "CREATE INDEX CONCURRENTLY a_x_idx ON a (x);", "DROP INDEX a_x_idx;");
    MigrationException e = refused(migrator);
    assertEquals(Optional.of("25001"), e.sqlState());
    assertSays(e, "-- varve:transaction none");
    folder.sealed(
        V2,
        "-- varve:transaction none\nCREATE INDEX CONCURRENTLY a_x_idx ON a (x);",
        "-- varve:transaction none\nDROP INDEX CONCURRENTLY a_x_idx;");
    migrator.up();
    assertEquals(
        List.of("t"),
        Databases.rows(
            source, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_x_idx'::regclass"));
    migrator.down(2);
    assertEquals(List.of(), tables());
  }

  @Test
  void bodiesGoOverWhole() throws Exception {
    folder.sealed(
        V1,
        """
        CREATE TABLE a (x int, y text DEFAULT E'it\\'s; fine');
        CREATE FUNCTION one() RETURNS int LANGUAGE SQL
          BEGIN ATOMIC SELECT CASE WHEN true THEN 1 ELSE 2 END; SELECT 3; END;
        CREATE FUNCTION two() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.x := NEW.x + 1; -- it's
          RETURN NEW;
        END $$;
        CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION two();
        INSERT INTO a VALUES (1);
        """,
        "DROP TABLE a;\nDROP FUNCTION one;\nDROP FUNCTION two;");
    assertEquals(5, migrator.up().done().get(0).statements());
    assertEquals(List.of("2|it's; fine|3"), Databases.rows(source, "SELECT x, y, one() FROM a"));
  }

  @Test
  void aConnectionThatIsCutIsAnErrorAndLeavesNothing() throws Exception {
    folder.sealed(
        V1,
        "CREATE TABLE a (x int);\nSELECT pg_terminate_backend(pg_backend_pid());",
        "DROP TABLE a;");
    assertEquals(Optional.of(V1 + ".sql"), refused(migrator).file());
    assertEquals(List.of(), tables());
    assertEquals(List.of(), locks());
  }

  @Test
  void aTableInAnotherSchemaIsNotTakenOver() throws Exception {
    Databases.run(source, "CREATE SCHEMA billing");
    Databases.run(source, "CREATE TABLE billing.\"Odd ' one\" (theirs int)");
    Databases.run(source, "CREATE TABLE invoices (theirs int)");
    folder.sealed(
        V1,
        "CREATE TABLE IF NOT EXISTS billing.invoices (x int);\n"
            + "CREATE TABLE IF NOT EXISTS billing.\"Odd ' one\" (x int);",
        "-- varve:destructive table billing.invoices\n"
            + "-- varve:destructive table billing.\"Odd ' one\"\n"
            + "DROP TABLE billing.invoices, billing.\"Odd ' one\";");
    assertSays(refused(migrator), "the table billing.\"Odd ' one\" is there already");
    Databases.run(source, "DROP TABLE billing.\"Odd ' one\"");
    assertEquals(1, migrator.up().done().size());
    assertEquals(List.of(), locks());
  }

  @Test
  void aTransactionOfTheCallersIsRefusedAndLeftOpen() throws Exception {
    folder.sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;");
    Databases.run(source, "CREATE TABLE mine (x int)");
    try (Connection connection = source.getConnection()) {
      Migrator given = Migrator.of(connection).directory(folder.db());
      for (int i = 0; i < 20; i++) {
        Databases.run(connection, "BEGIN");
        if (i % 2 == 1) {
          Databases.run(connection, "INSERT INTO mine VALUES (1)");
        }
        assertSays(refused(given), "a transaction of yours open");
        Databases.run(connection, "ROLLBACK");
      }
      assertEquals(List.of("0"), Databases.rows(connection, "SELECT count(*) FROM mine"));
      assertEquals(1, given.up().done().size());
    }
    assertEquals(List.of(), locks());
  }
}
