package dev.varve.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/**
 * Where the compiler puts classes, and so what becomes a jar.
 *
 * @param filer the way to it
 */
record ClassOutput(Filer filer) {
  private static final String PROBE = "varve";

  /**
   * A directory at or below which classes are put; empty if they aren't put into a directory.
   * Asking for a resource tells where it would be and creates nothing.
   */
  Optional<Path> directory() {
    try {
      URI uri = filer.getResource(StandardLocation.CLASS_OUTPUT, "", PROBE).toUri();
      return "file".equals(uri.getScheme())
          ? Optional.ofNullable(Path.of(uri).toAbsolutePath().getParent())
          : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /** Whether the class of a binary name lies there. */
  boolean holds(String binaryName) {
    return directory()
        .map(root -> Files.exists(root.resolve(binaryName.replace('.', '/') + ".class")))
        .orElse(true);
  }

  /**
   * Writes resources.
   *
   * @param resources their texts by their paths
   * @param origins what they follow from
   */
  void write(SortedMap<String, String> resources, Element... origins) throws IOException {
    for (Map.Entry<String, String> resource : resources.entrySet()) {
      // As bytes: a writer would use the encoding of the sources.
      try (OutputStream stream =
          filer
              .createResource(StandardLocation.CLASS_OUTPUT, "", resource.getKey(), origins)
              .openOutputStream()) {
        stream.write(resource.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
