package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** That the build runs these tests with the JUnit that it means to. */
class JunitVersionTest {
  @Test
  void itIsTheOneThatTheBuildSays() {
    String api = Test.class.getProtectionDomain().getCodeSource().getLocation().toString();
    String version = System.getProperty("varve.junit");
    assertTrue(api.endsWith("junit-jupiter-api-" + version + ".jar"), api);
  }
}
