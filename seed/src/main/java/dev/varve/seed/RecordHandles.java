package dev.varve.seed;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads and makes records of one type, with the rights of the module that they belong to. */
final class RecordHandles {
  private final Class<?> type;
  private final MethodHandle constructor;
  private final MethodHandle[] accessors;

  /**
   * Finds the canonical constructor and the accessors.
   *
   * @throws SeedException if {@code lookup} has no right to them
   */
  RecordHandles(Class<?> type, Lookup lookup) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    accessors = new MethodHandle[components.length];
    try {
      Lookup rights = rights(type, lookup);
      for (int i = 0; i < types.length; i++) {
        types[i] = components[i].getType();
        accessors[i] =
            rights
                .unreflect(components[i].getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class));
      }
      constructor =
          rights
              .unreflectConstructor(type.getDeclaredConstructor(types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new SeedException(type.getName() + " isn't accessible from " + lookup, e);
    }
  }

  private static Lookup rights(Class<?> type, Lookup lookup) {
    try {
      return MethodHandles.privateLookupIn(type, lookup);
    } catch (IllegalAccessException e) {
      // A record of another module, which must be public and exported then.
      return lookup;
    }
  }

  /**
   * Makes a record.
   *
   * @throws SeedException if its constructor refuses the values
   */
  Object make(@Nullable Object[] values) {
    try {
      return constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new SeedException("the constructor of " + type.getName() + " failed: " + e, e);
    }
  }

  /** The value of a component, by its place. */
  @Nullable Object component(Object record, int place) {
    try {
      return accessors[place].invokeExact(record);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new SeedException("an accessor of " + type.getName() + " failed: " + e, e);
    }
  }
}
