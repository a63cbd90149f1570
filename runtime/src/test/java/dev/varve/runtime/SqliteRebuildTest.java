package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table with 100,000 rows, and all that can hang on it, is made anew. */
class SqliteRebuildTest {
  private static final String V1 = "20260101000001_one";
  private static final String V2 = "20260101000002_two";
  private static final int ROWS = 100_000;

  private static final String SCHEMA =
      """
      CREATE TABLE customers (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        fax TEXT,
        friend INTEGER REFERENCES customers ON DELETE SET NULL
      ) STRICT;
      CREATE TABLE orders (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE
      ) STRICT;
      CREATE TABLE lines (
        id INTEGER PRIMARY KEY,
        "order" INTEGER NOT NULL REFERENCES orders ON DELETE CASCADE
      ) STRICT;
      CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        customer INTEGER REFERENCES "customers" ON DELETE SET NULL
      ) STRICT;
      CREATE TABLE log (what TEXT) STRICT;
      CREATE INDEX customers_name_idx ON customers (name);
      """;

  private static final String FILL =
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
      INSERT INTO customers SELECT i, 'name ' || i, 'fax ' || i, nullif(i - 1, 0) FROM n
      """
          .formatted(ROWS);

  private static final List<String> USERS_OWN =
      List.of(
          "CREATE TRIGGER \"renamed 'it\" AFTER UPDATE OF name ON customers BEGIN"
              + " INSERT INTO log VALUES (OLD.name || '->' || NEW.name); END",
          "CREATE TRIGGER ordered AFTER INSERT ON orders BEGIN"
              + " UPDATE customers SET name = name || '!' WHERE id = NEW.customer; END",
          "CREATE VIEW late AS SELECT id, name FROM customers WHERE id > 99998",
          "CREATE VIEW later AS SELECT * FROM late WHERE id > 99999",
          "CREATE TRIGGER viewed INSTEAD OF INSERT ON later BEGIN"
              + " INSERT INTO log SELECT name FROM customers WHERE id = NEW.id; END");

  @TempDir Path temp;
  private UrlDataSource source;
  private Connection connection;
  private MigrationFolder folder;
  private Migrator migrator;

  @BeforeEach
  void open() throws Exception {
    source = Databases.sqlite(temp.resolve("test.db"));
    folder = new MigrationFolder(temp.resolve("db"), Engine.SQLITE);
    folder.sealed(V1, SCHEMA, "SELECT 1;");
    connection = source.getConnection();
    migrator = Migrator.of(connection).directory(folder.db());
    migrator.up();
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
  }

  private void fill() throws Exception {
    run(FILL);
    run("INSERT INTO orders SELECT id, id FROM customers");
    run("INSERT INTO lines SELECT id, id FROM orders");
    run("INSERT INTO notes SELECT id, id FROM customers");
  }

  private void run(String sql) throws Exception {
    Databases.run(connection, sql);
  }

  private List<String> rows(String sql) throws Exception {
    return Databases.rows(connection, sql);
  }

  /** As a planner writes it: fax is gone, which makes no difference to the copying. */
  private static String rebuild(String where, String then) {
    return """
        -- varve:foreign_keys off
        -- varve:rebuild customers
        CREATE TABLE _varve_customers (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          name TEXT NOT NULL,
          friend INTEGER REFERENCES customers ON DELETE SET NULL
        ) STRICT;
        INSERT INTO _varve_customers (id, name, friend) SELECT id, name, friend FROM customers%s;
        DELETE FROM sqlite_sequence WHERE name = '_varve_customers';
        INSERT INTO sqlite_sequence (name, seq)
          SELECT '_varve_customers', seq FROM sqlite_sequence WHERE name = 'customers';
        DROP TABLE customers;
        PRAGMA legacy_alter_table = ON;
        ALTER TABLE _varve_customers RENAME TO customers;
        PRAGMA legacy_alter_table = OFF;
        CREATE INDEX customers_name_idx ON customers (name);
        """
            .formatted(where)
        + then;
  }

  private MigrationException refused() {
    return assertThrows(MigrationException.class, migrator::up);
  }

  private void assertRefused(String up, String... parts) throws Exception {
    folder.sealed(V2, up, "SELECT 1;");
    List<String> schema = rows("SELECT name, sql FROM sqlite_master ORDER BY name");
    List<String> contents = contents();
    MigrationException e = refused();
    for (String part : parts) {
      assertTrue(String.valueOf(e.getMessage()).contains(part), part + " in: " + e.getMessage());
    }
    assertEquals(Optional.of(V2 + ".sql"), e.file());
    assertEquals(schema, rows("SELECT name, sql FROM sqlite_master ORDER BY name"));
    assertEquals(contents, contents());
    assertConnectionIsAsBefore();
  }

  private void assertConnectionIsAsBefore() throws Exception {
    assertEquals(List.of("1"), rows("PRAGMA foreign_keys"));
    assertEquals(List.of("0"), rows("PRAGMA legacy_alter_table"));
    run("BEGIN");
    run("ROLLBACK");
  }

  private List<String> contents() throws Exception {
    return rows(
        "SELECT (SELECT count(*) || ' ' || sum(friend) FROM customers),"
            + " (SELECT count(*) || ' ' || sum(customer) FROM orders),"
            + " (SELECT count(*) || ' ' || sum(\"order\") FROM lines),"
            + " (SELECT count(*) || ' ' || sum(customer) FROM notes),"
            + " (SELECT count(*) FROM log)");
  }

  @Test
  void nothingIsLost() throws Exception {
    fill();
    for (String own : USERS_OWN) {
      run(own);
    }
    List<String> before = contents();
    List<String> own =
        rows("SELECT name, sql FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY 1");
    assertEquals(5, own.size());
    folder.sealed(V2, rebuild("", ""), "SELECT 1;");
    migrator.up();

    assertEquals(before, contents());
    assertEquals(
        own,
        rows("SELECT name, sql FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY 1"));
    assertEquals(List.of("name 100000"), rows("SELECT name FROM later"));
    run("INSERT INTO orders (customer) VALUES (100000)");
    run("INSERT INTO later (id) VALUES (1)");
    assertEquals(List.of("name 100000->name 100000!", "name 1"), rows("SELECT what FROM log"));
    assertEquals(List.of(), rows("PRAGMA foreign_key_check"));
    assertEquals(List.of("ok"), rows("PRAGMA integrity_check"));
    run("DELETE FROM customers WHERE id = 1");
    assertEquals(List.of("null"), rows("SELECT friend FROM customers WHERE id = 2"));
    assertEquals(List.of("null"), rows("SELECT customer FROM notes WHERE id = 1"));
    assertEquals(List.of("0"), rows("SELECT count(*) FROM lines WHERE id = 1"));
    assertConnectionIsAsBefore();
  }

  @Test
  void idsGoOnWhereTheyWere() throws Exception {
    run("INSERT INTO customers (name) VALUES ('a'), ('b'), ('c')");
    run("DELETE FROM customers WHERE id = 3");
    folder.sealed(V2, rebuild("", ""), "SELECT 1;");
    migrator.up();
    run("INSERT INTO customers (name) VALUES ('d')");
    assertEquals(List.of("1", "2", "4"), rows("SELECT id FROM customers"));
    run("DELETE FROM customers");
    folder.sealed("20260101000003_three", rebuild("", ""), "SELECT 1;");
    migrator.up();
    run("INSERT INTO customers (name) VALUES ('e')");
    assertEquals(List.of("5"), rows("SELECT id FROM customers"));
  }

  @Test
  void idsThatWouldBeGivenAgainAreRefused() throws Exception {
    run("INSERT INTO customers (name) VALUES ('a'), ('b'), ('c')");
    run("DELETE FROM customers WHERE id = 3");
    String forgetful = rebuild("", "").replaceAll("(?s)DELETE FROM sqlite_sequence.*?DROP", "DROP");
    assertRefused(forgetful, "table customers has given ids up to 3 and would go on after 2");
  }

  @Test
  void lostRowsAreRefused() throws Exception {
    fill();
    assertRefused(
        rebuild(" WHERE id <> 7", ""),
        "table customers had 100000 rows before the script and has 99999 after it");
    assertRefused(
        rebuild("", "DELETE FROM lines WHERE id < 3;"),
        "table lines had 100000 rows before the script and has 99998 after it");
    assertRefused(
        rebuild("", "UPDATE orders SET customer = 0 WHERE id = 1;"), "orders -> customers, 1 of");
  }

  @Test
  void aTableIsNotLost() throws Exception {
    assertRefused(
        rebuild("", "").replaceAll("ALTER TABLE.*", "").replaceAll("CREATE INDEX.*", ""),
        "varve:rebuild names table customers, but after the script there is no table customers");
    assertRefused(
        "-- varve:foreign_keys off\n-- varve:rebuild customers\nCREATE TABLE a (x);",
        "but no statement is DROP TABLE customers");
    folder.sealed(V2, "-- varve:rebuild customers\nSELECT 1;", "SELECT 1;");
    assertTrue(String.valueOf(refused().getMessage()).contains("add -- varve:foreign_keys off"));
  }

  @Test
  void aFailureInTheMiddleLeavesNothing() throws Exception {
    run("INSERT INTO customers (name) VALUES ('a')");
    for (String own : USERS_OWN) {
      run(own);
    }
    assertRefused(rebuild("", "").replace("PRAGMA legacy_alter_table = OFF", "SELECT no"), "no");
    assertRefused(
        rebuild("", "").replace("DROP TABLE customers;", "DROP TABLE customers; SELECT no;"), "no");
  }

  @Test
  void legacyAlterTableIsTheConnectionsOwn() throws Exception {
    run("PRAGMA legacy_alter_table = ON");
    folder.sealed(
        V2, rebuild("", "ALTER TABLE customers RENAME COLUMN name TO called;"), "SELECT 1;");
    run("CREATE VIEW v AS SELECT name FROM orders JOIN customers ON customers.id = customer");
    migrator.up();
    assertEquals(List.of("1"), rows("PRAGMA legacy_alter_table"));
    assertEquals(List.of(), rows("SELECT * FROM v"));
  }

  @Test
  void whatNamesAColumnThatIsGoneIsRefusedByName() throws Exception {
    run("CREATE TRIGGER fine AFTER INSERT ON customers BEGIN INSERT INTO log VALUES (NEW.id); END");
    run(
        "CREATE TRIGGER faxed AFTER INSERT ON customers BEGIN INSERT INTO log VALUES (NEW.fax); END");
    assertRefused(
        rebuild("", ""), "the trigger faxed works no longer", "fax", "DROP TRIGGER \"faxed\"");
    run("DROP TRIGGER faxed");
    run("CREATE TRIGGER a_chain AFTER DELETE ON log BEGIN DELETE FROM orders; END");
    run("CREATE TRIGGER ordered AFTER DELETE ON orders BEGIN UPDATE customers SET fax = 1; END");
    assertRefused(rebuild("", ""), "the trigger ordered works no longer", "no such column: fax");
    run("DROP TRIGGER ordered");
    run("CREATE VIEW faxes AS SELECT fax FROM customers");
    run("CREATE VIEW all_faxes AS SELECT count(*) AS n FROM faxes");
    assertRefused(rebuild("", ""), "the view all_faxes works no longer", "fax");
    run("DROP VIEW faxes");
    folder.sealed(V2, rebuild("", ""), "SELECT 1;");
    migrator.up();
    assertEquals(
        List.of("a_chain", "fine"),
        rows("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY 1"));
  }

  @Test
  void anIndexOfTheUsersOwnIsMadeAgain() throws Exception {
    String own = "CREATE INDEX own ON customers (friend, lower(name)) WHERE friend > 1";
    run(own);
    folder.sealed(V2, rebuild("", ""), "SELECT 1;");
    migrator.up();
    assertEquals(
        List.of(own), rows("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = 'own'"));
    assertEquals(
        List.of("customers_name_idx", "own"),
        rows("SELECT name FROM sqlite_master WHERE type = 'index' AND sql NOT NULL ORDER BY 1"));
  }

  @Test
  void anIndexThatCanNotBeMadeAgainStopsTheScript() throws Exception {
    run("CREATE INDEX own ON customers (fax)");
    assertRefused(
        rebuild("", ""), "the index own, which is dropped", "no such column: fax", "DROP INDEX");
  }

  @Test
  void aTriggerThatWouldNeverFireAgainIsRefused() throws Exception {
    run("CREATE TRIGGER fine AFTER UPDATE OF name, \"friend\" ON customers BEGIN SELECT 1; END");
    run("CREATE TRIGGER \"a b\" UPDATE OF name, [fax] ON customers BEGIN SELECT 1; END");
    assertRefused(rebuild("", ""), "the trigger a b works no longer", "names no column: fax");
    assertRefused("ALTER TABLE customers DROP COLUMN fax;", "the trigger a b works no longer");
    run("DROP TRIGGER \"a b\"");
    run("CREATE VIEW v AS SELECT id FROM customers");
    run(
        "CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN INSERT INTO customers (fax) VALUES (1); END");
    assertRefused(rebuild("", ""), "the trigger t works no longer", "fax");
    run("DROP TRIGGER t");
    migrator.up();
    assertEquals(List.of("fine"), rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"));
  }

  @Test
  void aTriggerThatTheScriptDropsOrMakesIsItsOwn() throws Exception {
    run("CREATE TRIGGER one AFTER INSERT ON customers BEGIN INSERT INTO log VALUES (NEW.fax); END");
    run("CREATE TRIGGER two AFTER INSERT ON customers BEGIN INSERT INTO log VALUES (NEW.fax); END");
    String two = "CREATE TRIGGER two AFTER INSERT ON customers BEGIN SELECT 1; END;";
    folder.sealed(V2, "DROP TRIGGER one;\n" + rebuild("", two), "SELECT 1;");
    migrator.up();
    assertEquals(
        List.of(two.substring(0, two.length() - 1)),
        rows("SELECT sql FROM sqlite_master WHERE type = 'trigger'"));
  }

  @Test
  void aTableThatIsRenamedFirstIsRebuilt() throws Exception {
    fill();
    for (String own : USERS_OWN) {
      run(own);
    }
    List<String> before = contents();
    String up = rebuild("", "").replaceAll("\\bcustomers\\b", "clients");
    folder.sealed(V2, "ALTER TABLE customers RENAME TO clients;\n" + up, "SELECT 1;");
    migrator.up();
    run("CREATE VIEW customers AS SELECT * FROM clients");
    assertEquals(before, contents());
    run("DROP VIEW customers");
    run("UPDATE clients SET name = 'x' WHERE id = 1");
    assertEquals(List.of("name 1->x"), rows("SELECT what FROM log"));
    run("DELETE FROM clients WHERE id = 1");
    assertEquals(List.of("99999"), rows("SELECT count(*) FROM lines"));
  }

  @Test
  void aNameThatAnotherTableHadIsNoLoss() throws Exception {
    run("CREATE TABLE clients (id INTEGER PRIMARY KEY)");
    run("INSERT INTO clients VALUES (1), (2), (3)");
    run("INSERT INTO customers (name) VALUES ('a')");
    String swap =
        "ALTER TABLE customers RENAME TO old;\nALTER TABLE clients RENAME TO customers;\n"
            + "ALTER TABLE \"old\" RENAME TO clients;\n";
    String rebuild = rebuild("", "").replaceAll("\\bcustomers\\b", "clients");
    folder.sealed(V2, swap + rebuild, "SELECT 1;");
    migrator.up();
    assertEquals(
        List.of("1|3"), rows("SELECT (SELECT count(*) FROM clients), count(*) FROM customers"));

    run("INSERT INTO clients (name) VALUES ('b')");
    folder.sealed(
        "20260101000003_three",
        "DROP TABLE customers;\nALTER TABLE clients RENAME TO customers;\n" + rebuild("", ""),
        "SELECT 1;");
    migrator.up();
    assertEquals(List.of("a", "b"), rows("SELECT name FROM customers"));
    folder.sealed(
        "20260101000004_four",
        "ALTER TABLE lines RENAME TO items;\n" + rebuild("", "DELETE FROM items;"),
        "SELECT 1;");
    run("INSERT INTO orders (customer) VALUES (1)");
    run("INSERT INTO lines VALUES (1, 1)");
    assertTrue(String.valueOf(refused().getMessage()).contains("table items had 1 rows"));
  }

  @Test
  void aReaderSeesTheOldTableUntilItEnds() throws Exception {
    fill();
    run("PRAGMA journal_mode = WAL");
    folder.sealed(V2, rebuild("", ""), "SELECT 1;");
    try (Connection reader = source.getConnection()) {
      Databases.run(reader, "BEGIN");
      assertEquals(List.of("100000"), Databases.rows(reader, "SELECT count(*) FROM customers"));
      migrator.up();
      assertEquals(
          List.of("fax 7"), Databases.rows(reader, "SELECT fax FROM customers WHERE id = 7"));
      Databases.run(reader, "COMMIT");
      assertEquals(
          List.of("7|name 7|6"), Databases.rows(reader, "SELECT * FROM customers WHERE id = 7"));
    }
  }

  @Test
  void aDroppedColumnThatATriggerWritesIsNoticedWithoutARebuildToo() throws Exception {
    run("CREATE TRIGGER ordered AFTER INSERT ON orders BEGIN UPDATE customers SET fax = 1; END");
    assertRefused(
        "ALTER TABLE customers DROP COLUMN fax;",
        "the trigger ordered works no longer after this script: ",
        "no such column: fax");
    run("DROP TRIGGER ordered");
    migrator.up();
    folder.sealed(
        "20260101000003_three",
        "ALTER TABLE customers ADD COLUMN phone TEXT;",
        "ALTER TABLE customers DROP COLUMN phone;");
    migrator.up();
    run("CREATE TRIGGER ordered AFTER INSERT ON orders BEGIN UPDATE customers SET phone = 1; END");
    MigrationException e = assertThrows(MigrationException.class, () -> migrator.down(1));
    assertTrue(String.valueOf(e.getMessage()).contains("ordered works no longer"), e.getMessage());
    assertEquals(List.of(), rows("SELECT phone FROM customers"));
  }
}
