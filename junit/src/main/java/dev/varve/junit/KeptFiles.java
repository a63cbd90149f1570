package dev.varve.junit;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where files about failed tests are put. */
final class KeptFiles {
  private KeptFiles() {}

  /** Below the build's folder, {@code target} or {@code build}, else below the temporary one. */
  static Path directory() {
    for (String build : new String[] {"target", "build"}) {
      Path folder = Path.of(build).toAbsolutePath();
      if (Files.isDirectory(folder)) {
        return folder.resolve("varve-test");
      }
    }
    return Path.of(System.getProperty("java.io.tmpdir")).resolve("varve-test");
  }
}
