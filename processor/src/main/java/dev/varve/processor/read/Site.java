package dev.varve.processor.read;

import dev.varve.processor.Place;
import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * Something with annotations, where problems can be reported.
 *
 * @param element a type, a package, or the field of a record's component
 * @param marks its annotations
 */
record Site(Element element, Marks marks) {
  /** Where it is declared. */
  Place place() {
    return Place.of(element);
  }

  /** Where {@code mark} stands on it. */
  Place place(Mark mark) {
    return Place.of(element, mark.mirror());
  }

  /** Where a value of {@code mark} stands, or the mark itself where the value isn't written. */
  Place place(Mark mark, String value) {
    AnnotationValue written = mark.value(value);
    return written == null ? place(mark) : Place.of(element, mark.mirror(), written);
  }

  /** Where one element of an array in {@code mark} stands. */
  Place place(Mark mark, String value, int index) {
    List<AnnotationValue> written = mark.list(value);
    return index < written.size()
        ? Place.of(element, mark.mirror(), written.get(index))
        : place(mark, value);
  }

  /** Where the first annotation of that kind stands, else the declaration. */
  Place place(MarkKind kind) {
    Mark mark = marks.first(kind);
    return mark == null ? place() : place(mark);
  }
}
