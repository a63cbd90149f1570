package dev.varve.seed;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives the rows that a call has made: a method for each entity, read when it is called. */
final class RowsHandler implements InvocationHandler {
  private final Class<?> type;
  private final Builders builders;
  private final Seed seed;
  private final Function<BuilderShape, List<Object[]>> keys;

  /**
   * Rows.
   *
   * @param keys the primary keys of the rows of a table, canonical, in the order in which they were
   *     made; empty for a table of which there are none
   */
  RowsHandler(
      Class<?> type, Builders builders, Seed seed, Function<BuilderShape, List<Object[]>> keys) {
    this.type = type;
    this.builders = builders;
    this.seed = seed;
    this.keys = keys;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> arguments != null && proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> type.getSimpleName();
      };
    }
    BuilderShape shape = builders.of(method);
    List<Object[]> wanted = keys.apply(shape);
    if (wanted.isEmpty()) {
      return List.of();
    }
    Optional<List<Object>> rows = seed.run(engine -> read(engine, shape, wanted));
    return rows.orElseThrow(
        () -> new SeedException("rows that were written to a file can't be read" + Problems.at()));
  }

  /** The rows; nothing if they can't be read. */
  private static Optional<List<Object>> read(
      SeedEngine engine, BuilderShape shape, List<Object[]> keys) throws SQLException {
    if (!engine.isReadable()) {
      return Optional.empty(); // no reason to give the file up
    }
    List<Object> rows = new ArrayList<>(keys.size());
    for (Object row : new RowReader(engine).read(shape, keys)) {
      if (row != null) { // else somebody has deleted it since
        rows.add(row);
      }
    }
    return Optional.of(List.copyOf(rows));
  }
}
