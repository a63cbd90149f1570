package dev.varve.seed.value;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The elements of arrays and collections. */
final class Elements {
  private Elements() {}

  /**
   * The elements of {@code value} in order; those of a set without an order of its own in the order
   * of their texts, because {@code Set.of} iterates differently in each JVM.
   *
   * @throws ValueException if {@code value} is neither array nor collection
   */
  static List<@Nullable Object> of(Object value, ValueType type) {
    if (value instanceof Collection<?> collection) {
      List<@Nullable Object> elements = new ArrayList<>(collection);
      if (isUnordered(value)) {
        elements.sort(Comparator.comparing(String::valueOf));
      }
      return elements;
    }
    if (!value.getClass().isArray()) {
      throw Canonical.mismatch(type, value);
    }
    return new AbstractList<>() {
      @Override
      public @Nullable Object get(int index) {
        return Array.get(value, index);
      }

      @Override
      public int size() {
        return Array.getLength(value);
      }
    };
  }

  static boolean isUnordered(Object value) {
    return value instanceof Set<?>
        && !(value instanceof SortedSet<?>
            || value instanceof LinkedHashSet<?>
            || value instanceof EnumSet<?>);
  }

  /** A collection that can't be changed: a set if {@code wanted} is one, else a list. */
  static Collection<@Nullable Object> collection(List<@Nullable Object> elements, Class<?> wanted) {
    return Set.class.isAssignableFrom(wanted)
        ? Collections.unmodifiableSet(new LinkedHashSet<>(elements))
        : Collections.unmodifiableList(elements);
  }

  /**
   * An array.
   *
   * @throws ValueException if an element is null and {@code component} primitive
   */
  static Object array(List<@Nullable Object> elements, Class<?> component) {
    Object array = Array.newInstance(component, elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Object element = elements.get(i);
      if (element == null && component.isPrimitive()) {
        throw new ValueException("element " + i + " is null, which no " + component + " can be");
      }
      Array.set(array, i, element);
    }
    return array;
  }
}
