package dev.varve.junit;

import java.lang.reflect.Method;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test is called, as part of a file's name. */
final class Label {
  /** The number of an invocation, of a test or of a class with parameters. */
  private static final Pattern INVOCATION = Pattern.compile("#(\\d+)]");

  private Label() {}

  /** The class and the method of a test, or of one of a factory, with the invocation's number. */
  static String of(ExtensionContext test) {
    ExtensionContext each = test;
    while (each.getTestMethod().isEmpty()) {
      each = each.getParent().orElseThrow();
    }
    return of(each.getRequiredTestClass(), each.getRequiredTestMethod(), test.getUniqueId());
  }

  /** The same for a method that a class has for all its tests. */
  static String of(ExtensionContext testClass, Method method) {
    return of(testClass.getRequiredTestClass(), method, testClass.getUniqueId());
  }

  private static String of(Class<?> testClass, Method method, String uniqueId) {
    StringBuilder label = new StringBuilder(testClass.getName());
    label.append('.').append(method.getName());
    Matcher invocation = INVOCATION.matcher(uniqueId);
    while (invocation.find()) {
      label.append('-').append(invocation.group(1));
    }
    return label.toString().replaceAll("[^\\p{Alnum}.$_-]", "_");
  }
}
