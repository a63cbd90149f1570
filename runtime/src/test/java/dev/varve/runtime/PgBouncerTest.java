package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.MigrationName;
import dev.varve.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through a real PgBouncer, in each of its modes. */
class PgBouncerTest {
  @TempDir Path temp;
  private String database = "";
  private MigrationFolder folder;

  @BeforeEach
  void prepare() throws Exception {
    assumeTrue(PgBouncer.program().isPresent(), "there is no pgbouncer (Debian: its own package)");
    database = PostgresServer.create();
    folder =
        new MigrationFolder(temp.resolve("db"), Engine.POSTGRESQL)
            .sealed("20260101000001_one", "CREATE TABLE a (x int);", "DROP TABLE a;")
            .sealed(
                "20260101000002_two",
                "-- varve:transaction none\nCREATE INDEX CONCURRENTLY a_x ON a (x);",
                "-- varve:transaction none\nDROP INDEX CONCURRENTLY a_x;");
  }

  private DataSource direct() {
    return PostgresServer.database(database);
  }

  private Migrator through(PgBouncer pool) {
    return Migrator.of(pool.database(database)).directory(folder.db());
  }

  private void assertUntouched() throws Exception {
    assertEquals(
        List.of(),
        Databases.rows(direct(), "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));
    assertEquals(List.of(), locks());
  }

  private List<String> locks() throws Exception {
    return Databases.rows(
        direct(),
        "SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM"
            + " pg_database WHERE datname = current_database())");
  }

  @ParameterizedTest
  @CsvSource({"transaction, 1", "transaction, 5", "statement, 1", "statement, 5"})
  void sharedServersAreRefusedBeforeAnythingIsDone(String mode, int servers) throws Exception {
    try (PgBouncer pool = PgBouncer.start(temp, mode, servers)) {
      Migrator migrator = through(pool);
      assertEquals(2, migrator.status().pending().size(), "reading is harmless");
      String message =
          String.valueOf(assertThrows(MigrationException.class, migrator::up).getMessage());
      assertTrue(message.contains("as PgBouncer in pool_mode = transaction"), message);
      assertUntouched();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void sessionsThatAreKeptAreFine(int servers) throws Exception {
    try (PgBouncer pool = PgBouncer.start(temp, "session", servers)) {
      assertEquals(2, through(pool).up().done().size());
      assertEquals(2, through(pool).down(2).done().size());
      try (Connection connection = pool.database(database).getConnection()) {
        assertEquals(2, Migrator.of(connection).directory(folder.db()).up().done().size());
      }
      assertTrue(through(pool).status().upToDate());
      assertEquals(List.of(), locks());
    }
  }

  /** One connection sees nothing of it, but two appliers don't run at once all the same. */
  @Test
  void twoGivenConnectionsThatShareAServerDoNotShareTheLock() throws Exception {
    try (PgBouncer pool = PgBouncer.start(temp, "transaction", 1);
        Connection one = pool.database(database).getConnection();
        Connection two = pool.database(database).getConnection()) {
      Migrator second = Migrator.of(two).directory(folder.db());
      List<String> refused = new ArrayList<>();
      folder.remove("20260101000002");
      Migrator.of(one)
          .directory(folder.db())
          .listener(
              new MigrationListener() {
                @Override
                public void started(MigrationName migration, Direction direction) {
                  if (refused.isEmpty()) {
                    refused.add(assertThrows(MigrationException.class, second::up).getMessage());
                  }
                }
              })
          .up();
      assertTrue(refused.get(0).contains("holds the lock already"), refused.get(0));
      assertTrue(refused.get(0).contains("as PgBouncer in pool_mode"), refused.get(0));
      assertEquals(List.of(), locks());
    }
  }

  @Test
  void aStatementPoolIsRefusedForOneConnectionToo() throws Exception {
    try (PgBouncer pool = PgBouncer.start(temp, "statement", 1);
        Connection one = pool.database(database).getConnection()) {
      Migrator migrator = Migrator.of(one).directory(folder.db());
      String message =
          String.valueOf(assertThrows(MigrationException.class, migrator::up).getMessage());
      assertTrue(message.contains("the connection cannot hold a transaction"), message);
      assertUntouched();
    }
  }
}
