package dev.varve.conformance.seeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Tries the laws on schemas. */
final class SeedTrial {
  private final Path directory;

  SeedTrial(Path directory) {
    this.directory = directory;
  }

  /** What is wrong with a schema, and the smallest part of it that shows it; empty: nothing. */
  String failure(SchemaSketch sketch) {
    Throwable problem = tried(sketch);
    if (problem == null) {
      return "";
    }
    SchemaSketch small = sketch;
    for (EntitySketch entity : sketch.entities()) {
      SchemaSketch smaller = without(small, entity);
      Throwable again = smaller == null ? null : tried(smaller);
      if (again != null && kind(again).equals(kind(problem))) {
        small = smaller;
        problem = again;
      }
    }
    problem.printStackTrace();
    return "-Dvarve.seed=" + sketch.seed() + ": " + problem + "\n\n" + small.text();
  }

  private static SchemaSketch without(SchemaSketch sketch, EntitySketch dropped) {
    for (EntitySketch entity : sketch.entities()) {
      if (entity.fullName().equals(dropped.fullName())) {
        return sketch.without(entity);
      }
    }
    return null;
  }

  /** What makes two failures the same: all but numbers and names of rows. */
  private static String kind(Throwable problem) {
    if (problem instanceof CompiledSchema.Refused) {
      String text = String.valueOf(problem.getMessage());
      int error = text.indexOf("error:");
      return text.substring(error, Math.min(text.length(), error + 24));
    }
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = String.valueOf(root.getMessage()).replaceAll("\"[^\"]*\"|[\\w.]+ \\(|\\d+", "");
    return root.getClass() + text.substring(0, Math.min(60, text.length()));
  }

  private Throwable tried(SchemaSketch sketch) {
    try {
      Path folder = Files.createTempDirectory(directory, "schema");
      try (CompiledSchema schema = CompiledSchema.of(sketch, folder)) {
        seeded(schema, true);
        seeded(schema, false);
      }
      return null;
    } catch (Exception | AssertionError problem) {
      return problem;
    }
  }

  private static void seeded(CompiledSchema schema, boolean sqlite)
      throws SQLException, IOException, ReflectiveOperationException {
    try (SeededDatabase database = SeededDatabase.of(schema, sqlite)) {
      SeedLaws.smoke(schema, database);
      SeedLaws.fixtures(schema, database);
      SeedLaws.rich(schema, database);
    }
  }
}
