package dev.varve.processor.read;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;

/**
 * Finds {@code @Database} in class files: a partial compilation may leave out the file that holds
 * it, and must not name the database otherwise.
 */
final class EarlierDatabase {
  private EarlierDatabase() {}

  /**
   * The package at or above {@code packageName}, or the type directly in it, that carries the
   * annotation.
   *
   * @param alsoTypes whether to look at types, which costs reading them all
   */
  static Optional<Element> find(
      String packageName, boolean alsoTypes, MarkReader marks, Elements elements) {
    String name = packageName;
    while (!name.isEmpty()) {
      PackageElement in = elements.getPackageElement(name);
      Optional<Element> found = in == null ? Optional.empty() : find(in, alsoTypes, marks);
      if (found.isPresent()) {
        return found;
      }
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return Optional.empty();
  }

  private static Optional<Element> find(PackageElement in, boolean alsoTypes, MarkReader marks) {
    if (marks.read(in).has(MarkKind.DATABASE)) {
      return Optional.of(in);
    }
    if (alsoTypes) {
      for (Element type : in.getEnclosedElements()) {
        if (marks.read(type).has(MarkKind.DATABASE)) {
          return Optional.of(type);
        }
      }
    }
    return Optional.empty();
  }
}
