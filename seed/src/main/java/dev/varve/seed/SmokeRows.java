package dev.varve.seed;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that smoke has made; generated rows pass their calls to it. */
final class SmokeRows implements InvocationHandler {
  private final Builders builders;
  private final Map<Class<?>, List<Object>> records = new HashMap<>();

  private SmokeRows(Builders builders) {
    this.builders = builders;
  }

  /** A {@code ShopRows} of these records. */
  static Object of(Builders builders, List<Object> records) {
    SmokeRows rows = new SmokeRows(builders);
    for (Object record : records) {
      rows.records.computeIfAbsent(record.getClass(), any -> new ArrayList<>()).add(record);
    }
    return Seeds.proxy(builders.rows(), rows);
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> builders.rows().getSimpleName() + sizes();
      };
    }
    return List.copyOf(records.getOrDefault(builders.of(method).recordType(), List.of()));
  }

  private String sizes() {
    List<String> sizes = new ArrayList<>();
    records.forEach((type, rows) -> sizes.add(type.getSimpleName() + ' ' + rows.size()));
    sizes.sort(null);
    return sizes.toString();
  }
}
