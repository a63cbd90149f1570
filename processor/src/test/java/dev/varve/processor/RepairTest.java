package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.project.FileMessage;
import dev.varve.testing.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two branches that each sealed something, merged by real git. */
final class RepairTest {
  private static final String REPAIR = "-Avarve.mode=repair";
  private static final String QUIET =
      "@SuppressWarnings({\"varve:DS103\", \"varve:LT101\", \"varve:MF101\"}) ";

  @TempDir Path root;
  private JavaProject shop;

  @BeforeEach
  void sealed() throws Exception {
    shop = new JavaProject(root);
    customer("", "@Nullable String fax");
    shop.with("com.acme.Tag", "@Entity public record Tag(@Id String word) {}");
    shop.compile("-Avarve.seal=start", at("20261120070501")).assertClean();
    assumeTrue(git("init", "-q", "-b", "main"), "there is no git here");
    git("config", "user.email", "a@b");
    git("config", "user.name", "a");
    Files.writeString(root.resolve(".gitignore"), "target\n");
    commit("start");
  }

  private void customer(String annotations, String components) throws IOException {
    shop.with(
        "com.acme.Customer",
        QUIET
            + annotations
            + "\n@Entity public record Customer(\n@Id long id,\n"
            + components.replace(", ", ",\n")
            + "\n) {}");
  }

  /** Ours adds a phone to customers, theirs a column to tags or what {@code theirs} does. */
  private void branches(Change theirs) throws Exception {
    git("checkout", "-q", "-b", "theirs");
    theirs.make();
    sealed("theirs", "20261121000000");
    git("checkout", "-q", "main");
    customer("", "@Nullable String fax, @Nullable String phone");
    sealed("ours", "20261122000000");
    git("merge", "-q", "theirs");
  }

  private void sealed(String name, String version) throws Exception {
    JavaProject.Result result = shop.compile("-Avarve.seal=" + name, at(version));
    assertTrue(result.success(), result::toString);
    commit(name);
  }

  private interface Change {
    void make() throws Exception;
  }

  @Test
  void keepsBothSides() throws Exception {
    branches(() -> tag("@Nullable Integer uses"));
    resolveSources();
    shop.compile().assertError(FileMessage.LOCK_DAMAGED, "-Avarve.mode=repair");
    JavaProject.Result repaired = shop.compile(REPAIR);
    assertTrue(repaired.success(), repaired::toString);
    assertTrue(repaired.toString().contains("[VARVE-140]"), repaired::toString);
    for (String dialect : List.of("postgresql", "sqlite")) {
      String lock = read(dialect + "/varve.lock");
      assertTrue(lock.contains("20261121000000_theirs sealed"), lock);
      assertTrue(lock.contains("20261122000000_ours sealed"), lock);
      assertFalse(lock.contains(" draft v1:"), lock);
    }
    assertTrue(read("snapshot.json").contains("phone"));
    assertTrue(read("snapshot.json").contains("uses"));
    JavaProject.Result check = shop.compile("-Avarve.mode=check");
    assertTrue(check.success(), check::toString);
    JavaProject.Result again = shop.compile(REPAIR);
    assertTrue(again.toString().contains("[VARVE-136]"), again::toString);
  }

  @Test
  void keepsWhatOneSideDropped() throws Exception {
    branches(() -> customer("@Removed(column = \"fax\")", "@Nullable String mail"));
    customer("@Removed(column = \"fax\")", "@Nullable String mail, @Nullable String phone");
    JavaProject.Result repaired = shop.compile(REPAIR);
    assertTrue(repaired.success(), repaired::toString);
    assertFalse(read("snapshot.json").contains("fax"));
    assertTrue(read("snapshot.json").contains("mail"));
    JavaProject.Result check = shop.compile("-Avarve.mode=check");
    assertTrue(check.success(), check::toString);
  }

  @Test
  void namesWhatBothSidesAdd() throws Exception {
    branches(() -> customer("", "@Nullable String fax, @Nullable Integer phone"));
    customer("", "@Nullable String fax, @Nullable String phone");
    Tree before = Tree.of(shop.db());
    shop.compile(REPAIR).assertError(FileMessage.SEALED_CLASH, "customers.phone");
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void refusesWhatTheRecordsSayNeitherOf() throws Exception {
    git("checkout", "-q", "-b", "theirs");
    documented("theirs");
    sealed("theirs", "20261121000000");
    git("checkout", "-q", "main");
    documented("ours");
    sealed("ours", "20261122000000");
    git("merge", "-q", "theirs");
    documented("neither");
    Tree before = Tree.of(shop.db());
    shop.compile(REPAIR).assertError(FileMessage.REPAIR_UNCLEAR, "column fax");
    assertEquals(before, Tree.of(shop.db()));
    documented("theirs");
    JavaProject.Result repaired = shop.compile(REPAIR);
    assertTrue(repaired.success(), repaired::toString);
    assertTrue(read("snapshot.json").contains("theirs"));
  }

  private void documented(String comment) throws IOException {
    shop.with(
        "com.acme.Customer",
        "/** @param fax "
            + comment
            + " */\n@Entity public record Customer(@Id long id, @Nullable String fax) {}");
  }

  @Test
  void refusesTwoMigrationsOfOneVersion() throws Exception {
    git("checkout", "-q", "-b", "theirs");
    tag("@Nullable Integer uses");
    sealed("theirs", "20261122000000");
    git("checkout", "-q", "main");
    customer("", "@Nullable String fax, @Nullable String phone");
    sealed("ours", "20261122000000");
    git("merge", "-q", "theirs");
    resolveSources();
    shop.compile(REPAIR).assertError(FileMessage.SEALED_TWICE, "20261122000000_theirs");
  }

  @Test
  void refusesToLoseAnEditedDraft() throws Exception {
    git("checkout", "-q", "-b", "theirs");
    tag("@Nullable Integer uses");
    assertTrue(shop.compile(at("20261121000000")).success());
    Path draft = shop.db().resolve("sqlite/migrations/20261121000000_add_uses_to_tags.sql");
    Files.writeString(draft, Files.readString(draft) + "ANALYZE tags;\n");
    commit("draft");
    git("checkout", "-q", "main");
    customer("", "@Nullable String fax, @Nullable String phone");
    sealed("ours", "20261122000000");
    git("merge", "-q", "theirs");
    resolveSources();
    Tree before = Tree.of(shop.db());
    shop.compile(REPAIR).assertError(FileMessage.DRAFT_IN_MERGE, "add_uses_to_tags.sql");
    assertEquals(before, Tree.of(shop.db()));
  }

  @Test
  void plansTheDraftOfOneSideAnew() throws Exception {
    git("checkout", "-q", "-b", "theirs");
    tag("@Nullable Integer uses");
    assertTrue(shop.compile(at("20261121000000")).success());
    commit("draft");
    git("checkout", "-q", "main");
    customer("", "@Nullable String fax, @Nullable String phone");
    sealed("ours", "20261122000000");
    git("merge", "-q", "theirs");
    resolveSources();
    JavaProject.Result repaired = shop.compile(REPAIR, at("20261123000000"));
    assertTrue(repaired.success(), repaired::toString);
    String lock = read("sqlite/varve.lock");
    assertTrue(lock.contains("20261122000000_ours sealed"), lock);
    assertTrue(lock.contains("20261123000000_add_uses_to_tags draft"), lock);
    assertFalse(lock.contains("20261121000000"), lock);
  }

  @Test
  void refusesAConflictResolvedByTakingOneSide() throws Exception {
    branches(() -> tag("@Nullable Integer uses"));
    resolveSources();
    git("checkout", "--ours", "db/snapshot.json");
    String snapshot = read("snapshot.json");
    if (!snapshot.contains("uses")) {
      shop.compile(REPAIR).assertError(FileMessage.SNAPSHOT_OF_ONE_SIDE, "git checkout -m");
    }
  }

  @Test
  void refusesALostLine() throws Exception {
    branches(() -> tag("@Nullable Integer uses"));
    resolveSources();
    git("checkout", "--ours", "db/sqlite/varve.lock", "db/postgresql/varve.lock");
    Tree before = Tree.of(shop.db());
    shop.compile(REPAIR).assertError(FileMessage.SCRIPT_UNKNOWN, "20261121000000_theirs");
    assertEquals(before, Tree.of(shop.db()));
  }

  private void tag(String component) throws IOException {
    shop.with("com.acme.Tag", "@Entity public record Tag(@Id String word, " + component + ") {}");
  }

  /** The records of both branches; they are in different files, so that git has merged them. */
  private void resolveSources() throws IOException {
    customer("", "@Nullable String fax, @Nullable String phone");
    tag("@Nullable Integer uses");
  }

  private String read(String file) throws IOException {
    return Files.readString(shop.db().resolve(file));
  }

  private static String at(String version) {
    return "-Avarve.timestamp=" + version;
  }

  private void commit(String message) throws Exception {
    git("add", "-A");
    git("commit", "-q", "-m", message);
  }

  private boolean git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 || output.contains("CONFLICT");
    } catch (IOException noGit) {
      return false;
    }
  }
}
