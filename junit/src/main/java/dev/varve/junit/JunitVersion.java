package dev.varve.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The version of JUnit that runs the tests: users choose it, or something that they import. */
final class JunitVersion {
  /** Since 5.13; also since then values in stores are closed that are only AutoCloseable. */
  private static final String NEEDED =
      "org.junit.jupiter.api.extension.ExtensionContext$StoreScope";

  private JunitVersion() {}

  /**
   * Refuses to run with an older one, of which the first test would only say that a class is
   * missing.
   *
   * @param jupiter has JUnit's classes
   * @throws ExtensionConfigurationException if it is older
   */
  static void require(ClassLoader jupiter) {
    try {
      Class.forName(NEEDED, false, jupiter);
    } catch (ClassNotFoundException e) {
      String found =
          Optional.ofNullable(ExtensionContext.class.getPackage().getImplementationVersion())
              .map(version -> "; this is " + version)
              .orElse("");
      throw new ExtensionConfigurationException(
          "@VarveTest needs JUnit 5.13 or later"
              + found
              + "; import org.junit:junit-bom in such a version before whatever else sets it (with"
              + " Spring Boot 3: the property junit-jupiter.version)",
          e);
    }
  }
}
