package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProjectDirectoryTest {
  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "build.gradle", "build.gradle.kts"})
  void isWhereTheNearestBuildFileIs(String buildFile) throws IOException {
    Files.createFile(root.resolve("pom.xml"));
    Path module = Files.createDirectories(root.resolve("module"));
    Files.createFile(module.resolve(buildFile));
    assertEquals(
        Optional.of(module), ProjectDirectory.above(module.resolve("target/classes/not/yet")));
  }

  @Test
  void isNotADirectoryThatHasTheNameOfABuildFile() throws IOException {
    Files.createFile(root.resolve("pom.xml"));
    Path module = Files.createDirectories(root.resolve("module"));
    Files.createDirectory(module.resolve("build.gradle"));
    assertEquals(Optional.of(root), ProjectDirectory.above(module));
  }

  @Test
  void isNowhereWithoutABuildFile() {
    assertEquals(Optional.empty(), ProjectDirectory.above(root.resolve("out")));
  }
}
