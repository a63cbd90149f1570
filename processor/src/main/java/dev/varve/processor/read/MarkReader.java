package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads annotations by their mirrors, each element once: {@code getAnnotation} would make a proxy
 * by reflection for each.
 */
final class MarkReader {
  private static final String VARVE = "dev.varve.";
  private static final String CONSTRAINTS = "jakarta.validation.constraints.";

  /** What an annotation type is; empty: nothing to Varve. */
  private final Map<Element, Optional<Known>> known = new HashMap<>();

  /** The annotations of {@code element} that mean something. */
  Marks read(Element element) {
    List<? extends AnnotationMirror> mirrors = element.getAnnotationMirrors();
    return mirrors.isEmpty() ? Marks.NONE : read(mirrors);
  }

  /** The annotations of a component: those of its field, and those of its type. */
  Marks read(Element field, TypeMirror type) {
    Marks declared = read(field);
    List<? extends AnnotationMirror> onType = type.getAnnotationMirrors();
    if (onType.isEmpty()) {
      return declared;
    }
    List<Mark> all = new ArrayList<>(declared.all());
    for (Mark mark : read(onType).all()) {
      if (mark.kind() == MarkKind.NULLABLE && !declared.has(MarkKind.NULLABLE)) {
        all.add(mark);
      }
    }
    return new Marks(all);
  }

  /** The annotations among {@code mirrors} that mean something. */
  Marks read(List<? extends AnnotationMirror> mirrors) {
    List<Mark> marks = new ArrayList<>(mirrors.size());
    for (AnnotationMirror mirror : mirrors) {
      Known what = known(mirror);
      if (what != null && what.container()) {
        for (AnnotationMirror one : contained(mirror)) {
          marks.add(new Mark(what.kind(), what.name(), one));
        }
      } else if (what != null) {
        marks.add(new Mark(what.kind(), what.name(), mirror));
      }
    }
    return marks.isEmpty() ? Marks.NONE : new Marks(marks);
  }

  private static List<AnnotationMirror> contained(AnnotationMirror container) {
    List<AnnotationMirror> contained = new ArrayList<>();
    for (AnnotationValue value : new Mark(MarkKind.CONSTRAINT, "List", container).list("value")) {
      if (value.getValue() instanceof AnnotationMirror one) {
        contained.add(one);
      }
    }
    return contained;
  }

  private @Nullable Known known(AnnotationMirror mirror) {
    Element type = mirror.getAnnotationType().asElement();
    Optional<Known> what = known.get(type);
    if (what == null) {
      what = Optional.ofNullable(classify((TypeElement) type));
      known.put(type, what);
    }
    return what.orElse(null);
  }

  private static @Nullable Known classify(TypeElement type) {
    String name = type.getQualifiedName().toString();
    if (type.getSimpleName().contentEquals("Nullable")) {
      return new Known(MarkKind.NULLABLE, "Nullable", false);
    }
    boolean container = name.endsWith(".List");
    String single = container ? name.substring(0, name.length() - ".List".length()) : name;
    if (single.startsWith(CONSTRAINTS)) {
      return new Known(MarkKind.CONSTRAINT, single.substring(CONSTRAINTS.length()), container);
    }
    MarkKind kind =
        single.startsWith(VARVE) ? MarkKind.ofVarve(single.substring(VARVE.length())) : null;
    return kind == null ? null : new Known(kind, single.substring(VARVE.length()), container);
  }

  private record Known(MarkKind kind, String name, boolean container) {}
}
