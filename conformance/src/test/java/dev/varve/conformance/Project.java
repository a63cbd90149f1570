package dev.varve.conformance;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's own files are. */
public final class Project {
  /** The folder of the parent {@code pom.xml}. */
  public static final Path ROOT = root();

  private Project() {}

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("conformance"))) {
      here = here.getParent();
    }
    return here;
  }
}
