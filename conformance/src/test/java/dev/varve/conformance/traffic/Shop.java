package dev.varve.conformance.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.conformance.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A user's project that changes from compilation to compilation.
 *
 * @param directory the project's
 */
record Shop(Path directory) {
  private static final String HEAD =
      """
      package com.acme.shop;

      import dev.varve.*;
      import org.jspecify.annotations.Nullable;

      @Database(name = "Shop", dialects = Dialect.POSTGRESQL)
      final class Shop {}

      @Entity
      record Customer(@Id long id, String name) {}

      """;

  /** How it begins. */
  static final String FIRST =
      """
      enum Kind { NEW, OLD }

      @Enumerated(EnumStorage.NATIVE)
      enum Mood { FINE, BAD }

      @Entity
      record Item(
          @Id long id,
          @Column(length = 40) String code,
          @Nullable String note,
          @Nullable String colour,
          int amount,
          int weight,
          long customerId,
          Kind kind,
          Mood mood,
          String plain,
          @Nullable String fax) {}
      """;

  /** One change of each kind that needs nobody to wait. */
  static final String SECOND =
      """
      enum Kind { NEW, OLD, GONE }

      @Enumerated(EnumStorage.NATIVE)
      enum Mood { FINE, BAD, WORSE }

      @Entity
      @Removed(column = "fax")
      record Item(
          @Id long id,
          @Unique @Column(length = 80) String code,
          @Renamed(from = "note") @Nullable String remark,
          @Default("'red'") @Backfill("'green'") String colour,
          @Check("amount >= 0") int amount,
          int weight,
          @Relation(Customer.class) long customerId,
          Kind kind,
          Mood mood,
          @Index String plain,
          @Default("7") int level,
          @Default("'none'") @Backfill("code || '!'") String label,
          @Nullable String later) {}
      """;

  /** A change that rewrites the table. */
  static final String THIRD = SECOND.replace("int weight", "long weight");

  /** Compiles these records, and seals what has changed. */
  void seal(String records, String name, String version) throws IOException, InterruptedException {
    Path source = Files.createDirectories(directory.resolve("src")).resolve("Shop.java");
    Files.writeString(source, HEAD + records);
    String classPath = System.getProperty("java.class.path");
    Javac.Result result =
        Javac.current()
            .compile(
                List.of(
                    "-d",
                    Files.createDirectories(directory.resolve("classes")).toString(),
                    "-cp",
                    classPath,
                    "-processorpath",
                    classPath,
                    "-Avarve.dir=" + db(),
                    "-Avarve.seal=" + name,
                    "-Avarve.timestamp=" + version,
                    "-Avarve.seeds=false",
                    source.toString()));
    assertEquals(0, result.exitCode(), result.output());
  }

  /** Where its migrations are. */
  Path db() {
    return directory.resolve("db");
  }

  /** The up scripts' names. */
  List<String> migrations() throws IOException {
    List<String> names = new ArrayList<>();
    try (var files = Files.list(db().resolve("postgresql/migrations"))) {
      for (Path file : files.sorted().toList()) {
        if (!file.toString().endsWith(".down.sql")) {
          names.add(file.getFileName().toString());
        }
      }
    }
    return names;
  }
}
