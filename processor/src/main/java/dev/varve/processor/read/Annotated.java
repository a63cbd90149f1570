package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * What carries Varve's annotations in one compilation. Types stay the same from round to round, so
 * this may be kept and added to.
 *
 * @param entities the types with {@code @Entity}
 * @param databases the types and packages with {@code @Database}
 * @param others the other types that carry, or hold members that carry, some annotation of Varve
 */
public record Annotated(
    List<TypeElement> entities, List<Element> databases, List<TypeElement> others) {
  /** Nothing. */
  public static final Annotated NONE = new Annotated(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Annotated {
    entities = List.copyOf(entities);
    databases = List.copyOf(databases);
    others = List.copyOf(others);
  }

  /**
   * Sorts the elements of one round.
   *
   * @param elements all that carry any annotation of package {@code dev.varve}, in any order
   */
  public static Annotated of(Collection<? extends Element> elements) {
    Set<TypeElement> entities = new LinkedHashSet<>();
    Set<Element> databases = new LinkedHashSet<>();
    Set<TypeElement> others = new LinkedHashSet<>();
    for (Element element : elements) {
      if (has(element, "dev.varve.Database")) {
        databases.add(element);
      }
      if (element instanceof TypeElement type && has(type, "dev.varve.Entity")) {
        entities.add(type);
      } else if (element instanceof TypeElement type) {
        others.add(type);
      } else if (element.getEnclosingElement() instanceof TypeElement type) {
        others.add(type);
      }
    }
    others.removeAll(entities);
    return new Annotated(List.copyOf(entities), List.copyOf(databases), List.copyOf(others));
  }

  /** Whether nothing carries any. */
  public boolean isEmpty() {
    return entities.isEmpty() && databases.isEmpty() && others.isEmpty();
  }

  /** This and what a later round brought. */
  public Annotated plus(Annotated later) {
    return new Annotated(
        joined(entities, later.entities),
        joined(databases, later.databases),
        joined(others, later.others));
  }

  private static boolean has(Element element, String annotation) {
    for (var mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation)) {
        return true;
      }
    }
    return false;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    Set<T> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return new ArrayList<>(all);
  }
}
