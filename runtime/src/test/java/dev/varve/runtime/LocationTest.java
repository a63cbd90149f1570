package dev.varve.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations on the class path and in folders. */
class LocationTest {
  @TempDir Path temp;

  /** A jar with a database for SQLite that has one table, called like the database. */
  private URL jar(String database) throws IOException {
    Path db = temp.resolve(database);
    MigrationFolder folder = new MigrationFolder(db, Engine.SQLITE);
    folder.sealed(
        "20260101000001_init", "CREATE TABLE " + database + " (x);", "DROP TABLE " + database);
    Path jar = temp.resolve(database + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      put(out, Bundle.DATABASES, (database + "\n").getBytes(StandardCharsets.UTF_8));
      put(
          out,
          Bundle.lockFile(database, "sqlite"),
          Files.readAllBytes(db.resolve("sqlite/varve.lock")));
      for (String name : List.of("20260101000001_init.sql", "20260101000001_init.down.sql")) {
        put(out, Bundle.migration(database, "sqlite", name), Files.readAllBytes(folder.file(name)));
      }
    }
    return jar.toUri().toURL();
  }

  private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }

  private static void assertRefused(String part, Migrator migrator) {
    MigrationException e = assertThrows(MigrationException.class, migrator::up);
    assertTrue(String.valueOf(e.getMessage()).contains(part), e.getMessage());
  }

  private static List<String> tables(Connection connection) throws Exception {
    return Databases.rows(
        connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  }

  @Test
  void theOnlyDatabaseOnTheClassPathIsTheOne() throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar("shop")}, null);
        Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Migrator migrator = Migrator.of(memory).classLoader(loader);
      migrator.up();
      assertEquals(List.of("_varve_migrations", "shop"), tables(memory));
      migrator.database("Shop").down(1);
      assertEquals(List.of("_varve_migrations"), tables(memory));
      assertRefused(
          "there is no database \"blog\" on the class path; there is shop",
          migrator.database("blog"));
    }
  }

  @Test
  void ofSeveralOneIsChosen() throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar("shop"), jar("blog")}, null);
        Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Migrator migrator = Migrator.of(memory).classLoader(loader);
      assertRefused("several databases are on the class path: blog, shop; choose one", migrator);
      migrator.database("shop").up();
      assertEquals(List.of("_varve_migrations", "shop"), tables(memory));
    }
  }

  @Test
  void theContextClassLoaderIsAskedFirst() throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar("shop")}, before);
        Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Thread.currentThread().setContextClassLoader(loader);
      Migrator.of(memory).up();
      assertEquals(List.of("_varve_migrations", "shop"), tables(memory));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    try (URLClassLoader nothing = new URLClassLoader(new URL[0], null);
        URLClassLoader shop = new URLClassLoader(new URL[] {jar("shop")}, null);
        Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
        Connection postgresql = Databases.postgresql().getConnection()) {
      assertRefused("no migrations on the class path", Migrator.of(memory).classLoader(nothing));
      assertRefused(
          "database \"shop\" has no migrations for PostgreSQL",
          Migrator.of(postgresql).classLoader(shop));
      assertRefused(
          "there is no " + temp.resolve("empty"),
          Migrator.of(memory).directory(temp.resolve("empty")));
    }
  }

  @Test
  void aBrokenLockFileIsNamedWithItsLine() throws Exception {
    Path lock = temp.resolve("db/sqlite/varve.lock");
    Files.createDirectories(lock.getParent());
    Files.writeString(lock, "<<<<<<< HEAD\n");
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Migrator migrator = Migrator.of(memory).directory(temp.resolve("db"));
      assertRefused(lock + ": line 1: a merge conflict is not resolved", migrator);
      Files.write(lock, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
      assertRefused(lock + " is not UTF-8", migrator);
    }
  }

  /** What a killed compiler or command leaves may look in order, without a migration. */
  @Test
  void aFolderInTheMiddleOfAChangeIsRefused() throws Exception {
    MigrationFolder folder = new MigrationFolder(temp.resolve("db"), Engine.SQLITE);
    folder.sealed("20260101000001_init", "CREATE TABLE a (x);", "DROP TABLE a");
    Path unfinished = Files.writeString(temp.resolve("db").resolve(Bundle.UNFINISHED), "end\n");
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Migrator migrator = Migrator.of(memory).directory(temp.resolve("db"));
      assertRefused("was interrupted, or is under way; compile, or run varve seal", migrator);
      assertEquals(List.of(), tables(memory));
      Files.delete(unfinished);
      migrator.up();
      assertEquals(List.of("_varve_migrations", "a"), tables(memory));
    }
  }
}
