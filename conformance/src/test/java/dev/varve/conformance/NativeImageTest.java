package dev.varve.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.varve.runtime.Migrator;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * What the applier's jar says of itself to GraalVM covers what it asks for. That an image is built
 * and runs isn't tested: it would need GraalVM.
 */
class NativeImageTest {
  private static final String FOLDER = "META-INF/native-image/dev.varve/varve-runtime/";

  @Test
  void allThatTheApplierReadsIsRegisteredAndNothingIsSuperfluous() throws Exception {
    Recorder recorder = new Recorder();
    try (Connection connection = Databases.sqlite()) {
      migrate(connection, recorder);
    }
    try (Connection connection = Databases.postgresql()) {
      migrate(connection, recorder);
    }
    for (String dialect : List.of("postgresql", "sqlite")) {
      assertTrue(
          recorder.asked.contains("META-INF/varve/store/" + dialect + "/varve.lock"),
          recorder.asked::toString);
    }
    assertCovers(globs(), recorder.asked);
    assertCovers(patterns(), recorder.asked);
  }

  private static void assertCovers(List<Pattern> registered, Set<String> asked) {
    assertEquals(3, registered.size());
    for (String path : asked) {
      assertTrue(registered.stream().anyMatch(one -> one.matcher(path).matches()), path);
    }
    for (Pattern one : registered) {
      assertTrue(asked.stream().anyMatch(path -> one.matcher(path).matches()), one.pattern());
    }
  }

  private static void migrate(Connection connection, ClassLoader loader) {
    Migrator migrator = Migrator.of(connection).classLoader(loader).database("store");
    int migrations = migrator.up().done().size();
    assertEquals(migrations, migrator.allowDataLoss().down(migrations).done().size());
  }

  /** One method of the driver is called by its name, which both files say. */
  @Test
  void theMethodOfTheDriverIsRegistered() throws Exception {
    String method = PGConnection.class.getMethod("getBackendPID").getName();
    assertRegistered("reachability-metadata.json", "type", method);
    assertRegistered("reflect-config.json", "name", method);
  }

  private static void assertRegistered(String file, String key, String method) throws IOException {
    String called =
        """
        {"%s": "%s", "methods": [{"name": "%s", "parameterTypes": []}]}
        """
            .formatted(key, PGConnection.class.getName(), method);
    try (InputStream json = open(file)) {
      String text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(text.contains(called), text);
    }
  }

  /** No other class is found by its name or looked into, so that there is nothing else to say. */
  @Test
  void theApplierUsesNoOtherReflection() {
    noClasses()
        .that()
        .resideInAPackage("dev.varve.runtime..")
        .and()
        .doNotHaveFullyQualifiedName("dev.varve.runtime.ServerPool")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.ServiceLoader")
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .orShould()
        .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.varve.runtime"));
  }

  /** The resources in the file for GraalVM for JDK 23 and later. */
  private static List<Pattern> globs() throws IOException {
    try (InputStream file = open("reachability-metadata.json");
        JsonParser json = new JsonFactory().createParser(file)) {
      assertEquals(JsonToken.START_OBJECT, json.nextToken());
      assertEquals("comment", json.nextFieldName());
      assertTrue(!json.nextTextValue().isEmpty());
      assertEquals("reflection", json.nextFieldName());
      json.nextToken();
      json.skipChildren();
      assertEquals("resources", json.nextFieldName());
      List<Pattern> globs = new ArrayList<>();
      for (String glob : values("glob", json)) {
        globs.add(regex(glob));
      }
      assertEquals(JsonToken.END_OBJECT, json.nextToken());
      assertEquals(null, json.nextToken());
      return globs;
    }
  }

  /** {@code *} stands for anything on one level. */
  private static Pattern regex(String glob) {
    StringBuilder regex = new StringBuilder();
    for (String literal : glob.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : "[^/]*").append(Pattern.quote(literal));
    }
    return Pattern.compile(regex.toString());
  }

  /** The file for GraalVM before that. */
  private static List<Pattern> patterns() throws IOException {
    try (InputStream file = open("resource-config.json");
        JsonParser json = new JsonFactory().createParser(file)) {
      assertEquals(JsonToken.START_OBJECT, json.nextToken());
      assertEquals("resources", json.nextFieldName());
      assertEquals(JsonToken.START_OBJECT, json.nextToken());
      assertEquals("includes", json.nextFieldName());
      List<Pattern> patterns = new ArrayList<>();
      for (String pattern : values("pattern", json)) {
        patterns.add(Pattern.compile(pattern));
      }
      assertEquals(JsonToken.END_OBJECT, json.nextToken());
      assertEquals(JsonToken.END_OBJECT, json.nextToken());
      assertEquals(null, json.nextToken());
      return patterns;
    }
  }

  /** Reads an array of objects that have this field and no other. */
  private static List<String> values(String field, JsonParser json) throws IOException {
    assertEquals(JsonToken.START_ARRAY, json.nextToken());
    List<String> values = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      assertEquals(field, json.nextFieldName());
      values.add(json.nextTextValue());
      assertEquals(JsonToken.END_OBJECT, json.nextToken());
    }
    return values;
  }

  private static InputStream open(String file) {
    return NativeImageTest.class.getClassLoader().getResourceAsStream(FOLDER + file);
  }

  /** Notes each resource that is looked for, and each that is read beside one that was found. */
  private static final class Recorder extends ClassLoader {
    private final Set<String> asked = new TreeSet<>();
    private final ClassLoader classPath = NativeImageTest.class.getClassLoader();

    Recorder() {
      super(null);
    }

    @Override
    public URL getResource(String name) {
      asked.add(name);
      return classPath.getResource(name) == null ? null : recorded(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      asked.add(name);
      return classPath.getResource(name) == null
          ? Collections.emptyEnumeration()
          : Collections.enumeration(List.of(recorded(name)));
    }

    private URL recorded(String name) {
      try {
        return new URL("recorded", "", -1, '/' + name, handler());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    private URLStreamHandler handler() {
      return new URLStreamHandler() {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
          String name = url.getPath().substring(1);
          asked.add(name);
          URL found = classPath.getResource(name);
          if (found == null) {
            throw new FileNotFoundException(name);
          }
          return found.openConnection();
        }
      };
    }
  }
}
