package dev.varve.processor;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds {@code @SuppressWarnings("varve:VARVE-090")}. */
public final class Suppression {
  private Suppression() {}

  /** Whether the element of a problem, or anything around it, accepts it. */
  public static boolean of(Problem problem) {
    String wanted = "varve:" + problem.code();
    @Nullable Element element = problem.place().element();
    while (element != null) {
      if (accepts(element, wanted)) {
        return true;
      }
      element = element.getEnclosingElement();
    }
    return false;
  }

  private static boolean accepts(Element element, String wanted) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals("java.lang.SuppressWarnings")) {
        for (AnnotationValue value : mirror.getElementValues().values()) {
          if (value.getValue() instanceof List<?> tokens && holds(tokens, wanted)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean holds(List<?> tokens, String wanted) {
    for (Object token : tokens) {
      if (wanted.equals(((AnnotationValue) token).getValue())) {
        return true;
      }
    }
    return false;
  }
}
