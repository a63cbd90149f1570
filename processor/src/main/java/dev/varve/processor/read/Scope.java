package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * Where in an entity components are being read.
 *
 * @param prefix what stands before the names of columns
 * @param nullable whether an embedded record around them may be null
 * @param inKey whether an embedded record around them is part of the primary key
 * @param path the components that lead there
 * @param records the embedded records around them
 */
record Scope(
    String prefix, boolean nullable, boolean inKey, List<String> path, List<TypeElement> records) {
  /** The entity itself. */
  static final Scope ENTITY = new Scope("", false, false, List.of(), List.of());

  boolean isEmbedded() {
    return !records.isEmpty();
  }

  /** The scope of the components of an embedded record. */
  Scope inside(Component component, Mark embedded, TypeElement record) {
    List<TypeElement> outer = new ArrayList<>(records);
    outer.add(record);
    return new Scope(
        ColumnNames.prefix(component, embedded, prefix),
        nullable || component.nullable(),
        inKey || component.has(MarkKind.ID),
        Paths.plus(path, component.name()),
        List.copyOf(outer));
  }

  /** {@code billing.city} of a component. */
  String pathOf(Component component) {
    return path.isEmpty() ? component.name() : String.join(".", path) + '.' + component.name();
  }
}
