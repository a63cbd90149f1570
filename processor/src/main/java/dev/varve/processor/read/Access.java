package dev.varve.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * Which types the generated code can name.
 *
 * @param packageName the package that it goes to
 */
record Access(String packageName) {
  /** Whether {@code type} can be named there. */
  boolean isAccessible(TypeElement type) {
    boolean isPublic = true;
    Element element = type;
    while (element instanceof TypeElement nested) {
      if (nested.getModifiers().contains(Modifier.PRIVATE)
          || nested.getNestingKind() == NestingKind.LOCAL) {
        return false;
      }
      isPublic &= isPublic(nested);
      element = nested.getEnclosingElement();
    }
    return isPublic
        || element instanceof PackageElement in && in.getQualifiedName().contentEquals(packageName);
  }

  /** Whether {@code type} can be named in every package. */
  static boolean isPublicEverywhere(TypeElement type) {
    Element element = type;
    while (element instanceof TypeElement nested) {
      if (!isPublic(nested)) {
        return false;
      }
      element = nested.getEnclosingElement();
    }
    return true;
  }

  /** Members of interfaces are public; javac adds that modifier itself. */
  private static boolean isPublic(TypeElement type) {
    return type.getModifiers().contains(Modifier.PUBLIC);
  }
}
