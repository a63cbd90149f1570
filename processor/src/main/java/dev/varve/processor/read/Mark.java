package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * An annotation that means something to Varve, as it is written: values that aren't written are
 * absent here, and so are those that javac itself will refuse.
 *
 * @param kind which one
 * @param name its simple name
 * @param mirror what javac knows
 */
record Mark(MarkKind kind, String name, AnnotationMirror mirror) {
  /** {@code @Relation}. */
  String display() {
    return '@' + name;
  }

  /** The value called {@code name}, or null if it isn't written. */
  @Nullable AnnotationValue value(String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** Whether a value called {@code name} is written. */
  boolean has(String name) {
    return value(name) != null;
  }

  /** A text, or {@code ""} if it isn't written. */
  String text(String name) {
    AnnotationValue value = value(name);
    return value != null && value.getValue() instanceof String text ? text : "";
  }

  /** A whole number, or {@code otherwise} if it isn't written. */
  long number(String name, long otherwise) {
    AnnotationValue value = value(name);
    return value != null && value.getValue() instanceof Number number
        ? number.longValue()
        : otherwise;
  }

  /** A truth value, or {@code otherwise} if it isn't written. */
  boolean flag(String name, boolean otherwise) {
    AnnotationValue value = value(name);
    return value != null && value.getValue() instanceof Boolean flag ? flag : otherwise;
  }

  /** The name of an enum constant, or {@code ""} if it isn't written. */
  String constant(String name) {
    AnnotationValue value = value(name);
    return value == null ? "" : constant(value);
  }

  /** The name of the enum constant that {@code value} is, else {@code ""}. */
  static String constant(AnnotationValue value) {
    return value.getValue() instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : "";
  }

  /** The elements of an array, or nothing if it isn't written. */
  List<AnnotationValue> list(String name) {
    AnnotationValue value = value(name);
    List<AnnotationValue> list = new ArrayList<>(4);
    if (value != null && value.getValue() instanceof List<?> elements) {
      for (Object element : elements) {
        list.add((AnnotationValue) element);
      }
    }
    return list;
  }

  /** A class, or null if it isn't written or doesn't exist. */
  @Nullable TypeMirror type(String name) {
    AnnotationValue value = value(name);
    return value != null && value.getValue() instanceof TypeMirror type ? type : null;
  }
}
