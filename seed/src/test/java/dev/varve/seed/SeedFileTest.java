package dev.varve.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedFileTest {
  @TempDir Path folder;

  @Test
  @DisplayName("a script's folder is made, and nothing but the script is left in it")
  void folderIsMade() throws IOException {
    Path script = folder.resolve("a/b/seed.sql");
    SeedFile.create(script, SeedFile.Format.SQLITE).close();
    assertTrue(Files.readString(script).startsWith("-- Seed data, written by Varve: "));
    try (Stream<Path> files = Files.list(script.getParent())) {
      assertEquals(List.of(script), files.toList());
    }
  }

  @Test
  @DisplayName("whoever may read other new files may read a script")
  void othersMayRead() throws IOException {
    Path script = folder.resolve("seed.sql");
    SeedFile.create(script, SeedFile.Format.POSTGRESQL).close();
    Path other = Files.createFile(folder.resolve("other"));
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(script));
    }
  }
}
