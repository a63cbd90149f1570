package dev.varve.seed.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and makes records with the rights of whoever owns them, so that no module has to open a
 * package.
 */
public final class RecordAccess {
  private final Lookup lookup;

  /**
   * Uses the rights of {@code lookup}: it must see the records' class, and where a record isn't
   * public, be of its package or its module.
   */
  public RecordAccess(Lookup lookup) {
    this.lookup = lookup;
  }

  /**
   * The components of a record by name, in order.
   *
   * @throws ValueException if they aren't accessible or an accessor fails
   */
  Map<String, @Nullable Object> components(Record row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Class<?> type = row.getClass();
    Lookup rights = rights(type);
    try {
      for (RecordComponent component : type.getRecordComponents()) {
        values.put(component.getName(), rights.unreflect(component.getAccessor()).invoke(row));
      }
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ValueException("a component of " + type.getName() + " can't be read", e);
    }
    return values;
  }

  /**
   * Makes a record.
   *
   * @param values its components, in order
   * @throws ValueException if its constructor isn't accessible or refuses them
   */
  Object create(Class<?> type, Object[] values) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      return rights(type)
          .unreflectConstructor(type.getDeclaredConstructor(types))
          .invokeWithArguments(values);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ValueException("no " + type.getName() + " can be made: " + e, e);
    }
  }

  private Lookup rights(Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(type, lookup);
    } catch (IllegalAccessException e) {
      return lookup;
    }
  }
}
