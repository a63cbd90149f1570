package dev.varve.seed.value;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Java type of a column's values, as the component is declared: {@code List<Tier>}, {@code
 * int[]}, {@code java.time.Instant}.
 *
 * @param declared the type; {@code Optional} and value records are taken off it already
 */
public record JavaType(Type declared) {
  /** The class, without type arguments. */
  public Class<?> raw() {
    return raw(declared);
  }

  /** Of an array or a collection, the class of its elements. */
  public Class<?> element() {
    Class<?> component = raw().getComponentType();
    if (component != null) {
      return component;
    }
    return declared instanceof ParameterizedType type
        ? raw(type.getActualTypeArguments()[0])
        : Object.class;
  }

  public static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType parameterized) {
      return raw(parameterized.getRawType());
    }
    if (type instanceof java.lang.reflect.WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    return Object.class;
  }

  /**
   * A canonical value as one of this type.
   *
   * @param records makes records of what is stored as JSON
   * @throws ValueException if it is none
   */
  public @Nullable Object of(ValueType type, Object canonical, RecordAccess records) {
    return switch (type.kind()) {
      case JSON -> new JsonValues(records).document((String) canonical, declared);
      case ARRAY -> elements((List<?>) canonical);
      default -> JavaValues.of(canonical, raw());
    };
  }

  private Object elements(List<?> canonical) {
    List<@Nullable Object> elements = new ArrayList<>(canonical.size());
    for (Object each : canonical) {
      elements.add(each == null ? null : JavaValues.of(each, element()));
    }
    return Collection.class.isAssignableFrom(raw())
        ? Elements.collection(elements, raw())
        : Elements.array(elements, element());
  }

  /** The type as messages show it. */
  @Override
  public String toString() {
    return declared.getTypeName();
  }
}
