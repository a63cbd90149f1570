package dev.varve.junit;

import dev.varve.runtime.format.Engine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the nearest {@link VarveTest} asks for.
 *
 * @param loader where the database's files and classes are found
 */
record Settings(
    ClassLoader loader,
    Engine engine,
    Optional<String> name,
    boolean migrate,
    Isolation isolation,
    Class<? extends Baseline> baseline,
    long seed) {
  /**
   * The settings of a test class: its own, those of a class above it, or those of an enclosing one.
   */
  static Settings of(Class<?> testClass) {
    for (@Nullable Class<?> each = testClass; each != null; each = each.getEnclosingClass()) {
      Optional<VarveTest> test = AnnotationSupport.findAnnotation(each, VarveTest.class);
      if (test.isPresent()) {
        return of(test.get(), testClass.getClassLoader());
      }
    }
    throw new ExtensionConfigurationException(
        testClass.getName() + " has VarveExtension, but no @VarveTest; write that instead");
  }

  private static Settings of(VarveTest test, ClassLoader loader) {
    return new Settings(
        loader,
        test.database(),
        test.name().isEmpty() ? Optional.empty() : Optional.of(test.name()),
        test.migrate(),
        test.isolation(),
        test.baseline(),
        test.seed());
  }
}
