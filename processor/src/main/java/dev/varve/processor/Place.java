package dev.varve.processor;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A place in a source file: the value of an annotation, else the annotation, else the element.
 *
 * @param element what is declared there; for a component of a record its field, since javac gives
 *     the component itself no position
 * @param annotation one of the element's annotations
 * @param value one of that annotation's values
 */
public record Place(
    Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value) {
  /** The place where {@code element} is declared. */
  public static Place of(Element element) {
    return new Place(element, Optional.empty(), Optional.empty());
  }

  /** The place of an annotation of {@code element}. */
  public static Place of(Element element, AnnotationMirror annotation) {
    return new Place(element, Optional.of(annotation), Optional.empty());
  }

  /** The place of a value in an annotation of {@code element}. */
  public static Place of(Element element, AnnotationMirror annotation, AnnotationValue value) {
    return new Place(element, Optional.of(annotation), Optional.of(value));
  }
}
