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
    VarveTest test =
        annotation(context)
            .orElseThrow(
                () ->
                    new ExtensionConfigurationException(
                        testClass.getName()
                            + " has VarveExtension, but no @VarveTest; write that instead"));
    return new Settings(
        testClass.getClassLoader(),
        test.database(),
        named(test),
        test.migrate(),
        test.isolation(),
        test.baseline(),
        test.seed());
  }

  /** The name of the database that is asked for, if one is. */
  static Optional<String> name(ExtensionContext context) {
    return annotation(context).flatMap(Settings::named);
  }

  private static Optional<VarveTest> annotation(ExtensionContext context) {
    Optional<ExtensionContext> each = Optional.of(context);
    while (each.isPresent()) {
      Optional<VarveTest> test =
          AnnotationSupport.findAnnotation(each.get().getTestClass(), VarveTest.class);
      if (test.isPresent()) {
        return test;
      }
      each = each.get().getParent();
    }
    return Optional.empty();
  }

  private static Optional<String> named(VarveTest test) {
    return test.name().isEmpty() ? Optional.empty() : Optional.of(test.name());
  }
}
