package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's project compiles without a warning, by plain javac, on each JDK, as a module or not. */
class GeneratedCodeTest {
  private static final Pattern NAME = Pattern.compile("(?:enum|record|class) (\\w+)");

  private static final String MODULE =
      """
      module com.acme.shop {
        requires dev.varve.annotations;
        requires static dev.varve.seed;
        requires static org.jspecify;
      }
      """;

  private static final String IMPORTS =
      """
      package com.acme.shop;

      import dev.varve.Check;
      import dev.varve.Column;
      import dev.varve.Default;
      import dev.varve.Embedded;
      import dev.varve.Entity;
      import dev.varve.Id;
      import dev.varve.Json;
      import dev.varve.ReferentialAction;
      import dev.varve.Relation;
      import dev.varve.Unique;
      import java.math.BigDecimal;
      import java.time.Instant;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;
      import java.util.Set;
      import java.util.UUID;
      import org.jspecify.annotations.Nullable;
      """;

  /** A type in each paragraph, for a file of its own. */
  private static final String TYPES =
      """
      enum Tier { FREE, PRO }

      record Email(String value) {}

      record Address(String street, @Nullable String city) {}

      @Entity
      record Country(@Id @Column(length = 2) String code, String name) {}

      /** Somebody who can buy. */
      @Entity
      record Customer(
          @Id long id,
          @Unique @Column(length = 320) Email email,
          Optional<String> phone,
          @Default("'FREE'") Tier tier,
          @Embedded Address home,
          @Nullable @Embedded Address work,
          @Relation @Nullable Country country,
          @Relation(onDelete = ReferentialAction.SET_NULL) @Nullable Customer invitedBy,
          Map<String, String> settings,
          List<String> nicknames,
          byte @Nullable [] photo) {}

      @Entity
      record Tag(@Id UUID id, String label) {}

      @Entity
      record Order(
          @Id long id,
          @Relation Customer customer,
          @Relation(Customer.class) @Nullable Long payerId,
          @Relation Set<Tag> tags,
          @Check("{} >= 0") @Column(precision = 10, scale = 2) BigDecimal total,
          @Default("now()") Instant placedAt) {}

      @Entity
      record Line(@Id @Relation Order order, @Id int number, String sku) {}

      final class Use {
        private Use() {}

        static Order seeded(java.sql.Connection connection) {
          ShopSeed seed = ShopSeed.of(connection);
          Customer alice = seed.customer(c -> c.email(new Email("alice@shop.test")).noCountry());
          seed.customer(c -> c.invitedBy(alice));
          seed.line(l -> l.order(o -> o.customer(alice)).number(1));
          return seed.order(o -> o.customer(alice).payerId(alice.id()));
        }
      }
      """;

  static Stream<Arguments> compilers() throws IOException {
    return Javac.all().stream()
        .flatMap(
            javac ->
                Stream.of(
                    Arguments.of(javac, true, true),
                    Arguments.of(javac, true, false),
                    Arguments.of(javac, false, true),
                    Arguments.of(javac, false, false)));
  }

  @ParameterizedTest(name = "{0}, named module: {1}, seeds are named: {2}")
  @MethodSource("compilers")
  void compilesWithoutWarnings(Javac javac, boolean named, boolean used, @TempDir Path directory)
      throws Exception {
    Path sources = Files.createDirectories(directory.resolve("src"));
    for (String type : TYPES.split("\n\n(?=\\S)")) {
      Matcher name = NAME.matcher(type);
      assertTrue(name.find(), type);
      if (used || !name.group(1).equals("Use")) {
        Files.writeString(sources.resolve(name.group(1) + ".java"), IMPORTS + type);
      }
    }
    if (named) {
      Files.writeString(sources.resolve("module-info.java"), MODULE);
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xlint:all",
                "-Werror",
                "--release",
                "17",
                "-d",
                Files.createDirectories(directory.resolve("classes")).toString(),
                "-processorpath",
                processorPath(),
                named ? "--module-path" : "-cp",
                path("annotations", "seed", "jspecify"),
                "-Avarve.dir=" + directory.resolve("db")));
    arguments.addAll(Javac.sources(sources));
    Javac.Result result = javac.compile(arguments);
    assertEquals(0, result.exitCode(), result.output());
    assertEquals("", result.output());
    assertTrue(Files.exists(directory.resolve("classes/com/acme/shop/ShopSeed.class")));
    assertTrue(Files.exists(directory.resolve("db/postgresql/schema.sql")));
  }

  /** All that the tests see and that exists: javac warns of what doesn't. */
  private static String processorPath() {
    List<String> entries = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
      if (Files.exists(Path.of(entry))) {
        entries.add(entry);
      }
    }
    return String.join(System.getProperty("path.separator"), entries);
  }

  /** The entries of the class path that hold these modules, and no others. */
  private static String path(String... modules) {
    List<String> entries = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
      for (String module : modules) {
        if (entry.contains("/" + module + "/target/")
            || entry.matches(".*/(varve-)?" + module + "-[^/]*\\.jar")) {
          entries.add(entry);
        }
      }
    }
    assertEquals(modules.length, entries.size(), entries::toString);
    return String.join(System.getProperty("path.separator"), entries);
  }
}
