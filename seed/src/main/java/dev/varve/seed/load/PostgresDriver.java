package dev.varve.seed.load;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What JDBC doesn't know of PostgreSQL's driver, called by name: seeds depend on no driver, and one
 * that a pool hides is one that isn't there.
 */
final class PostgresDriver {
  private static final String PACKAGE = "org.postgresql.";

  private PostgresDriver() {}

  /** The driver's own connection behind {@code connection}; null if it can't be had. */
  static @Nullable Object unwrapped(Connection connection) throws SQLException {
    Class<?> type = type(connection);
    try {
      return type != null && connection.isWrapperFor(type) ? connection.unwrap(type) : null;
    } catch (SQLException | AbstractMethodError e) {
      return null; // a proxy that doesn't unwrap, in one way or another
    }
  }

  private static @Nullable Class<?> type(Connection connection) {
    ClassLoader[] loaders = {
      connection.getClass().getClassLoader(),
      Thread.currentThread().getContextClassLoader(),
      PostgresDriver.class.getClassLoader()
    };
    for (ClassLoader loader : loaders) {
      try {
        return Class.forName(PACKAGE + "PGConnection", false, loader);
      } catch (ClassNotFoundException e) {
        // the next one may have it
      }
    }
    return null;
  }

  /** Begins a COPY. */
  static Copy copy(Object driver, String sql) throws SQLException {
    Object manager = call(Handles.of(driver).copyApi, driver);
    return new Copy(Handles.of(driver), call(Handles.of(driver).copyIn, manager, sql));
  }

  /** What the server said, or null if this is no exception of the driver's with such fields. */
  static @Nullable Refusal refusal(SQLException e) {
    try {
      Method fields = e.getClass().getMethod("getServerErrorMessage");
      Object error = fields.invoke(e);
      return error == null
          ? null
          : new Refusal(
              String.valueOf(e.getMessage()),
              text(error, "getConstraint"),
              text(error, "getColumn"),
              key(text(error, "getDetail")));
    } catch (ReflectiveOperationException noSuchFields) {
      return null;
    }
  }

  /** Of {@code Key (a, b)=(7, DE) already exists.} the values, in whatever language that stands. */
  private static @Nullable String key(@Nullable String detail) {
    int start = detail == null ? -1 : detail.indexOf(")=(");
    int end = detail == null ? -1 : detail.lastIndexOf(')');
    return detail == null || start < 0 || end < start + 3 ? null : detail.substring(start + 3, end);
  }

  private static @Nullable String text(Object error, String name)
      throws ReflectiveOperationException {
    return (String) error.getClass().getMethod(name).invoke(error);
  }

  private static Object call(Method method, Object target, Object... arguments)
      throws SQLException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw thrown(e);
    } catch (IllegalAccessException e) {
      throw new SQLException(method + " can't be called", e);
    }
  }

  private static SQLException thrown(InvocationTargetException e) {
    Throwable cause = e.getCause();
    if (cause instanceof SQLException failure) {
      return failure;
    }
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    if (cause instanceof Error failure) {
      throw failure;
    }
    return new SQLException(cause);
  }

  /** A COPY that has begun. */
  static final class Copy {
    private final Handles handles;
    private final Object copy;

    private Copy(Handles handles, Object copy) {
      this.handles = handles;
      this.copy = copy;
    }

    void write(byte[] bytes) throws SQLException {
      call(handles.write, copy, bytes, 0, bytes.length);
    }

    void end() throws SQLException {
      call(handles.end, copy);
    }

    /** Ends it with an error, unless an error has ended it already. */
    void cancel() throws SQLException {
      if ((boolean) call(handles.active, copy)) {
        call(handles.cancel, copy);
      }
    }
  }

  /** The driver's methods, looked up once for each driver. */
  private record Handles(
      Method copyApi, Method copyIn, Method write, Method end, Method cancel, Method active) {
    private static final ClassValue<Handles> KNOWN =
        new ClassValue<>() {
          @Override
          protected Handles computeValue(Class<?> type) {
            return read(type.getClassLoader());
          }
        };

    static Handles of(Object driver) {
      return KNOWN.get(driver.getClass());
    }

    private static Handles read(ClassLoader loader) {
      try {
        Class<?> manager = Class.forName(PACKAGE + "copy.CopyManager", false, loader);
        Class<?> copy = Class.forName(PACKAGE + "copy.CopyIn", false, loader);
        return new Handles(
            Class.forName(PACKAGE + "PGConnection", false, loader).getMethod("getCopyAPI"),
            manager.getMethod("copyIn", String.class),
            copy.getMethod("writeToCopy", byte[].class, int.class, int.class),
            copy.getMethod("endCopy"),
            copy.getMethod("cancelCopy"),
            copy.getMethod("isActive"));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("PostgreSQL's driver has no COPY as it is known", e);
      }
    }
  }
}
