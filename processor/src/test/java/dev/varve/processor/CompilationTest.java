package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.varve.project.FileMessage;
import dev.varve.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real javac leaves in the directory of a real project. */
final class CompilationTest {
  private static final String AT = "-Avarve.timestamp=20261120070501";
  private static final String DRAFT = "20261120070501_init_schema.sql";

  @TempDir Path root;
  private JavaProject shop;

  @BeforeEach
  void shop() throws IOException {
    shop =
        new JavaProject(root)
            .with(
                "com.acme.Customer",
                "@Entity public record Customer(@Id long id, @Nullable String name) {}")
            .with(
                "com.acme.Order",
                "@Entity public record Order("
                    + "@Id long id, @Relation Customer customer, State state,"
                    + " @Relation java.util.List<Tag> tags) {}")
            .with("com.acme.Tag", "@Entity public record Tag(@Id String word) {}")
            .with(
                "com.acme.State",
                "@Enumerated(EnumStorage.NATIVE) public enum State { OPEN, PAID }");
  }

  @Test
  void writesTheDirectoryAndTheClassOutput() throws IOException {
    shop.compile(AT).assertClean();
    Tree db = Tree.of(shop.db());
    assertTrue(db.texts().containsKey("postgresql/migrations/" + DRAFT), db::toString);
    assertTrue(db.texts().get("postgresql/schema.sql").contains("CREATE TYPE"), db::toString);
    Path bundle = shop.classes().resolve("META-INF/varve");
    assertEquals("acme\n", Files.readString(bundle.resolve("databases")));
    for (String dialect : List.of("postgresql", "sqlite")) {
      assertEquals(
          Tree.of(shop.db().resolve(dialect)).texts(),
          Tree.of(bundle.resolve("acme").resolve(dialect)).texts());
    }
  }

  @Test
  void touchesNothingTheSecondTime() throws IOException {
    shop.compile(AT).assertClean();
    Tree before = Tree.aged(shop.db());
    shop.compile().assertClean();
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void rewritesTheSameDraftForARecordThatIsAdded() throws IOException {
    shop.compile(AT).assertClean();
    Set<String> files = Tree.of(shop.db()).texts().keySet();
    shop.with("com.acme.Country", "@Entity public record Country(@Id String code) {}");
    shop.compile().assertClean();
    assertEquals(files, Tree.of(shop.db()).texts().keySet());
    assertTrue(read("sqlite/migrations/" + DRAFT).contains("countries"));
  }

  @Test
  void keepsADraftEditedByHand() throws IOException {
    shop.compile(AT).assertClean();
    Path draft = shop.db().resolve("sqlite/migrations/" + DRAFT);
    Files.writeString(draft, read("sqlite/migrations/" + DRAFT) + "CREATE VIEW v AS SELECT 1;\n");
    Tree before = Tree.aged(shop.db());
    JavaProject.Result same = shop.compile();
    assertTrue(same.success(), same::toString);
    assertTrue(same.diagnostics().toString().contains("NOTE: [VARVE-120]"), same::toString);
    shop.with("com.acme.Country", "@Entity public record Country(@Id String code) {}");
    shop.compile().assertError(FileMessage.DRAFT_OUTDATED, DRAFT);
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void keepsTheTablesOfRecordsThatAreNotCompiled() throws IOException {
    shop.compile(AT).assertClean();
    Tree before = Tree.aged(shop.db());
    shop.compile(List.of("com.acme.Tag")).assertClean();
    assertEquals(before, Tree.of(shop.db()));
    shop.compile(List.of("com.acme.Customer", "com.acme.Order", "com.acme.State")).assertClean();
    assertEquals(before, Tree.of(shop.db()));
    shop.with("com.acme.Country", "@Entity public record Country(@Id String code) {}");
    shop.compile(List.of("com.acme.Country")).assertClean();
    String schema = read("sqlite/schema.sql");
    for (String table : List.of("countries", "customers", "orders", "order_tags", "tags")) {
      assertTrue(schema.contains("CREATE TABLE IF NOT EXISTS " + table + " ("), schema);
    }
    assertTrue(read("postgresql/schema.sql").contains("CREATE TYPE"));
  }

  @Test
  void keepsTheSettingsOfADatabaseThatIsNotCompiled() throws IOException {
    shop.with(
        "com.acme.Settings",
        "@Database(name = \"Store\", dialects = Dialect.SQLITE, naming = TableNaming.SINGULAR)"
            + " interface Settings {}");
    shop.compile(AT).assertClean();
    Tree before = Tree.aged(shop.db());
    shop.compile(List.of("com.acme.Tag")).assertClean();
    assertEquals(before, Tree.of(shop.db()));
    assertEquals("store\n", Files.readString(shop.classes().resolve("META-INF/varve/databases")));
  }

  @Test
  void dropsTheTablesOfAClassThatIsGone() throws IOException {
    shop.compile(AT).assertClean();
    shop.without("com.acme.Order").without("com.acme.State");
    shop.compile(List.of("com.acme.Tag")).assertClean();
    String schema = read("sqlite/schema.sql") + read("postgresql/schema.sql");
    assertFalse(schema.contains("order"), schema);
    assertFalse(schema.contains("CREATE TYPE"), schema);
    assertTrue(schema.contains("customers"), schema);
  }

  @Test
  void dropsTheTableOfARecordThatIsNoEntityAnyMore() throws IOException {
    shop.without("com.acme.Order").compile(AT).assertClean();
    shop.with("com.acme.Tag", "public record Tag(String word) {}").compile().assertClean();
    assertFalse(read("sqlite/schema.sql").contains("tags"));
  }

  @Test
  void asksForAModelThatIsMissing() throws IOException {
    shop.compile(AT).assertClean();
    Files.delete(shop.db().resolve("model.json"));
    Tree before = Tree.of(shop.db());
    shop.compile(List.of("com.acme.Tag")).assertError(FileMessage.MODEL_MISSING, "model.json");
    shop.compile().assertError(FileMessage.MODEL_MISSING, "varve.lock");
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void keepsModulesApart(@TempDir Path second) throws IOException {
    shop.compile(AT).assertClean();
    Tree before = Tree.of(shop.db());
    JavaProject other = new JavaProject(second);
    other.with("com.acme.Bill", "@Entity public record Bill(@Id long id) {}");
    String same = "-Avarve.dir=" + shop.db();
    other.compile(same).assertError(Message.ENTITIES_ALL_GONE, "com.acme.Customer, com.acme.Order");
    other.compile(same, "-Avarve.mode=check").assertError(Message.ENTITIES_ALL_GONE, "another");
    assertEquals(before, Tree.of(shop.db()));
    other.compile().assertClean();
  }

  @Test
  void refusesAPartOfTheRecordsWithoutTheClassesOfTheOthers() throws IOException {
    shop.compile(AT).assertClean();
    Tree before = Tree.of(shop.db());
    JavaProject elsewhere = new JavaProject(Files.createDirectory(root.resolve("ide")));
    elsewhere.with("com.acme.Country", "@Entity public record Country(@Id String code) {}");
    elsewhere
        .compile("-Avarve.dir=" + shop.db())
        .assertError(Message.ENTITIES_ALL_GONE, "class path");
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void replacesAllRecordsOfAnEmptiedModel() throws IOException {
    shop.compile(AT).assertClean();
    shop.without("com.acme.Customer").without("com.acme.Order").without("com.acme.Tag");
    shop.with("com.acme.Bill", "@Entity public record Bill(@Id long id) {}");
    String empty = "{\"format\": 1, \"names\": 1, \"tables\": []}";
    Files.delete(shop.classes().resolve("META-INF/varve/databases"));
    shop.compile().assertError(Message.ENTITIES_ALL_GONE, empty);
    Files.writeString(shop.db().resolve("model.json"), empty);
    shop.compile().assertClean();
    assertTrue(read("sqlite/migrations/" + DRAFT).contains("bills"));
    assertFalse(read("sqlite/migrations/" + DRAFT).contains("customers"));
  }

  @Test
  void replacesAllRecordsWhereItHasCompiledBefore() throws IOException {
    shop.compile(AT).assertClean();
    shop.without("com.acme.Customer").without("com.acme.Order").without("com.acme.Tag");
    shop.with("com.acme.Bill", "@Entity public record Bill(@Id long id) {}");
    shop.compile().assertClean();
    assertTrue(read("sqlite/migrations/" + DRAFT).contains("bills"));
    assertFalse(read("sqlite/migrations/" + DRAFT).contains("customers"));
  }

  @Test
  void renamesOneRecordAmongOthers() throws IOException {
    shop.compile(AT).assertClean();
    shop.without("com.acme.Order");
    shop.with("com.acme.sale.Sale", "@Entity public record Sale(@Id long id) {}");
    shop.compile().assertClean();
    assertTrue(read("sqlite/schema.sql").contains("sales"));
    assertFalse(read("sqlite/schema.sql").contains("orders"));
  }

  @Test
  void namesAFileInPlaceOfTheDirectory() throws IOException {
    Files.writeString(shop.db(), "");
    shop.compile()
        .assertError(FileMessage.NOT_A_DIRECTORY, "db is a file where a directory must be");
    assertEquals("", Files.readString(shop.db()));
  }

  @Test
  void removesTheDraftOfADialectThatIsDropped() throws IOException {
    shop.compile(AT).assertClean();
    onlyPostgresql();
    shop.compile("-Avarve.mode=check").assertError(FileMessage.NOT_SEALED, "postgresql");
    assertTrue(Files.exists(shop.db().resolve("sqlite/varve.lock")));
    shop.compile().assertClean();
    assertEquals(Set.of(), Tree.of(shop.db().resolve("sqlite")).texts().keySet());
    assertEquals(Set.of(), bundled("sqlite"));
    assertTrue(bundled("postgresql").contains("migrations/" + DRAFT));
  }

  @Test
  void keepsTheEditedDraftOfADialectThatIsDropped() throws IOException {
    shop.compile(AT).assertClean();
    edit("sqlite/migrations/" + DRAFT, "CREATE VIEW v AS SELECT 1;\n");
    assertLeftAlone();
  }

  @Test
  void keepsTheSealedMigrationsOfADialectThatIsDropped() throws IOException {
    shop.compile(AT, "-Avarve.seal=start").assertClean();
    assertLeftAlone();
  }

  private void assertLeftAlone() throws IOException {
    Tree before = Tree.of(shop.db().resolve("sqlite"));
    onlyPostgresql();
    JavaProject.Result result = shop.compile();
    assertTrue(result.diagnostics().get(0).startsWith("WARNING: [VARVE-134]"), result::toString);
    assertEquals(before, Tree.of(shop.db().resolve("sqlite")));
    assertEquals(Set.of(), bundled("sqlite"));
    assertFalse(bundled("postgresql").isEmpty());
  }

  private void onlyPostgresql() throws IOException {
    shop.with(
        "com.acme.Db", "@Database(name = \"Acme\", dialects = Dialect.POSTGRESQL) interface Db {}");
  }

  private Set<String> bundled(String dialect) throws IOException {
    Path bundle = shop.classes().resolve("META-INF/varve/acme");
    return Tree.of(bundle.resolve(dialect)).texts().keySet();
  }

  @Test
  void takesARenamedDraftOutOfTheClassOutput() throws IOException {
    shop.compile(AT).assertClean();
    shop.compile("-Avarve.name=first").assertClean();
    assertEquals(Tree.of(shop.db().resolve("sqlite")).texts().keySet(), bundled("sqlite"));
  }

  @Test
  void refusesADraftWithConflicts() throws IOException {
    shop.compile(AT).assertClean();
    String draft = read("sqlite/migrations/" + DRAFT);
    edit("sqlite/migrations/" + DRAFT, "<<<<<<< HEAD\n=======\n>>>>>>> branch\n");
    Tree before = Tree.of(shop.db());
    for (String option : List.of("-Avarve.mode=generate", "-Avarve.seal=start")) {
      shop.compile(option).assertError(FileMessage.DRAFT_IN_CONFLICT, DRAFT + " holds");
    }
    assertEquals(before, Tree.of(shop.db()));
    for (String marker : List.of("<<<<<<< HEAD\n", "=======\r\n", ">>>>>>> branch")) {
      Files.writeString(shop.db().resolve("sqlite/migrations/" + DRAFT), draft + marker);
      shop.compile().assertError(FileMessage.DRAFT_IN_CONFLICT, "(line ");
    }
  }

  @Test
  void refusesToSealWhatDoesNothing() throws IOException {
    shop.compile(AT).assertClean();
    String down = DRAFT.replace(".sql", ".down.sql");
    for (String file : List.of(DRAFT, down)) {
      Path script = shop.db().resolve("sqlite/migrations").resolve(file);
      String text = Files.readString(script);
      for (String nothing : List.of("", "-- nothing\n;\n", "SELECT 'open\n")) {
        Files.writeString(script, nothing);
        Tree before = Tree.of(shop.db());
        shop.compile("-Avarve.seal=start")
            .assertError(FileMessage.NOT_SEALABLE, file + " can't be sealed");
        assertEquals(before, Tree.of(shop.db()));
      }
      Files.writeString(script, text);
    }
    shop.compile("-Avarve.seal=start").assertClean();
  }

  private void edit(String file, String end) throws IOException {
    Files.writeString(shop.db().resolve(file), read(file) + end);
  }

  @Test
  void doesNothingWithoutEntities() throws IOException {
    shop.compile(AT).assertClean();
    Tree before = Tree.aged(root);
    shop.with("com.acme.Main", "class Main { @Nullable String name; Customer customer; }");
    shop.compile(List.of("com.acme.Main"), "-d", tests().toString()).assertClean();
    assertEquals(before.texts().keySet(), withoutMain(Tree.of(root).texts().keySet()));
    assertEquals(before.times().get("db/model.json"), Tree.of(root).times().get("db/model.json"));
  }

  @Test
  void keepsEntitiesOfTestsApart() throws IOException {
    shop.compile(AT).assertClean();
    Tree before = Tree.aged(shop.db());
    shop.with("com.acme.Fake", "@Entity public record Fake(@Id long id) {}");
    String out = tests().toString();
    shop.compile(List.of("com.acme.Fake"), "-d", out)
        .assertError(Message.ENTITIES_OF_ANOTHER_OUTPUT, "com.acme.Customer");
    shop.compile(List.of("com.acme.Fake"), "-d", out, "-Avarve.mode=off").assertClean();
    assertEquals(before, Tree.of(shop.db()));
    shop.compile(List.of("com.acme.Fake"), "-d", out, "-Avarve.dir=testdb").assertClean();
    assertTrue(Files.readString(root.resolve("testdb/sqlite/schema.sql")).contains("fakes"));
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void writesNothingForErroneousSources() throws IOException {
    shop.with("com.acme.Broken", "@Entity public record Broken(@Id long id {}");
    assertFalse(shop.compile(AT).success());
    shop.with("com.acme.Broken", "@Entity public class Broken {}");
    shop.compile(AT).assertError(Message.ENTITY_IS_NO_RECORD, "Broken");
    shop.with("com.acme.Broken", "@Entity public record Broken(@Id long id, Missing missing) {}");
    assertFalse(shop.compile(AT).success());
    shop.without("com.acme.Broken");
    shop.with(Generator.complaining("no"));
    assertFalse(shop.compile(AT).success());
    assertFalse(Files.exists(shop.db()));
  }

  @Test
  void writesNothingInModeOff() throws IOException {
    shop.compile("-Avarve.mode=off").assertClean();
    assertFalse(Files.exists(shop.db()));
    assertFalse(Files.exists(shop.classes().resolve("META-INF")));
  }

  @Test
  void reportsDamagedFilesOnce() throws IOException {
    shop.compile(AT).assertClean();
    Files.writeString(shop.db().resolve("model.json"), "{");
    Tree before = Tree.of(shop.db());
    JavaProject.Result result = shop.compile(List.of("com.acme.Order"));
    result.assertError(FileMessage.JSON_DAMAGED, "model.json");
    assertEquals(1, result.diagnostics().size(), result::toString);
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void asksWhereTheDirectoryIs() throws IOException {
    Files.delete(root.resolve("pom.xml"));
    shop.compile(AT).assertError(Message.DIRECTORY_UNKNOWN, "no pom.xml");
    shop.compile(AT, "-Avarve.dir=" + root.resolve("here")).assertClean();
    assertTrue(Files.exists(root.resolve("here/model.json")));
  }

  @Test
  void asksWhereTheDirectoryIsIfClassesAreKeptInMemory() throws IOException {
    JavaFileObject source =
        JavaFileObjects.forSourceString(
            "com.acme.Tag",
            "package com.acme; @dev.varve.Entity record Tag(@dev.varve.Id String word) {}");
    String asked = inMemory().compile(source).errors().toString();
    assertTrue(asked.contains("[VARVE-103]"), asked);
    Path db = root.resolve("db");
    var told = inMemory().withOptions("-Avarve.dir=" + db).compile(source);
    assertEquals(List.of(), told.diagnostics());
    assertTrue(Files.exists(db.resolve("model.json")));
    assertTrue(
        told.generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/varve/databases").isPresent());
  }

  private static Compiler inMemory() {
    return Compiler.javac().withProcessors(new VarveProcessor());
  }

  @Test
  void takesARelativeDirectoryFromTheBuildFile() throws IOException {
    shop.compile("-Avarve.dir=src/main/db").assertClean();
    assertTrue(Files.exists(root.resolve("src/main/db/model.json")));
  }

  @Test
  void warnsOfWhatADialectGoesWithout() throws IOException {
    String tag =
        "@Entity public record Tag(@Id String word, @Index(using = \"gin\") @Json Object o) {}";
    JavaProject.Result result = shop.with("com.acme.Tag", tag).compile();
    assertTrue(result.diagnostics().get(0).startsWith("WARNING: [VARVE-125]"), result::toString);
    shop.with("com.acme.Tag", "@SuppressWarnings(\"varve:VARVE-125\") " + tag);
    shop.compile().assertClean();
  }

  @Test
  void failsACheckUntilTheDraftIsSealed() throws IOException {
    shop.compile("-Avarve.mode=check").assertError(FileMessage.NOT_SEALED, "init_schema");
    assertFalse(Files.exists(shop.db()));
    shop.compile("-Avarve.seal=start", AT).assertClean();
    Tree before = Tree.aged(shop.db());
    shop.compile("-Avarve.mode=check").assertClean();
    shop.with(
        "com.acme.Tag", "@Entity public record Tag(@Id String word, @Nullable Integer uses) {}");
    shop.compile("-Avarve.mode=check")
        .assertError(FileMessage.NOT_SEALED, "(column tags.uses is new)");
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void refusesUnknownOptions() throws IOException {
    shop.compile("-Avarve.mod=off").assertError(Message.OPTION_UNKNOWN, "varve.mode");
    assertFalse(Files.exists(shop.db()));
  }

  private Path tests() throws IOException {
    return Files.createDirectories(root.resolve("target/test-classes"));
  }

  private static Set<String> withoutMain(Set<String> files) {
    files.removeIf(file -> file.contains("Main."));
    return files;
  }

  private String read(String file) throws IOException {
    return Files.readString(shop.db().resolve(file));
  }
}
