package dev.varve.seed.value;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** JSON documents that a Java type can be made of. */
final class SampleJson {
  private final StringBuilder json = new StringBuilder();
  private final Set<Class<?>> around = new HashSet<>();
  private final boolean rich;

  private SampleJson(boolean rich) {
    this.rich = rich;
  }

  /**
   * The smallest document for {@code type}.
   *
   * @throws ValueException if there is none: an interface or a class that is no record
   */
  static String smallest(Type type) {
    return new SampleJson(false).document(type);
  }

  /**
   * A document with something in every place: a list has an element, a map an entry, and values are
   * those that careless code breaks at.
   *
   * @throws ValueException as {@link #smallest}
   */
  static String rich(Type type) {
    return new SampleJson(true).document(type);
  }

  private String document(Type type) {
    value(type);
    return json.toString();
  }

  private void value(Type type) {
    Class<?> raw = JavaType.raw(type);
    if (raw == Object.class || raw == String.class && json.length() == 0) {
      anything();
    } else if (Map.class.isAssignableFrom(raw)) {
      map(type);
    } else if (raw.isArray() || Iterable.class.isAssignableFrom(raw)) {
      list(raw.isArray() ? raw.getComponentType() : argument(type, 0));
    } else if (raw == Optional.class) {
      optional(argument(type, 0));
    } else if (raw.isRecord()) {
      row(raw);
    } else {
      scalar(raw);
    }
  }

  private void anything() {
    if (!rich) {
      json.append("{}");
      return;
    }
    json.append("{\"\":[null,true,-1.5,12345678901234567890.5,{\"deep\":[[]]}],");
    JsonText.quote(TextEdges.HARD, json);
    json.append(':');
    JsonText.quote(TextEdges.HARD, json);
    json.append('}');
  }

  private void map(Type type) {
    Type key = argument(type, 0);
    Class<?> raw = JavaType.raw(key);
    ValueType known = ScalarTypes.of(raw);
    json.append('{');
    if (rich && !isAround(argument(type, 1)) && (known != null || raw == Object.class)) {
      JsonText.quote(known == null ? TextEdges.HARD : text(raw, known), json);
      json.append(':');
      value(argument(type, 1));
    }
    json.append('}');
  }

  private void list(Type element) {
    json.append('[');
    if (rich && !isAround(element)) {
      value(element);
    }
    json.append(']');
  }

  private void optional(Type inner) {
    if (rich && !isAround(inner)) {
      value(inner);
    } else {
      json.append("null");
    }
  }

  private boolean isAround(Type type) {
    return around.contains(JavaType.raw(type));
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType parameterized
        ? parameterized.getActualTypeArguments()[index]
        : Object.class;
  }

  private void row(Class<?> raw) {
    if (!around.add(raw)) {
      json.append("null");
      return;
    }
    json.append('{');
    String comma = "";
    for (RecordComponent component : raw.getRecordComponents()) {
      json.append(comma);
      comma = ",";
      JsonText.quote(component.getName(), json);
      json.append(':');
      value(component.getGenericType());
    }
    json.append('}');
    around.remove(raw);
  }

  private void scalar(Class<?> raw) {
    ValueType type = ScalarTypes.of(raw);
    if (type == null || raw.isEnum() && raw.getEnumConstants().length == 0) {
      throw new ValueException("nobody knows a JSON document for " + raw.getName());
    }
    switch (type.kind()) {
      case BOOLEAN -> json.append(rich);
      case INT16, INT32, INT64, FLOAT32, FLOAT64, INTEGER, DECIMAL ->
          json.append(rich ? greatest(raw, type) : "0");
      default -> JsonText.quote(text(raw, type), json);
    }
  }

  private static Object greatest(Class<?> raw, ValueType type) {
    return Edges.of(0, "value", type, new JavaType(raw), ValueDomain.ALL).get(1);
  }

  private String text(Class<?> raw, ValueType type) {
    if (raw.isEnum()) {
      Object[] constants = raw.getEnumConstants();
      return ((Enum<?>) constants[rich ? constants.length - 1 : 0]).name();
    }
    if (raw == String.class) {
      return rich ? TextEdges.HARD : "";
    }
    Object value =
        rich
            ? greatest(raw, type)
            : Inventor.choices(0, "value", type, new JavaType(raw), ValueDomain.ALL).get(0);
    return SqliteEncoder.value(type, value).toString();
  }
}
