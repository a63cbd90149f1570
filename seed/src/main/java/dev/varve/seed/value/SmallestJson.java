package dev.varve.seed.value;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The smallest JSON document that a Java type can be made of. */
final class SmallestJson {
  private final StringBuilder json = new StringBuilder();
  private final Set<Class<?>> around = new HashSet<>();

  private SmallestJson() {}

  /**
   * The document for {@code type}.
   *
   * @throws ValueException if there is none: an interface or a class that is no record
   */
  static String of(Type type) {
    SmallestJson smallest = new SmallestJson();
    smallest.value(type);
    return smallest.json.toString();
  }

  private void value(Type type) {
    Class<?> raw = JavaType.raw(type);
    if (raw == Object.class || raw == String.class && json.length() == 0 || isMap(raw)) {
      json.append("{}");
    } else if (raw.isArray() || Iterable.class.isAssignableFrom(raw)) {
      json.append("[]");
    } else if (raw == Optional.class) {
      json.append("null");
    } else if (raw.isRecord()) {
      row(raw);
    } else {
      scalar(raw);
    }
  }

  private static boolean isMap(Class<?> raw) {
    return Map.class.isAssignableFrom(raw);
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
      case BOOLEAN -> json.append("false");
      case INT16, INT32, INT64, FLOAT32, FLOAT64, INTEGER, DECIMAL -> json.append('0');
      default -> JsonText.quote(text(raw, type), json);
    }
  }

  private static String text(Class<?> raw, ValueType type) {
    if (raw.isEnum()) {
      return ((Enum<?>) raw.getEnumConstants()[0]).name();
    }
    if (raw == String.class) {
      return "";
    }
    Choices<Object> choices =
        new Inventor(0).choices("", "value", type, new JavaType(raw), ValueDomain.ALL);
    return PostgresEncoder.text(type, choices.get(0));
  }
}
