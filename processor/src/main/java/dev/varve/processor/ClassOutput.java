package dev.varve.processor;

import dev.varve.runtime.format.Bundle;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
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

  /** Whether a compilation before has put migrations there: then it is the directory's own. */
  boolean holdsMigrations() {
    return directory().map(root -> Files.exists(root.resolve(Bundle.DATABASES))).orElse(false);
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

  /**
   * Removes what former compilations left in a folder: files that aren't among {@code paths}.
   *
   * @param folder its path from where classes are put
   * @param paths the files to keep, from there too
   */
  void removeOthers(String folder, Set<String> paths) throws IOException {
    Optional<Path> root = directory();
    if (root.isEmpty() || !Files.isDirectory(root.get().resolve(folder))) {
      return;
    }
    Set<Path> keep = new HashSet<>();
    for (String path : paths) {
      keep.add(root.get().resolve(path));
    }
    try (Stream<Path> found = Files.walk(root.get().resolve(folder))) {
      for (Path file : (Iterable<Path>) found::iterator) {
        if (Files.isRegularFile(file) && !keep.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }
}
