package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** That the build runs these tests with the JUnit that it means to, and others are refused. */
class JunitVersionTest {
  @Test
  void itIsTheOneThatTheBuildSays() {
    String api = Test.class.getProtectionDomain().getCodeSource().getLocation().toString();
    String version = System.getProperty("varve.junit");
    assertTrue(api.endsWith("junit-jupiter-api-" + version + ".jar"), api);
  }

  @Test
  void whereItIsTooOldThatIsSaid() {
    ClassLoader withoutJunit = ClassLoader.getPlatformClassLoader();
    String message =
        assertThrows(
                ExtensionConfigurationException.class, () -> JunitVersion.require(withoutJunit))
            .getMessage();
    assertTrue(message.contains("needs JUnit 5.13 or later; this is "), message);
    assertTrue(message.contains("org.junit:junit-bom"), message);
  }
}
