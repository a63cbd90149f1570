package dev.varve.junit;

import dev.varve.runtime.format.Engine;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
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
   * The settings of a test class: its own, those of a class above it, or those of the class that it
   * is nested in when it runs.
   */
  static Settings of(ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    Optional<ExtensionContext> each = Optional.of(context);
    while (each.isPresent()) {
      Optional<VarveTest> test =
          AnnotationSupport.findAnnotation(each.get().getTestClass(), VarveTest.class);
      if (test.isPresent()) {
        return of(test.get(), testClass.getClassLoader());
      }
      each = each.get().getParent();
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
