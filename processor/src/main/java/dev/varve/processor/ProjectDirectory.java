package dev.varve.processor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The directory of a build: the nearest one above a compiler's output that has a build file. */
final class ProjectDirectory {
  private static final List<String> BUILD_FILES =
      List.of("pom.xml", "build.gradle", "build.gradle.kts");

  private ProjectDirectory() {}

  /** The nearest directory at or above {@code output} with a build file in it, if there is one. */
  static Optional<Path> above(Path output) {
    for (Path at = output.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (hasBuildFile(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static boolean hasBuildFile(Path directory) {
    for (String name : BUILD_FILES) {
      if (Files.isRegularFile(directory.resolve(name))) {
        return true;
      }
    }
    return false;
  }
}
