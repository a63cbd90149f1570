package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The jar and the script that users get. */
class LauncherIT {
  private static final Path LAUNCHER = Path.of(System.getProperty("varve.launcher"));
  private static final Path JAR = LAUNCHER.resolveSibling("varve.jar");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theScriptRunsThroughALinkOnBothEngines(Engine engine) throws Exception {
    ExampleProject project = ExampleProject.ofThree(folder);
    String url = Databases.create(engine, folder);
    Path bin = Files.createDirectory(folder.resolve("b in"));
    Path link = Files.createSymbolicLink(bin.resolve("varve"), LAUNCHER);
    Program varve = new Program(List.of(link.toString()));
    Program.Output up = varve.run(url, project, "up");
    assertEquals(0, up.exit(), up.err());
    assertEquals(3, Databases.applied(url).size());
    Program.Output status = varve.run(url, project, "status");
    assertEquals(0, status.exit());
    assertEquals("", status.err(), "neither the JVM nor a driver has anything to say");
    assertEquals(2, varve.run(url, project, "nonsense").exit());
  }

  @Test
  void theJarIsAllThereIs() throws Exception {
    ExampleProject project = ExampleProject.ofThree(folder);
    Program jar = new Program(List.of(Program.java(), "-jar", JAR.toString()));
    String url = Databases.create(Engine.POSTGRESQL, folder);
    assertEquals(3, jar.run(url, project, "status").exit());
    Program.Output version = jar.run("", project, "--version");
    assertEquals("varve " + System.getProperty("varve.version") + "\n", version.out());
    try (JarFile file = new JarFile(JAR.toFile())) {
      List<String> names = file.stream().map(entry -> entry.getName()).toList();
      assertEquals(List.of(), names.stream().filter(n -> n.endsWith("module-info.class")).toList());
      assertTrue(names.contains("META-INF/maven/org.xerial/sqlite-jdbc/LICENSE"));
      String licences =
          new String(
              file.getInputStream(file.getEntry("META-INF/LICENSE")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertTrue(licences.contains("PostgreSQL Global Development Group"), licences);
      assertTrue(licences.contains("Apache License"), licences);
    }
  }

  @Test
  void theNextRunTakesTheClassesFromAnArchive() throws Exception {
    Path cache = folder.resolve("cache");
    assertTrue(version(cache, "").startsWith("varve "));
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!isReady(cache.resolve("varve"))) {
      assertTrue(System.nanoTime() < end, "no archive in " + cache);
      Thread.sleep(50);
    }
    String loaded = version(cache, "-Xlog:class+load");
    assertTrue(
        loaded.contains("dev.varve.cli.Main source: shared objects file (top)"),
        "the archive is not used");
  }

  /** Whether the archive has its last name. */
  private static boolean isReady(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".jsa"));
    }
  }

  private static String version(Path cache, String javaOptions) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(LAUNCHER.toString(), "--version").redirectErrorStream(true);
    builder.environment().remove("CI");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("XDG_CACHE_HOME", cache.toString());
    builder.environment().put("VARVE_JAVA_OPTS", javaOptions);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  @Test
  void theScriptSaysWhatIsMissing() throws Exception {
    Path alone = Files.copy(LAUNCHER, folder.resolve("varve"));
    Program.Output output =
        new Program(List.of("sh", alone.toString()))
            .run("", ExampleProject.ofThree(folder), "status");
    assertEquals(1, output.exit());
    assertTrue(output.err().contains("there is no " + folder.resolve("varve.jar")), output.err());
  }
}
