package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest {
  private static final String V1 = "20260101000001_one";
  private static final String V2 = "20260101000002_two";
  private static final String PARENT_AND_CHILD =
      """
      CREATE TABLE p (id INTEGER PRIMARY KEY, a TEXT);
      CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p ON DELETE CASCADE);
      """;
  private static final String REBUILD =
      """
      CREATE TABLE new_p (id INTEGER PRIMARY KEY, a TEXT NOT NULL) STRICT;
      INSERT INTO new_p SELECT id, a FROM p;
      DROP TABLE p;
      ALTER TABLE new_p RENAME TO p;
      """;

  @TempDir Path temp;
  private UrlDataSource source;
  private MigrationFolder folder;
  private Migrator migrator;

  @BeforeEach
  void open() {
    source = Databases.sqlite(temp.resolve("test.db"));
    folder = new MigrationFolder(temp.resolve("db"), Engine.SQLITE);
    migrator = Migrator.of(source).directory(folder.db());
  }

  private static MigrationException refused(Migrator migrator) {
    return assertThrows(MigrationException.class, migrator::up);
  }

  private void parentAndChild() throws Exception {
    folder.sealed(V1, PARENT_AND_CHILD, "DROP TABLE c;\nDROP TABLE p;");
    migrator.up();
    Databases.run(source, "INSERT INTO p VALUES (1, 'x'), (2, 'y')");
    Databases.run(source, "INSERT INTO c VALUES (10, 1), (20, 2)");
  }

  @Test
  void aDatabaseInMemoryLivesInItsConnection() throws Exception {
    folder.sealed(V1, PARENT_AND_CHILD, "DROP TABLE c;\nDROP TABLE p;");
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Migrator.of(memory).directory(folder.db()).up();
      Databases.run(memory, "INSERT INTO p VALUES (1, 'x')");
      assertTrue(Migrator.of(memory).directory(folder.db()).status().upToDate());
      Migrator.of(memory).directory(folder.db()).allowDataLoss().down(1);
      assertEquals(
          List.of("_varve_migrations"),
          Databases.rows(memory, "SELECT name FROM sqlite_master WHERE type = 'table'"));
    }
  }

  /** A plain connection has foreign keys off, so that SQLite says nothing. */
  @Test
  void rowsThatPointNowhereAreRefusedWhateverTheConnectionSays() throws Exception {
    parentAndChild();
    for (String statement :
        List.of("UPDATE c SET p = 7 WHERE id = 10", "DELETE FROM p WHERE id = 2")) {
      folder.sealed(V2, "ALTER TABLE c ADD COLUMN n INTEGER;\n" + statement + ";", "SELECT 1;");
      for (String keys : List.of("ON", "OFF")) {
        try (Connection connection = source.getConnection()) {
          Databases.run(connection, "PRAGMA foreign_keys = " + keys);
          Migrator here = Migrator.of(connection).directory(folder.db());
          if (keys.equals("OFF")) {
            assertTrue(refused(here).getMessage().contains("c -> p, 1 of them"));
            assertEquals(List.of("10|1", "20|2"), Databases.rows(connection, "SELECT * FROM c"));
            assertEquals(List.of("2"), Databases.rows(connection, "SELECT count(*) FROM p"));
          } else if (statement.startsWith("UPDATE")) {
            assertTrue(refused(here).getMessage().contains("FOREIGN KEY constraint failed"));
          }
        }
      }
    }
  }

  @Test
  void aRebuildWithForeignKeysOffKeepsTheChildren() throws Exception {
    parentAndChild();
    folder.sealed(V2, "-- varve:foreign_keys off\n" + REBUILD, "SELECT 1;");
    try (Connection connection = source.getConnection()) {
      Migrator.of(connection).directory(folder.db()).up();
      assertEquals(List.of("10|1", "20|2"), Databases.rows(connection, "SELECT * FROM c"));
      assertEquals(List.of("1"), Databases.rows(connection, "PRAGMA foreign_keys"));
    }
  }

  @Test
  void aRebuildThatOrphansRowsIsRolledBack() throws Exception {
    parentAndChild();
    folder.sealed(
        V2, "-- varve:foreign_keys off\n" + REBUILD + "DELETE FROM p WHERE id = 2;", "SELECT 1;");
    try (Connection connection = source.getConnection()) {
      MigrationException e = refused(Migrator.of(connection).directory(folder.db()));
      assertTrue(String.valueOf(e.getMessage()).contains("c -> p, 1 of them"), e.getMessage());
      assertEquals(List.of("1|x", "2|y"), Databases.rows(connection, "SELECT * FROM p"));
      assertEquals(List.of("1"), Databases.rows(connection, "PRAGMA foreign_keys"));
    }
  }

  @Test
  void orphansStopARebuildOnAConnectionThatChecksNoKeys() throws Exception {
    parentAndChild();
    folder.sealed(
        V2, "-- varve:foreign_keys off\n" + REBUILD + "DELETE FROM p WHERE id = 2;", "SELECT 1;");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + temp + "/test.db")) {
      assertEquals(List.of("0"), Databases.rows(connection, "PRAGMA foreign_keys"));
      MigrationException e = refused(Migrator.of(connection).directory(folder.db()));
      assertTrue(String.valueOf(e.getMessage()).contains("c -> p, 1 of them"), e.getMessage());
      assertEquals(List.of("1|x", "2|y"), Databases.rows(connection, "SELECT * FROM p"));
      assertEquals(List.of("0"), Databases.rows(connection, "PRAGMA foreign_keys"));
    }
  }

  @Test
  void orphansThatWereThereAreNotTheMigrationsFault() throws Exception {
    parentAndChild();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + temp + "/test.db")) {
      Databases.run(connection, "INSERT INTO c VALUES (30, 99)");
    }
    folder.sealed(V2, "-- varve:foreign_keys off\n" + REBUILD, "SELECT 1;");
    assertEquals(1, migrator.up().done().size());
  }

  @Test
  void aPragmaThatWouldBeIgnoredIsRefused() throws Exception {
    folder.sealed(V1, "PRAGMA foreign_keys = OFF;\nCREATE TABLE a (x);", "DROP TABLE a;");
    assertTrue(
        String.valueOf(refused(migrator).getMessage()).contains("say -- varve:foreign_keys off"));
  }

  @Test
  void triggersGoOverWhole() throws Exception {
    folder.sealed(
        V1,
        """
        CREATE TABLE a (x INTEGER, y TEXT);
        CREATE TRIGGER t AFTER INSERT ON a BEGIN
          UPDATE a SET y = CASE WHEN NEW.x > 1 THEN 'many; ' ELSE 'one' END;
          INSERT INTO a SELECT 0, 'z' WHERE NEW.x = 99; -- END;
        END;
        INSERT INTO a (x) VALUES (2);
        """,
        "DROP TABLE a;");
    migrator.up();
    assertEquals(List.of("2|many; "), Databases.rows(source, "SELECT * FROM a"));
  }

  @Test
  void waitsForAWriterNoLongerThanTheLimitAndRestoresTheTimeout() throws Exception {
    folder.sealed(V1, PARENT_AND_CHILD, "DROP TABLE c;\nDROP TABLE p;");
    try (Connection writer = source.getConnection();
        Connection connection = source.getConnection()) {
      Databases.run(connection, "PRAGMA busy_timeout = 1234");
      Databases.run(writer, "BEGIN IMMEDIATE");
      MigrationException e =
          refused(
              Migrator.of(connection).directory(folder.db()).lockTimeout(Duration.ofMillis(100)));
      assertTrue(
          String.valueOf(e.getMessage())
              .contains("another connection is writing since longer than 100 ms"),
          e.getMessage());
      assertEquals(List.of("1234"), Databases.rows(connection, "PRAGMA busy_timeout"));
      Databases.run(writer, "ROLLBACK");
      Migrator.of(connection).directory(folder.db()).up();
      assertEquals(List.of("1234"), Databases.rows(connection, "PRAGMA busy_timeout"));
    }
  }

  @Test
  void vacuumNeedsNoTransaction() throws Exception {
    folder.sealed(V1, "-- varve:transaction none\nVACUUM;", "-- varve:transaction none\nVACUUM;");
    assertEquals(1, migrator.up().done().size());
    assertEquals(1, migrator.down(1).done().size());
  }

  @Test
  void aReadOnlyFileHasAStatusAndRefusesTheRest() throws Exception {
    folder.sealed(V1, PARENT_AND_CHILD, "DROP TABLE c;\nDROP TABLE p;");
    migrator.up();
    folder.sealed(V2, "CREATE TABLE x (a);", "DROP TABLE x;");
    Migrator reading =
        Migrator.of(new UrlDataSource(source.url() + "&open_mode=1")).directory(folder.db());
    assertEquals(1, reading.status().pending().size());
    assertTrue(String.valueOf(refused(reading).getMessage()).contains("readonly"));
  }

  @Test
  void codeThatTheChecksumTakesForACommentIsRefused() throws Exception {
    for (String hidden : List.of("/* /* */ CREATE TABLE h (x); -- */ */", "/*/* */ SELECT 1;*/")) {
      folder.sealed(V1, "CREATE TABLE a (x);\n\n" + hidden, "DROP TABLE a;");
      MigrationException e = refused(migrator);
      assertTrue(
          String.valueOf(e.getMessage()).contains("line 3: a block comment holds another /*"),
          e.getMessage());
      assertEquals(List.of(), Databases.tables(source, Engine.SQLITE));
    }
    folder.sealed(
        V1, "/*/ plain */ CREATE TABLE a (x DEFAULT '/* /* */'); -- /* /* */", "DROP TABLE a;");
    assertEquals(1, migrator.up().done().size());
  }
}
