package dev.varve.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file beside the tests that holds what a schema must give. {@code mvn test -pl schema
 * -Dvarve.golden=update} rewrites all of them, to be read before they're committed.
 */
public final class GoldenFile {
  private static final Path DIRECTORY = Path.of("src/test/resources/dev/varve/schema");

  private GoldenFile() {}

  /** Fails unless the file {@code name} holds {@code actual}. */
  public static void assertHolds(String name, String actual) throws IOException {
    if ("update".equals(System.getProperty("varve.golden"))) {
      Files.createDirectories(path(name).getParent());
      Files.writeString(path(name), actual);
    }
    assertEquals(Files.readString(path(name)), actual, name);
  }

  /** Where the file {@code name} is. */
  public static Path path(String name) {
    return DIRECTORY.resolve(name);
  }
}
