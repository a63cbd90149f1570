package dev.varve.junit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What a class says its superclass is of. */
final class TypeArgument {
  private TypeArgument() {}

  /**
   * The only type argument of {@code above}, as {@code below} or a class between them gives it.
   *
   * @throws ExtensionConfigurationException if none of them does
   */
  static Class<?> of(Class<?> below, Class<?> above) {
    Class<?> each = below;
    while (each.getSuperclass() != above) {
      each = each.getSuperclass();
    }
    Type superclass = each.getGenericSuperclass();
    if (superclass instanceof ParameterizedType parameterized
        && parameterized.getActualTypeArguments()[0] instanceof Class<?> argument) {
      return argument;
    }
    throw new ExtensionConfigurationException(
        each.getName()
            + " must say which seed builder it uses: extends "
            + above.getSimpleName()
            + "<ShopSeed>");
  }
}
