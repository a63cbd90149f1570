package dev.varve.seed;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a database's seed builder does: a method for each entity, and {@code add}. */
final class SeedHandler implements InvocationHandler {
  private static final String ADD = "add";

  private final Class<?> type;
  private final Seed seed;
  private final Builders builders;

  SeedHandler(Class<?> type, Seed seed, Builders builders) {
    this.type = type;
    this.seed = seed;
    this.builders = builders;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    Object argument = arguments == null ? null : arguments[0];
    if (method.getName().equals(ADD)
        && arguments != null
        && method.getParameterTypes()[0] != UnaryOperator.class) {
      return add(Objects.requireNonNull(argument, "record"));
    }
    BuilderShape shape = builders.of(method);
    RowSeed row = new RowSeed(shape);
    return seed.insert(arguments == null ? row : row.applied(argument));
  }

  private Object add(Object record) {
    BuilderShape shape = builders.ofRecord(record.getClass());
    if (shape == null) {
      throw new SeedException(
          record.getClass().getName() + " is no entity of this database" + Problems.at());
    }
    return seed.upsert(new RowSeed(shape), record);
  }

  private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> type.getSimpleName();
    };
  }
}
