package dev.varve.conformance.seeds;

import dev.varve.seed.RowPlan;
import dev.varve.seed.SeedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Calls a seed builder whose type nobody knew when this was compiled. */
final class Caller {
  /** So many rows smoke is asked for of an entity that it can't invent all by itself. */
  private int planned = 3;

  private final CompiledSchema schema;
  private final Class<?> type;
  private final Object seed;

  Caller(CompiledSchema schema, Connection connection) throws ReflectiveOperationException {
    this.schema = schema;
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

  /** The rows that smoke makes, by the full names of their entities. */
  Map<String, List<?>> smoke() throws ReflectiveOperationException {
    Method method = type.getMethod("smoke", Consumer.class);
    Consumer<Object> plan = this::plan;
    while (true) {
      try {
        return made(call(method, plan));
      } catch (SeedException e) {
        if (planned == 1 || !String.valueOf(e.getMessage()).endsWith("Ask for fewer")) {
          throw e;
        }
        planned--;
      }
    }
  }

  /** The rows that a plan makes. */
  Map<String, List<?>> rich(long number, RandomPlan random) throws ReflectiveOperationException {
    Method method = type.getMethod("rich", long.class, Consumer.class);
    Consumer<Object> plan =
        each -> {
          try {
            random.ask(each, loaded("app.ShopPlan"));
          } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
          }
        };
    return made(call(method, number, plan));
  }

  private Map<String, List<?>> made(Object rows) throws ReflectiveOperationException {
    Map<String, List<?>> made = new TreeMap<>();
    for (Method each : loaded("app.ShopRows").getMethods()) {
      ParameterizedType list = (ParameterizedType) each.getGenericReturnType();
      each.setAccessible(true);
      made.put(list.getActualTypeArguments()[0].getTypeName(), (List<?>) each.invoke(rows));
    }
    return made;
  }

  private Class<?> loaded(String name) throws ClassNotFoundException {
    return Class.forName(name, true, type.getClassLoader());
  }

  /** Says what nobody can invent. */
  private void plan(Object plan) {
    try {
      for (Method method : loaded("app.ShopPlan").getMethods()) {
        if (method.getParameterCount() == 2) {
          plan(plan, method);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private void plan(Object plan, Method method) throws ReflectiveOperationException {
    ParameterizedType reference = (ParameterizedType) method.getGenericReturnType();
    String entity = reference.getActualTypeArguments()[0].getTypeName();
    ParameterizedType rows = (ParameterizedType) method.getGenericParameterTypes()[1];
    Class<?> builder = (Class<?>) rows.getActualTypeArguments()[0];
    for (EntitySketch sketch : schema.sketch().entities()) {
      if (sketch.fullName().equals(entity) && sketch.needsHelp()) {
        RowPlan<Object> row = (each, chance) -> set(builder, each, sketch.given());
        method.setAccessible(true);
        method.invoke(plan, planned, row);
      }
    }
  }

  static Object set(Class<?> builder, Object row, Map<String, Object> given) {
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
