package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.project.FileMessage;
import dev.varve.project.FileProblem;
import dev.varve.project.ProjectFolder;
import dev.varve.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** javac, what {@code varve create} adds and what {@code varve seal} does, in turns. */
final class HandWrittenTest {
  private static final String AT = "-Avarve.timestamp=20261120070501";

  @TempDir Path root;
  private JavaProject shop;

  @BeforeEach
  void shop() throws IOException {
    shop =
        new JavaProject(root).with("com.acme.Tag", "@Entity public record Tag(@Id String word) {}");
    shop.compile(AT, "-Avarve.seal=start").assertClean();
  }

  @Test
  void compilationsCarryAndKeepWhatIsWrittenByHand() throws Exception {
    String created = create("20261121000000");
    Tree before = Tree.aged(shop.db());
    shop.compile(AT).assertClean();
    assertEquals(before, Tree.of(shop.db()));
    Path bundle = shop.classes().resolve("META-INF/varve/acme/sqlite");
    assertEquals(
        Files.readString(shop.db().resolve("sqlite/migrations/" + created + ".sql")),
        Files.readString(bundle.resolve("migrations/" + created + ".sql")));
    assertTrue(Files.readString(bundle.resolve("varve.lock")).contains(created + " draft v1:"));
    shop.compile("-Avarve.mode=check")
        .assertError(FileMessage.BY_HAND_NOT_SEALED, created + ".sql");
  }

  @Test
  void whatIsSealedWithoutACompilerIsFineForTheNextOne() throws Exception {
    String created = create("20261121000000");
    for (String dialect : List.of("postgresql", "sqlite")) {
      for (String tail : List.of(".sql", ".down.sql")) {
        Files.writeString(
            shop.db().resolve(dialect + "/migrations/" + created + tail), "DELETE FROM tags;\n");
      }
    }
    shop.with("com.acme.Tag", "@Entity public record Tag(@Id String word, @Nullable Long uses) {}");
    shop.compile(AT).assertClean();
    new ProjectFolder(shop.db()).seal(Optional.of("count_uses"));
    Tree sealed = Tree.aged(shop.db());
    assertTrue(
        sealed.texts().containsKey("sqlite/migrations/20261121000001_count_uses.sql"),
        sealed::toString);
    shop.compile("-Avarve.mode=check").assertClean();
    shop.compile().assertClean();
    assertEquals(sealed, Tree.of(shop.db()));
    assertEquals(
        Tree.of(shop.db().resolve("sqlite")).texts(),
        Tree.of(shop.classes().resolve("META-INF/varve/acme/sqlite")).texts());
  }

  private String create(String timestamp) throws FileProblem {
    return new ProjectFolder(shop.db())
        .create("clean_up", Set.of(), Optional.of(timestamp))
        .migration()
        .toString();
  }
}
