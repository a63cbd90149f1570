package dev.varve.processor.read;

import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * How a component says what it refers to.
 *
 * @param target the entity referred to
 * @param collection for many-to-many the kind of collection, {@code List}, {@code Set} or {@code
 *     Collection}; empty: the component refers to one
 * @param key the type of the key that the component, or each element of it, holds; empty: it holds
 *     the target's record
 */
record RelationForm(TypeElement target, Optional<String> collection, Optional<Shape.Scalar> key) {
  boolean byRecord() {
    return key.isEmpty();
  }

  boolean isMany() {
    return collection.isPresent();
  }

  String targetName() {
    return target.getSimpleName().toString();
  }
}
