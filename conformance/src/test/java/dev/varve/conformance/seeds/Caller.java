package dev.varve.conformance.seeds;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Calls a seed builder whose type nobody knew when this was compiled. */
final class Caller {
  private final Class<?> type;
  private final Object seed;

  Caller(CompiledSchema schema, Connection connection) throws ReflectiveOperationException {
    type = schema.seed();
    seed = type.getMethod("of", Connection.class).invoke(null, connection);
  }

  /** Inserts a row of an entity. */
  Object row(EntitySketch entity) throws ReflectiveOperationException {
    for (Method method : type.getMethods()) {
      boolean ofEntity = method.getReturnType().getName().equals(entity.fullName());
      if (ofEntity && !method.getName().equals("add")) {
        int parameters = method.getParameterCount();
        if (entity.given().isEmpty() && parameters == 0) {
          return call(method);
        }
        if (!entity.given().isEmpty() && parameters > 0) {
          return row(entity, method);
        }
      }
    }
    throw new AssertionError("no method for " + entity.fullName());
  }

  private Object row(EntitySketch entity, Method method) throws ReflectiveOperationException {
    Object[] arguments = entity.given().values().toArray();
    if (method.getParameterTypes()[method.getParameterCount() - 1] != UnaryOperator.class) {
      return call(method, arguments);
    }
    ParameterizedType operator =
        (ParameterizedType) method.getGenericParameterTypes()[method.getParameterCount() - 1];
    Class<?> builder = (Class<?>) operator.getActualTypeArguments()[0];
    UnaryOperator<Object> set = row -> set(builder, row, entity.given());
    return method.getParameterCount() == 1 ? call(method, set) : call(method, arguments, set);
  }

  private static Object set(Class<?> builder, Object row, Map<String, Object> given) {
    for (Map.Entry<String, Object> value : given.entrySet()) {
      for (Method setter : builder.getMethods()) {
        if (setter.getName().equals(value.getKey()) && setter.getParameterCount() == 1) {
          try {
            setter.setAccessible(true);
            setter.invoke(row, value.getValue());
          } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
          }
        }
      }
    }
    return row;
  }

  private Object call(Method method, Object[] arguments, Object last)
      throws ReflectiveOperationException {
    Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return call(method, all);
  }

  private Object call(Method method, Object... arguments) throws ReflectiveOperationException {
    try {
      method.setAccessible(true);
      return Objects.requireNonNull(method.invoke(seed, arguments));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw e;
    }
  }

  /** The component of a record. */
  static Object component(Object record, String name) throws ReflectiveOperationException {
    Method accessor = record.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }
}
