package dev.varve.processor;

import dev.varve.project.FileProblem;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the directory that a compilation keeps schema and migrations in. */
final class DatabaseDirectory {
  private static final String DEFAULT = "db";

  private DatabaseDirectory() {}

  /**
   * The directory that the options name, else {@code db} beside the nearest build file above the
   * class output. A relative one starts there too, so that it doesn't depend on where a build tool
   * happened to start the compiler.
   *
   * @param classOutput where classes are put; empty if not into a directory
   * @throws FileProblem if nobody says where it is
   */
  static Path find(Options options, Optional<Path> classOutput) throws FileProblem {
    Optional<Path> project = classOutput.flatMap(ProjectDirectory::above);
    if (options.directory().isPresent()) {
      Path start = project.orElse(Path.of(""));
      return start.resolve(options.directory().get()).toAbsolutePath().normalize();
    }
    if (project.isPresent()) {
      return project.get().resolve(DEFAULT);
    }
    throw new FileProblem(Message.DIRECTORY_UNKNOWN, reason(classOutput));
  }

  private static String reason(Optional<Path> classOutput) {
    return classOutput.isEmpty()
        ? "the compiler doesn't write to a directory"
        : "no pom.xml, build.gradle or build.gradle.kts lies above " + classOutput.get();
  }
}
