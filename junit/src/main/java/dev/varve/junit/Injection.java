package dev.varve.junit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.util.Optional;
import javax.sql.DataSource;

/** Which parameters get a value. */
final class Injection {
  private Injection() {}

  static boolean supports(Class<?> type) {
    return type == DataSource.class
        || type == Connection.class
        || type == RandomSeed.class
        || opener(type).isPresent();
  }

  /**
   * A generated seed builder over a database.
   *
   * @param type an interface that {@link #supports} knows
   */
  static Object seed(Class<?> type, DataSource database) {
    Method of = opener(type).orElseThrow();
    try {
      of.setAccessible(true);
      return of.invoke(null, database);
    } catch (InvocationTargetException e) {
      throw new TestDatabaseException(type.getName() + " can't be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new TestDatabaseException(type.getName() + " can't be made", e);
    }
  }

  /** Generated seed builders are interfaces with a static method {@code of(DataSource)}. */
  private static Optional<Method> opener(Class<?> type) {
    if (!type.isInterface()) {
      return Optional.empty();
    }
    try {
      Method of = type.getDeclaredMethod("of", DataSource.class);
      return Modifier.isStatic(of.getModifiers()) && of.getReturnType() == type
          ? Optional.of(of)
          : Optional.empty();
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }
}
