package dev.varve.seed.value;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a descriptor says of a column's Java type. */
public final class JavaTypes {
  private JavaTypes() {}

  /**
   * The Java type of a column.
   *
   * @param word {@code java.net.URI}; {@code #1} for one of {@code types}; {@code #0.settings} for
   *     the type of a component; {@code int[]}, {@code list:} or {@code set:} and the elements'
   *     type; empty for the type that most columns of {@code type} have
   */
  public static JavaType of(ValueType type, String word, Class<?>[] types) {
    if (word.endsWith("[]") && !word.equals("byte[]")) {
      Class<?> element = named(word.substring(0, word.length() - 2), types);
      return new JavaType(element.arrayType());
    }
    int colon = word.indexOf(':');
    if (colon > 0) {
      Class<?> raw = word.startsWith("set") ? Set.class : List.class;
      return new JavaType(new Collected(raw, named(word.substring(colon + 1), types)));
    }
    int dot = word.indexOf('.');
    if (word.startsWith("#") && dot > 0) {
      return new JavaType(component(types[number(word, dot)], word.substring(dot + 1)));
    }
    return new JavaType(word.isEmpty() ? usual(type) : named(word, types));
  }

  private static int number(String word, int end) {
    return Integer.parseInt(word.substring(1, end));
  }

  private static Class<?> named(String word, Class<?>[] types) {
    if (word.startsWith("#")) {
      return types[number(word, word.length())];
    }
    return switch (word) {
      case "boolean" -> boolean.class;
      case "byte" -> byte.class;
      case "short" -> short.class;
      case "int" -> int.class;
      case "long" -> long.class;
      case "float" -> float.class;
      case "double" -> double.class;
      case "char" -> char.class;
      case "byte[]" -> byte[].class;
      default -> loaded(word);
    };
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("unknown Java type in a table's descriptor: " + name, e);
    }
  }

  /** The type of the component that a path of names leads to. */
  private static Type component(Class<?> root, String path) {
    Type type = root;
    for (String name : path.split("\\.")) {
      type = component(JavaType.raw(type), name, path);
      boolean optional = JavaType.raw(type) == Optional.class;
      if (optional && type instanceof ParameterizedType parameterized) {
        type = parameterized.getActualTypeArguments()[0];
      }
    }
    return type;
  }

  private static Type component(Class<?> record, String name, String path) {
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getName().equals(name)) {
        return component.getGenericType();
      }
    }
    throw new IllegalArgumentException(
        record.getName() + " has no component " + name + ": " + path);
  }

  private static Class<?> usual(ValueType type) {
    return switch (type.kind()) {
      case BOOLEAN -> boolean.class;
      case INT16 -> short.class;
      case INT32 -> int.class;
      case INT64 -> long.class;
      case FLOAT32 -> float.class;
      case FLOAT64 -> double.class;
      case INTEGER -> java.math.BigInteger.class;
      case DECIMAL -> java.math.BigDecimal.class;
      case CHAR -> char.class;
      case TEXT, WORDS -> String.class;
      case UUID -> java.util.UUID.class;
      case INSTANT -> java.time.Instant.class;
      case DATE_TIME -> java.time.LocalDateTime.class;
      case DATE -> java.time.LocalDate.class;
      case TIME -> java.time.LocalTime.class;
      case DURATION -> java.time.Duration.class;
      case PERIOD -> java.time.Period.class;
      case BYTES -> byte[].class;
      case INET -> java.net.InetAddress.class;
      case JSON -> Object.class;
      case ARRAY -> List.class;
    };
  }

  /** {@code List<T>} or {@code Set<T>}. */
  private record Collected(Class<?> raw, Class<?> element) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {element};
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return null;
    }

    @Override
    public String getTypeName() {
      return raw.getSimpleName() + '<' + element.getTypeName() + '>';
    }
  }
}
