package dev.varve.processor.seed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.ClassName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of an entity depends on that entity and on the names of all others. */
class PartialSeedsTest {
  @TempDir Path folder;

  @Test
  void anEntityAloneGetsTheSameSources() throws IOException {
    Path all = folder.resolve("all");
    CompiledSeeds compiled = CompiledSeeds.of("hidden", all);
    Map<String, byte[]> whole = sources(all);
    Path part = folder.resolve("part");
    List<Table> kept = new ArrayList<>(compiled.model().schema().tables());
    kept.removeIf(table -> !table.origin().equals("hidden.Secret"));
    SeedProcessor processor =
        new SeedProcessor(new Schema(List.of(), kept), List.of(ClassName.get("hidden", "Secret")));
    CompiledSeeds.compile(
        processor, List.of(Path.of("src/test/resources/seed/hidden/Shown.java")), all, part);
    Map<String, byte[]> some = sources(part);
    assertEquals(
        List.of(
            "HiddenPlan.java",
            "HiddenPlanPart1.java",
            "HiddenRows.java",
            "HiddenRowsPart1.java",
            "HiddenSeed.java",
            "HiddenSeedPart1.java",
            "ShownSeed.java"),
        List.copyOf(some.keySet()));
    some.forEach((name, text) -> assertArrayEquals(whole.get(name), text, name));
  }

  private static Map<String, byte[]> sources(Path output) throws IOException {
    Map<String, byte[]> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output.resolve("sources"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sources.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    assertTrue(!sources.isEmpty());
    return sources;
  }
}
