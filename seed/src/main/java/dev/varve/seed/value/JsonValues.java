package dev.varve.seed.value;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From JSON to Java values: the way back from {@link JsonText}. */
final class JsonValues {
  private final RecordAccess records;

  JsonValues(RecordAccess records) {
    this.records = records;
  }

  /**
   * The value of a document; for a {@code String} the document itself.
   *
   * @throws ValueException if it doesn't fit {@code wanted}
   */
  @Nullable Object document(String json, Type wanted) {
    return wanted == String.class ? json : of(JsonReader.read(json), wanted);
  }

  private @Nullable Object of(@Nullable Object value, Type wanted) {
    Class<?> raw = JavaType.raw(wanted);
    if (raw == Optional.class) {
      return Optional.ofNullable(value == null ? null : of(value, argument(wanted, 0)));
    }
    if (value == null || raw == Object.class) {
      return value;
    }
    if (value instanceof Map<?, ?> map && raw.isRecord()) {
      return row(map, raw);
    }
    if (value instanceof Map<?, ?> map && raw.isAssignableFrom(Map.class)) {
      return map(map, argument(wanted, 0), argument(wanted, 1));
    }
    if (value instanceof List<?> list && (raw.isArray() || Iterable.class.isAssignableFrom(raw))) {
      return list(list, wanted, raw);
    }
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      throw mismatch(value, wanted);
    }
    return scalar(value, raw);
  }

  private Object row(Map<?, ?> map, Class<?> raw) {
    RecordComponent[] components = raw.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = of(map.get(components[i].getName()), components[i].getGenericType());
    }
    return records.create(raw, values);
  }

  private Map<@Nullable Object, @Nullable Object> map(Map<?, ?> map, Type key, Type value) {
    Map<@Nullable Object, @Nullable Object> values = new LinkedHashMap<>();
    map.forEach((name, each) -> values.put(of(name, key), of(each, value)));
    return Collections.unmodifiableMap(values);
  }

  private Object list(List<?> list, Type wanted, Class<?> raw) {
    Type element = raw.isArray() ? raw.getComponentType() : argument(wanted, 0);
    List<@Nullable Object> values = new ArrayList<>(list.size());
    for (Object each : list) {
      values.add(of(each, element));
    }
    if (raw.isArray()) {
      return Elements.array(values, raw.getComponentType());
    }
    Collection<@Nullable Object> collection = Elements.collection(values, raw);
    if (!raw.isInstance(collection)) {
      throw mismatch(list, wanted);
    }
    return collection;
  }

  private static Object scalar(Object value, Class<?> raw) {
    if (raw.isInstance(value)) {
      return value;
    }
    ValueType type = ScalarTypes.of(raw);
    if (type == null) {
      throw mismatch(value, raw);
    }
    String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    return JavaValues.of(StoredText.parse(type, text), raw);
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType parameterized
        ? parameterized.getActualTypeArguments()[index]
        : Object.class;
  }

  private static ValueException mismatch(Object value, Type wanted) {
    return new ValueException(
        "JSON " + Texts.shown(value.toString()) + " is no " + wanted.getTypeName());
  }
}
