package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.project.FileMessage;
import dev.varve.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the directory of a real project while its records change after a seal. */
final class EvolutionTest {
  private static final String AT = "-Avarve.timestamp=20261120070501";
  private static final String QUIET =
      "@SuppressWarnings({\"varve:DS102\", \"varve:DS103\", \"varve:LT101\", \"varve:BC102\"}) ";
  private static final String SECOND = "20261120070502_";

  @TempDir Path root;
  private JavaProject shop;

  @BeforeEach
  void sealed() throws IOException {
    shop = new JavaProject(root);
    shop.with("com.acme.Tag", "@Entity public record Tag(@Id String word) {}");
    shop.with("com.acme.State", "public enum State { OPEN, PAID }");
    order("@Nullable String fax");
    shop.compile(AT, "-Avarve.seal=start").assertClean();
  }

  private void order(String components) throws IOException {
    order("", components);
  }

  private void order(String annotations, String components) throws IOException {
    shop.with(
        "com.acme.Order",
        QUIET
            + annotations
            + " @Entity public record Order(@Id long id, State state, "
            + components
            + ") {}");
  }

  @Test
  void touchesNothingWhileNothingChanges() throws IOException {
    Tree before = Tree.aged(shop.db());
    shop.compile(AT).assertClean();
    shop.compile(List.of("com.acme.Tag"), AT).assertClean();
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void rewritesTheDraftUnderTheNameOfTheChanges() throws IOException {
    order("@Nullable String fax, @Nullable String phone");
    shop.compile(AT).assertClean();
    assertDrafts("sqlite", SECOND + "add_phone_to_orders");
    assertDrafts("postgresql", SECOND + "add_phone_to_orders");
    order("@Nullable String fax, @Nullable String phone, @Nullable String mail");
    shop.compile("-Avarve.timestamp=20270101000000").assertClean();
    assertDrafts("sqlite", SECOND + "change_orders");
    shop.with("com.acme.Tag", "@Entity public record Tag(@Id String word, @Nullable Integer n) {}");
    shop.compile(AT).assertClean();
    assertDrafts("sqlite", SECOND + "change_orders_and_1_more");
    shop.compile("-Avarve.name=mine").assertClean();
    assertDrafts("sqlite", SECOND + "mine");
    Tree before = Tree.aged(shop.db());
    shop.compile("-Avarve.name=mine").assertClean();
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void acceptsHazardsOfAnEmbeddedRecordWhereItIsEmbedded() throws IOException {
    shop.with("com.acme.Fax", "public record Fax(@Renamed(from = \"fax\") @Nullable String no) {}");
    String embedding =
        "@Entity public record Order(@Id long id, State state, %s@Embedded Fax desk) {}";
    shop.with("com.acme.Order", embedding.formatted(""));
    String warned = shop.compile(AT).diagnostics().toString();
    assertTrue(warned.contains("Accept it with @SuppressWarnings(\"varve:BC102\")."), warned);
    shop.with("com.acme.Order", embedding.formatted("@SuppressWarnings(\"varve:BC102\") "));
    shop.compile(AT).assertClean();
  }

  @Test
  void removesTheDraftWhenTheRecordsAreBack() throws IOException {
    Tree before = Tree.of(shop.db());
    order("@Nullable String fax, @Nullable String phone");
    shop.compile(AT).assertClean();
    order("@Nullable String fax");
    shop.compile(AT).assertClean();
    assertEquals(before.texts(), Tree.of(shop.db()).texts());
  }

  /** How many rows a table has is known of a record, and no property of the table. */
  @Test
  void givesRowsOfALargeTableValuesInBatches() throws IOException {
    String large =
        QUIET
            + "@Entity(rows = 5_000_000) public record Order(@Id long id, State state, %s"
            + "@Nullable String fax) {}";
    String mark = "\"rows\": 5000000";
    shop.with("com.acme.Order", large.formatted(""));
    shop.compile(AT).assertClean();
    assertDrafts("postgresql");
    assertTrue(read("model.json").contains(mark));
    assertFalse(read("snapshot.json").contains(mark));
    shop.compile(List.of("com.acme.Tag"), AT).assertClean();
    assertTrue(read("model.json").contains(mark), "a partial compilation forgot it");

    String login = "@SuppressWarnings(\"varve:MF103\") @Backfill(\"lower(fax)\") String login, ";
    shop.with("com.acme.Order", large.formatted(login));
    assertTrue(shop.compile(AT).success());
    String online = read("postgresql/migrations/20261120070503_add_login_to_orders_online.sql");
    assertTrue(
        online.contains(
            "-- varve:backfill table=orders key=id\nUPDATE orders SET login = lower(fax) WHERE login"
                + " IS NULL;"),
        online);
    assertFalse(
        read("sqlite/migrations/" + SECOND + "add_login_to_orders.sql").contains("varve:backfill"));
    shop.with("com.acme.Order", large.formatted(login).replace("5_000_000", "100_000"));
    assertTrue(shop.compile(AT).success());
    online = read("postgresql/migrations/20261120070503_add_login_to_orders_online.sql");
    assertFalse(online.contains("varve:backfill"), online);
    shop.with("com.acme.Order", large.formatted(login).replace("5_000_000", "-1"));
    shop.compile(AT).assertError(Message.SIZE_OUT_OF_RANGE, "rows = -1 of \"Order\"");
  }

  @Test
  void writesSeveralFilesForOneDialectAndOneForTheOther() throws IOException {
    order("@Removed(column = \"fax\")", "@Nullable String phone");
    shop.compile(AT).assertClean();
    assertDrafts("sqlite", SECOND + "change_orders");
    assertDrafts("postgresql", SECOND + "change_orders", "20261120070503_change_orders_contract");
    assertTrue(
        read("postgresql/migrations/20261120070503_change_orders_contract.sql")
            .contains("-- varve:phase contract\n"));
    shop.compile(AT, "-Avarve.seal=phones").assertClean();
    assertTrue(read("postgresql/varve.lock").contains("20261120070503_phones_contract sealed"));
    assertTrue(read("postgresql/varve.lock").contains(SECOND + "phones sealed"));
    assertTrue(read("sqlite/varve.lock").contains(SECOND + "phones sealed"));
    assertEquals(read("model.json"), read("snapshot.json"));
    JavaProject.Result check = shop.compile("-Avarve.mode=check");
    assertTrue(check.success(), check::toString);
    order("@Nullable String phone, @Nullable String mail");
    shop.compile(AT).assertClean();
    assertDrafts("sqlite", "20261120070504_add_mail_to_orders");
  }

  @Test
  void keepsAllFilesOfADraftOfWhichOneWasEdited() throws IOException {
    order("@Removed(column = \"fax\")", "@Nullable String phone");
    shop.compile(AT).assertClean();
    Path contract =
        shop.db().resolve("postgresql/migrations/20261120070503_change_orders_contract.sql");
    Files.writeString(contract, Files.readString(contract) + "\nANALYZE orders;\n");
    Tree before = Tree.aged(shop.db());
    JavaProject.Result kept = shop.compile(AT);
    assertTrue(kept.diagnostics().toString().contains("[VARVE-120]"), kept::toString);
    assertEquals(before, Tree.of(shop.db()));
    order("@Removed(column = \"fax\")", "@Nullable String phone, @Nullable String mail");
    shop.compile(AT).assertError(FileMessage.DRAFT_OUTDATED, "_contract.sql was edited");
    assertEquals(before, Tree.of(shop.db()));
    order("@Removed(column = \"fax\")", "@Nullable String phone");
    assertTrue(shop.compile(AT, "-Avarve.seal=phones").success());
    assertTrue(
        read("postgresql/migrations/20261120070503_phones_contract.sql").contains("ANALYZE"));
    assertTrue(shop.compile("-Avarve.mode=check").success());
  }

  @Test
  void replacesScriptsThatAKilledCompilerLeft() throws IOException {
    order("@Nullable String fax, @Nullable String phone");
    shop.compile(AT).assertClean();
    String oldLock = read("sqlite/varve.lock");
    String oldDraft = read("sqlite/migrations/" + SECOND + "add_phone_to_orders.sql");
    order("@Nullable String fax, @Nullable String mail");
    shop.compile(AT).assertClean();
    Tree after = Tree.of(shop.db());
    Files.writeString(shop.db().resolve("sqlite/varve.lock"), oldLock);
    Files.writeString(
        shop.db().resolve("sqlite/migrations/" + SECOND + "add_phone_to_orders.sql"), oldDraft);
    shop.compile(AT).assertClean();
    assertEquals(after.texts(), Tree.of(shop.db()).texts());
  }

  @Test
  void asksInEveryModeAndWritesNothing() throws IOException {
    Tree before = Tree.aged(shop.db());
    order("@Nullable String phone");
    shop.compile(AT).assertError(Message.COLUMN_GONE, "@Renamed(from = \"fax\")");
    shop.compile("-Avarve.mode=check").assertError(Message.COLUMN_GONE, "@Removed(column");
    shop.compile("-Avarve.seal=x").assertError(Message.COLUMN_GONE, "Order.phone");
    assertEquals(before, Tree.of(shop.db()));
    assertTrue(shop.compile("-Avarve.mode=off").success());
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void saysInACheckWhatIsNotSealed() throws IOException {
    order("@Nullable String fax, @Nullable String phone");
    shop.compile("-Avarve.mode=check")
        .assertError(FileMessage.NOT_SEALED, "(column orders.phone is new)");
  }

  @Test
  void keepsTheTablesOfEntitiesThatAreNotCompiled() throws IOException {
    order("@Nullable String fax, @Nullable String phone");
    shop.compile(AT).assertClean();
    Tree before = Tree.aged(shop.db());
    shop.compile(List.of("com.acme.Tag"), AT).assertClean();
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void remembersAgreementsOfEntitiesThatAreNotCompiled() throws IOException {
    order("@Renamed(from = \"fax\") @Nullable String phone");
    shop.compile(AT).assertClean();
    Tree before = Tree.aged(shop.db());
    shop.compile(List.of("com.acme.Tag"), AT).assertClean();
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void keepsTheWordsOfAnEnumUntilItsEntityIsCompiled() throws IOException {
    shop.with("com.acme.State", "public enum State { OPEN, PAID, LOST }");
    Tree before = Tree.aged(shop.db());
    shop.compile(List.of("com.acme.State", "com.acme.Tag"), AT).assertClean();
    assertEquals(before, Tree.of(shop.db()));
    shop.compile(AT).assertClean();
    assertDrafts("sqlite", SECOND + "alter_state_in_orders");
  }

  @Test
  void asksForTheTableOfAClassThatIsGone() throws IOException {
    shop.without("com.acme.Order");
    Tree before = Tree.aged(shop.db());
    shop.compile(List.of("com.acme.Tag"), AT)
        .assertError(Message.TABLE_GONE, "@Database(removed = \"orders\")");
    assertEquals(before, Tree.of(shop.db()));
    shop.with(
        "com.acme.Db", QUIET + "@Database(name = \"Acme\", removed = \"orders\") interface Db {}");
    shop.compile(AT).assertClean();
    assertDrafts("sqlite", SECOND + "drop_orders");
  }

  @Test
  void givesADialectThatComesLaterTheWholeSchema() throws IOException {
    JavaProject later = new JavaProject(Files.createDirectory(root.resolve("later")));
    String sqlite = "@Database(name = \"Acme\", dialects = Dialect.SQLITE) interface Db {}";
    later.with("com.acme.Db", sqlite);
    later.with("com.acme.Tag", "@Entity public record Tag(@Id String word) {}");
    later.compile(AT, "-Avarve.seal=start").assertClean();
    later.with("com.acme.Db", "@Database(name = \"Acme\") interface Db {}");
    later.with(
        "com.acme.Tag", "@Entity public record Tag(@Id String word, @Nullable Integer n) {}");
    later.compile(AT).assertClean();
    Path migrations = later.db().resolve("postgresql/migrations");
    assertTrue(Files.exists(migrations.resolve(SECOND + "init_schema.sql")));
    String draft = "sqlite/migrations/" + SECOND + "add_n_to_tags.sql";
    assertTrue(Files.exists(later.db().resolve(draft)));
    later.compile(AT, "-Avarve.seal=numbers").assertClean();
    assertTrue(later.compile("-Avarve.mode=check").success());
    assertTrue(
        Files.readString(migrations.resolve(SECOND + "numbers.sql")).contains("CREATE TABLE"));
  }

  @Test
  void warnsOfHazardsUntilSomebodyAcceptsThem() throws IOException {
    shop.with(
        "com.acme.Order",
        "@Removed(column = \"fax\") @Entity public record Order(@Id long id, State state) {}");
    JavaProject.Result result = shop.compile(AT);
    assertEquals(2, result.diagnostics().size(), result::toString);
    assertTrue(result.diagnostics().get(1).contains("-Werror"), result::toString);
    assertTrue(
        result
            .diagnostics()
            .get(0)
            .startsWith(
                "WARNING: [DS103] orders.fax: The column's values are lost. Keep a copy of"
                    + " them."));
  }

  /** Incremental builds leave the class of a record that was renamed. */
  @Test
  void theClassOfARenamedRecordIsStale() throws IOException {
    shop.with(
        "com.acme.Label",
        "@SuppressWarnings(\"varve:BC101\") @Renamed(from = \"Tag\") @Entity public record Label("
            + "@Id String word) {}");
    Path stale = shop.classes().resolve("com/acme/Tag.class");
    byte[] tag = Files.readAllBytes(stale);
    shop.without("com.acme.Tag");
    Files.write(stale, tag);
    shop.compile(List.of("com.acme.Label", "com.acme.Order", "com.acme.State"), AT).assertClean();
    assertDrafts("sqlite", SECOND + "rename_tags_to_labels");
    shop.compile(List.of("com.acme.Label"), AT).assertClean();
    assertDrafts("sqlite", SECOND + "rename_tags_to_labels");
  }

  @Test
  void repairsNothingThatNoMergeLeaves() throws IOException {
    order("@Nullable String fax, @Nullable String phone");
    shop.compile(AT).assertClean();
    Files.delete(shop.db().resolve("snapshot.json"));
    Tree before = Tree.of(shop.db());
    shop.compile(AT).assertError(FileMessage.SNAPSHOT_LOST, "varve.lock");
    shop.compile(AT, "-Avarve.mode=repair").assertError(FileMessage.SNAPSHOT_LOST, "varve.lock");
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void aDialectThatWasGivenUpIsBehind() throws IOException {
    String database = "@Database(name = \"Shop\"%s) @Entity public record Tag(@Id String word) {}";
    shop.with("com.acme.Tag", database.formatted(", dialects = Dialect.SQLITE"));
    order("@Nullable String fax, @Nullable String phone");
    shop.compile(AT, "-Avarve.seal=alone");
    shop.with("com.acme.Tag", database.formatted(""));
    Tree before = Tree.of(shop.db());
    shop.compile(AT).assertError(FileMessage.DIALECT_BEHIND, "postgresql");
    shop.compile(AT, "-Avarve.mode=repair").assertError(FileMessage.DIALECT_BEHIND, "postgresql");
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void allRecordsMayBeRenamedAtOnce() throws IOException {
    shop.without("com.acme.Tag").without("com.acme.Order");
    String quiet = "@SuppressWarnings({\"varve:BC101\", \"varve:BC102\"}) ";
    shop.with(
        "com.acme.Purchase",
        quiet
            + "@Renamed(from = \"Order\") @Entity public record Purchase("
            + "@Id long id, State state, @Nullable String fax) {}");
    shop.with(
        "com.acme.Label",
        quiet + "@Renamed(from = \"tags\") @Entity public record Label(@Id String word) {}");
    shop.compile(AT).assertClean();
    assertDrafts("sqlite", SECOND + "change_labels_and_1_more");
  }

  private void assertDrafts(String dialect, String... names) throws IOException {
    List<String> expected = new ArrayList<>();
    for (String name : names) {
      expected.add(name + ".down.sql");
      expected.add(name + ".sql");
    }
    TreeSet<String> found =
        new TreeSet<>(Tree.of(shop.db().resolve(dialect + "/migrations")).texts().keySet());
    found.removeIf(file -> file.contains("_start.") || file.contains("_phones"));
    assertEquals(new TreeSet<>(expected), found);
    for (String file : found) {
      assertFalse(read(dialect + "/migrations/" + file).contains("\r"));
    }
  }

  private String read(String file) throws IOException {
    return Files.readString(shop.db().resolve(file));
  }
}
