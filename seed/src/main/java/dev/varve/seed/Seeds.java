package dev.varve.seed;

import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Gives generated seed builders their behaviour. A seed builder is an interface: javac compiles
 * thousands of methods without bodies in little time, and the bodies would all be alike.
 *
 * <p>Each call of a builder inserts what it is asked for and what that needs, all or nothing, and
 * returns the record as the database holds it. What nobody has set is null where it may be, left to
 * the database where that has a default, and invented else: a value that type, length, constraints
 * and unique keys allow. A related row is made only if none was given and there must be one. The
 * same calls invent the same values on every machine, except that no unique value is taken twice:
 * there it depends on what the database holds.
 *
 * <p>A builder over a {@link DataSource} takes a connection for each call and commits, also where
 * connections come without autocommit. Of a source that hands out a transaction of the caller's,
 * PostgreSQL tells: if that has written, the call becomes part of it. SQLite doesn't tell, and it
 * would be committed: give the {@link Connection} there. Over a {@link Connection}, a call is a
 * transaction of its own in autocommit mode; else, and after a {@code BEGIN} of the caller's, it
 * becomes part of that transaction and commits nothing. A builder is not made for several threads
 * at once. It throws {@link SeedException} if what was asked for can't be, and then inserts
 * nothing.
 */
public final class Seeds {
  private Seeds() {}

  /**
   * A seed builder that takes a connection for each call.
   *
   * @param builder the generated interface
   * @param source where it takes them from
   * @param lookup the rights of the interface, by which records are read and made
   * @param <S> the generated interface
   */
  public static <S> S open(Class<S> builder, DataSource source, Lookup lookup) {
    return open(builder, Seed.of(source), lookup);
  }

  /**
   * A seed builder that makes all its calls on one connection, which stays open.
   *
   * @param builder the generated interface
   * @param connection the connection
   * @param lookup the rights of the interface, by which records are read and made
   * @param <S> the generated interface
   */
  public static <S> S open(Class<S> builder, Connection connection, Lookup lookup) {
    return open(builder, Seed.of(connection), lookup);
  }

  /**
   * A seed builder that writes all that its calls insert to a script.
   *
   * @param builder the generated interface
   * @param file the script
   * @param lookup the rights of the interface, by which records are read and made
   * @param <S> the generated interface
   */
  public static <S> S open(Class<S> builder, SeedFile file, Lookup lookup) {
    return open(builder, Seed.of(file), lookup);
  }

  private static <S> S open(Class<S> builder, Seed seed, Lookup lookup) {
    Builders builders = Builders.of(builder, lookup);
    return proxy(builder, new SeedHandler(builder, seed, builders, new Sharing()));
  }

  /** An object of a generated interface. */
  static <T> T proxy(Class<T> generated, InvocationHandler handler) {
    return generated.cast(
        Proxy.newProxyInstance(generated.getClassLoader(), interfaces(generated), handler));
  }

  /**
   * The builder and the interfaces above it that aren't public: with one of them the proxy is
   * defined in their package, and so may name entities that aren't public either.
   */
  private static Class<?>[] interfaces(Class<?> builder) {
    List<Class<?>> interfaces = new ArrayList<>(List.of(builder));
    for (Class<?> above : builder.getInterfaces()) {
      if (!Modifier.isPublic(above.getModifiers())) {
        interfaces.add(above);
      }
    }
    return interfaces.toArray(new Class<?>[0]);
  }
}
