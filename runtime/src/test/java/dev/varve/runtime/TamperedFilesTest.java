package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is changed about migrations that are applied, it's noticed before anything runs. */
class TamperedFilesTest {
  private static final String V1 = "20260101000001_one";
  private static final String V2 = "20260101000002_two";
  private static final String V3 = "20260101000003_three";

  /** What may change stands between § and §. */
  private static final String UP =
      """
      §-- varve: a title (generated 2026-01-01)§
      -- varve:hazard DS103 drops nothing
      CREATE TABLE b (x int, "y -- z" text DEFAULT '/* it''s */');§ -- a remark§
      INSERT INTO b VALUES (1, 'a;  b');
      §/* more; of 'that */§
      DELETE FROM b
      """;

  private static final String DOWN =
      """
      -- varve:destructive table b
      DROP TABLE b; §-- gone§
      """;

  @TempDir Path temp;
  private MigrationFolder folder;
  private UrlDataSource source;
  private Connection connection;

  private Migrator open(Engine engine) throws Exception {
    source = (UrlDataSource) Databases.create(engine, temp);
    folder = new MigrationFolder(temp.resolve("db"), engine);
    folder
        .sealed(V1, "CREATE TABLE a (x int);", "DROP TABLE a;")
        .sealed(V2, UP.replace("§", ""), DOWN.replace("§", ""));
    connection = source.getConnection();
    Migrator migrator = Migrator.of(connection).directory(folder.db());
    migrator.up();
    folder.sealed(V3, "CREATE TABLE c (x int);", "DROP TABLE c;");
    return migrator;
  }

  private static MigrationException refused(Migrator migrator, String... parts) {
    MigrationException e = assertThrows(MigrationException.class, migrator::up);
    for (String part : parts) {
      assertTrue(String.valueOf(e.getMessage()).contains(part), part + " in: " + e.getMessage());
    }
    return e;
  }

  @ParameterizedTest
  @EnumSource
  void anyCharacterOfAScript(Engine engine) throws Exception {
    Migrator migrator = open(engine);
    for (String[] script : new String[][] {{V2 + ".sql", UP}, {V2 + ".down.sql", DOWN}}) {
      String text = script[1].replace("§", "");
      boolean counts = true;
      int at = 0;
      for (char c : script[1].toCharArray()) {
        if (c == '§') {
          counts = !counts;
          continue;
        }
        if (counts && !Character.isWhitespace(c)) {
          char other = c == 'x' ? 'q' : 'x';
          isNoticed(migrator, script[0], text, text.substring(0, at) + text.substring(at + 1));
          isNoticed(
              migrator, script[0], text, text.substring(0, at) + other + text.substring(at + 1));
          isNoticed(migrator, script[0], text, text.substring(0, at) + '#' + text.substring(at));
        }
        at++;
      }
      folder.write(script[0], text);
    }
    assertEquals(List.of("a", "b"), Databases.tables(source, engine));
    assertEquals(1, migrator.up().done().size());
    connection.close();
  }

  private void isNoticed(Migrator migrator, String file, String before, String after)
      throws IOException {
    folder.write(file, after);
    refused(
        migrator,
        file + " has changed since it was sealed: it was " + Checksum.of(before) + ", it is ",
        Checksum.of(after) + "; restore it, and put the change into a new migration, or");
  }

  @ParameterizedTest
  @EnumSource
  void butNotHowItLooks(Engine engine) throws Exception {
    Migrator migrator = open(engine);
    String up = UP.replaceAll("§( ?--|/\\*)[^§]*?(\\*/)?§", "$1 other; 'words $2");
    folder.write(V2 + ".sql", "\ufeff" + up.replace("\n", "\r\n").replace(" text", "\t \n text"));
    folder.write(V2 + ".down.sql", "\n\n" + DOWN.replace("§", "").strip());
    assertEquals(1, migrator.up().done().size());
    assertTrue(migrator.status().upToDate());
    connection.close();
  }

  @ParameterizedTest
  @EnumSource
  void anyWordOfTheLockFile(Engine engine) throws Exception {
    Migrator migrator = open(engine);
    Path lock = folder.file("x").getParent().resolveSibling("varve.lock");
    String text = Files.readString(lock);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int at = text.indexOf("\n2") + 1; at < text.length() - 1; at++) {
      char c = text.charAt(at);
      if (random.nextInt(3) == 0 && !Character.isWhitespace(c)) {
        char other = c == '1' ? '0' : '1';
        Files.writeString(lock, text.substring(0, at) + other + text.substring(at + 1));
        List<String> before = Databases.tables(source, engine);
        assertThrows(MigrationException.class, migrator::up, "seed " + seed + " at " + at);
        assertEquals(before, Databases.tables(source, engine));
      }
    }
    Files.writeString(lock, text);
    assertEquals(1, migrator.up().done().size());
    connection.close();
  }

  @ParameterizedTest
  @EnumSource
  void aSealedOneThatIsCalledADraftAgain(Engine engine) throws Exception {
    Migrator migrator = open(engine);
    Path lock = folder.file("x").getParent().resolveSibling("varve.lock");
    Files.writeString(lock, Files.readString(lock).replace(V2 + " sealed", V2 + " draft"));
    folder.write(V2 + ".down.sql", "DROP TABLE a;");
    String says = V2 + " is a draft in varve.lock, whose scripts may change, but was applied on ";
    refused(migrator, says, " as a sealed one; restore varve.lock, or seal it");
    refused(migrator.allowDrafts(), says);
    MigrationException e = assertThrows(MigrationException.class, () -> migrator.down(1));
    assertTrue(String.valueOf(e.getMessage()).contains(says), e.getMessage());
    folder.write(V2 + ".sql", "CREATE TABLE d (x int);");
    refused(migrator.allowDrafts(), V2 + ".sql has changed since it was applied on ");
    assertEquals(List.of("a", "b"), Databases.tables(source, engine));
    connection.close();
  }

  @ParameterizedTest
  @EnumSource
  void filesThatGoComeOrAreRenamed(Engine engine) throws Exception {
    Migrator migrator = open(engine);
    Path up = folder.file(V2 + ".sql");
    Path renamed = folder.file("20260101000002_too.sql");
    Files.move(up, renamed);
    refused(
        migrator,
        V2 + ".sql is missing, but in varve.lock; restore it",
        "20260101000002_too.sql is not in varve.lock");
    Files.delete(renamed);
    refused(migrator, V2 + ".sql is missing, but in varve.lock; restore it");
    folder.write(V2 + ".sql", UP.replace("§", ""));
    Files.delete(folder.file(V2 + ".down.sql"));
    refused(migrator, V2 + ".down.sql is missing, but in varve.lock; restore it");
    folder.write(V2 + ".down.sql", DOWN.replace("§", ""));
    folder.write("20260101000004_four.sql", "SELECT 1;");
    refused(migrator, "20260101000004_four.sql is not in varve.lock");
    Files.delete(folder.file("20260101000004_four.sql"));
    folder.remove("20260101000002");
    refused(migrator, V2 + " was applied on ", ", but is not here");
    deleteAll(folder.db());
    refused(migrator, "there is no ", "varve.lock; is this the folder that Varve writes?");
    assertEquals(List.of("a", "b"), Databases.tables(source, engine));
    connection.close();
  }

  private static void deleteAll(Path path) throws IOException {
    List<Path> inside = new ArrayList<>();
    if (Files.isDirectory(path)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
        files.forEach(inside::add);
      }
    }
    for (Path one : inside) {
      deleteAll(one);
    }
    Files.delete(path);
  }
}
