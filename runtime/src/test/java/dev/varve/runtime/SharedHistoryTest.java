package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two databases whose tables lie in one schema or one file. */
@ParameterizedClass
@EnumSource(Engine.class)
class SharedHistoryTest {
  private static final String FIRST = "20260101000001_init_schema";
  private static final String DRAFT = "20260101000002_draft";

  @Parameter Engine engine;
  @TempDir Path temp;
  private DataSource source;
  private MigrationFolder shop;
  private MigrationFolder stock;

  @BeforeEach
  void open() throws Exception {
    source = Databases.create(engine, temp);
    shop = folder("shop", "orders", "carts");
    stock = folder("stock", "shelves", "boxes");
  }

  /** Compiled in the same second as the other, so with the same versions and names. */
  private MigrationFolder folder(String name, String table, String drafted) throws Exception {
    return new MigrationFolder(temp.resolve(name), engine)
        .named(name)
        .sealed(FIRST, "CREATE TABLE " + table + " (x int);", "DROP TABLE " + table + ";")
        .draft(DRAFT, "CREATE TABLE " + drafted + " (x int);", "DROP TABLE " + drafted + ";");
  }

  private Migrator migrator(MigrationFolder folder) {
    return Migrator.of(source).directory(folder.db()).allowDrafts();
  }

  private List<String> tables() throws Exception {
    return Databases.tables(source, engine);
  }

  private List<String> history() throws Exception {
    return Databases.rows(
        source, "SELECT database_name, version FROM _varve_migrations ORDER BY 1, 2");
  }

  private static MigrationException refused(Migrator migrator) {
    return assertThrows(MigrationException.class, migrator::up);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void neitherTouchesTheOthersDrafts(boolean swapped) throws Exception {
    MigrationFolder one = swapped ? stock : shop;
    MigrationFolder two = swapped ? shop : stock;
    assertEquals(2, migrator(one).up().done().size());
    assertEquals(2, migrator(two).up().done().size());
    assertEquals(0, migrator(one).up().done().size());
    assertEquals(0, migrator(two).up().done().size());
    assertEquals(List.of("boxes", "carts", "orders", "shelves"), tables());
    assertTrue(migrator(one).status().upToDate());
    assertEquals(2, migrator(two).status().entries().size());

    shop.draft(DRAFT, "CREATE TABLE baskets (x int);", "DROP TABLE baskets;");
    stock.remove("20260101000002");
    assertEquals(2, migrator(one).up().done().size() + migrator(two).up().done().size() - 1);
    assertEquals(List.of("baskets", "orders", "shelves"), tables());
    assertEquals(
        List.of("shop|20260101000001", "shop|20260101000002", "stock|20260101000001"), history());

    migrator(one).down(9);
    assertEquals(two == shop ? List.of("baskets", "orders") : List.of("shelves"), tables());
    assertTrue(migrator(two).status().upToDate());
  }

  @Test
  void aDatabaseThatWasRenamedKeepsItsHistory() throws Exception {
    migrator(shop).up();
    shop.named("store");
    assertTrue(migrator(shop).status().upToDate());
    shop.sealed("20260101000003_more", "CREATE TABLE more (x int);", "DROP TABLE more;");
    migrator(shop).up();
    assertEquals(
        List.of("store|20260101000001", "store|20260101000002", "store|20260101000003"), history());
    migrator(stock).up();
    assertEquals(5, history().size());
  }

  @Test
  void aFolderThatDoesNotSayItsNameTakesTheOnlyOneThereIs() throws Exception {
    migrator(shop).up();
    MigrationFolder nameless = new MigrationFolder(temp.resolve("nameless"), engine);
    nameless
        .sealed(FIRST, "CREATE TABLE orders (x int);", "DROP TABLE orders;")
        .draft(DRAFT, "CREATE TABLE baskets (x int);", "DROP TABLE baskets;");
    migrator(nameless).up();
    assertEquals(List.of("baskets", "orders"), tables());
    assertEquals(List.of("shop|20260101000001", "shop|20260101000002"), history());
    migrator(stock).up();
    String message = String.valueOf(refused(migrator(nameless)).getMessage());
    assertTrue(message.contains("several databases (shop, stock)"), message);
    assertEquals(0, migrator(nameless).database("Shop").up().done().size());
    message = String.valueOf(refused(migrator(shop).database("stock")).getMessage());
    assertTrue(message.contains("varve.lock is database \"shop\"'s, not \"stock\"'s"), message);
  }

  @Test
  void aNameMayHoldWhatStatementsAboutTheHistoryHold() throws Exception {
    String name = "wh?t's{now}%s\\{database}";
    shop.named(name);
    migrator(shop).up();
    shop.draft(DRAFT, "CREATE TABLE baskets (x int);", "DROP TABLE baskets;");
    migrator(shop).up();
    assertEquals(
        List.of(name, name), Databases.rows(source, "SELECT database_name FROM _varve_migrations"));
    migrator(shop).down(2);
    assertEquals(List.of(), tables());
  }

  /** As it was made before two databases could share it. */
  private void makeOldHistory(String state) throws Exception {
    String[] types =
        engine == Engine.POSTGRESQL
            ? new String[] {"timestamptz", "boolean", "true"}
            : new String[] {"TEXT", "INTEGER", "1"};
    Databases.run(
        source,
        """
        CREATE TABLE _varve_migrations (version text NOT NULL PRIMARY KEY, name text NOT NULL,
          checksum text NOT NULL, state text NOT NULL, applied_at %s NOT NULL,
          applied_by text NOT NULL, duration_ms integer NOT NULL, statements_done integer NOT NULL,
          draft %s NOT NULL, down_sql text)"""
            .formatted(types[0], types[1]));
    Databases.run(source, "CREATE TABLE orders (x int)");
    Databases.run(source, "CREATE TABLE old_carts (x int)");
    String insert =
        "INSERT INTO _varve_migrations VALUES ('%s', '%s', '%s', '%s', '2026-01-01T00:00:00Z',"
            + " 'me', 1, 1, %s, %s)";
    Databases.run(
        source,
        insert.formatted(
            "20260101000001",
            "init_schema",
            Checksum.of("CREATE TABLE orders (x int);"),
            state,
            types[2].equals("1") ? "0" : "false",
            "NULL"));
    Databases.run(
        source,
        insert.formatted(
            "20260101000002", "draft", "v1:old", "applied", types[2], "'DROP TABLE old_carts;'"));
  }

  @Test
  void anOlderHistoryIsReadAndBecomesANewOneWithTheFirstChange() throws Exception {
    makeOldHistory("applied");
    MigrationStatus status = migrator(shop).status();
    assertEquals(2, status.entries().size());
    assertEquals(List.of(), status.problems());
    migrator(shop).up();
    assertEquals(List.of("carts", "orders"), tables());
    assertEquals(List.of("shop|20260101000001", "shop|20260101000002"), history());
    assertEquals(
        List.of("me|1"),
        Databases.rows(
            source,
            "SELECT applied_by, statements_done FROM _varve_migrations WHERE version ="
                + " '20260101000001'"));
    migrator(stock).up();
    assertEquals(4, history().size());
    assertTrue(migrator(shop).status().upToDate());
  }

  @Test
  void anOlderHistoryBecomesANewOneThoughNothingIsPending() throws Exception {
    makeOldHistory("applied");
    String up = "CREATE TABLE old_carts (x int);";
    shop.draft(DRAFT, up, "DROP TABLE old_carts;");
    Databases.run(
        source,
        "UPDATE _varve_migrations SET checksum = '" + Checksum.of(up) + "' WHERE name = 'draft'");
    assertEquals(0, migrator(shop).up().done().size());
    assertEquals(List.of("shop|20260101000001", "shop|20260101000002"), history());
    migrator(stock).up();
    assertEquals(List.of("boxes", "old_carts", "orders", "shelves"), tables());
  }

  /** The other's program was made anew, had nothing to apply, and has put its name to its rows. */
  @Test
  void rowsGetTheirNameThoughNothingIsPending() throws Exception {
    migrator(shop).up();
    forgetNames();
    assertEquals(0, migrator(shop).up().done().size());
    assertEquals(List.of("shop|20260101000001", "shop|20260101000002"), history());
    migrator(stock).up();
    assertEquals(List.of("boxes", "carts", "orders", "shelves"), tables());
  }

  /** As an older release has written it; the layout's other half changes with the first write. */
  private void forgetNames() throws Exception {
    Databases.run(source, "UPDATE _varve_migrations SET database_name = ''");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatHasNoNameIsLeftAloneWhereItMayBeTheOthers(boolean drafts) throws Exception {
    if (drafts) {
      shop.remove("20260101000001");
    }
    migrator(shop).up();
    forgetNames();
    String message = String.valueOf(refused(migrator(stock)).getMessage());
    assertTrue(message.contains("it may be another database's"), message);
    assertEquals(drafts ? List.of("carts") : List.of("carts", "orders"), tables());
    for (Repair repair : migrator(stock).planRepair()) {
      assertEquals(Repair.Kind.ACCEPT, repair.kind());
    }
    migrator(shop).up();
    migrator(stock).up();
    assertEquals(
        drafts
            ? List.of("boxes", "carts", "shelves")
            : List.of("boxes", "carts", "orders", "shelves"),
        tables());
  }

  @Test
  void whatHasNoNameIsSaidToBeThisOnes() throws Exception {
    shop.remove("20260101000001");
    migrator(shop).up();
    forgetNames();
    shop.draft(DRAFT, "CREATE TABLE baskets (x int);", "DROP TABLE baskets;");
    refused(migrator(shop));
    migrator(shop).repair(migrator(shop).planRepair());
    migrator(shop).up();
    assertEquals(List.of("baskets"), tables());
  }

  @Test
  void anOlderHistoryStaysAsItIsWhereNothingIsDone() throws Exception {
    makeOldHistory("applied");
    shop.draft(DRAFT, "CREATE TABLE carts (x int; SELECT", "DROP TABLE carts;");
    assertThrows(MigrationException.class, migrator(shop)::up);
    assertEquals(List.of("old_carts", "orders"), tables());
    assertEquals(2, migrator(shop).status().entries().size());
    shop.draft(DRAFT, "CREATE TABLE carts (x int);", "DROP TABLE carts;");
    migrator(shop).up();
    assertEquals(List.of("carts", "orders"), tables());
  }
}
