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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compiler that sees a parent alone, as in an IDE, keeps the methods of its children. */
class PartialChildrenTest {
  private static final Path SOURCES = Path.of("src/test/resources/seed/family");

  @TempDir Path folder;

  @Test
  void theParentAloneKeepsItsChildren() throws IOException {
    Path all = folder.resolve("all");
    CompiledSeeds compiled = CompiledSeeds.of("family", all);
    String whole = source(all, "MotherSeed");
    for (String method :
        List.of(
            "child(UnaryOperator<ChildSeed> row)",
            "childs(int count)",
            "letterFrom(int stamp, UnaryOperator<LetterSeed> row)",
            "lettersTo(int count, RowPlan<LetterSeed> row)")) {
      assertTrue(whole.contains(" " + method), () -> method + whole);
    }
    List<Table> kept = new ArrayList<>(compiled.model().schema().tables());
    kept.removeIf(table -> table.origin().equals("family.Mother"));
    SeedProcessor processor =
        new SeedProcessor(
            new Schema(List.of(), kept),
            List.of(ClassName.get("family", "Child"), ClassName.get("family", "Letter")));
    Path part = folder.resolve("part");
    CompiledSeeds.compile(processor, List.of(SOURCES.resolve("Mother.java")), all, part);
    for (String name : List.of("MotherSeed", "FamilySeed", "FamilyPlan", "FamilyRows")) {
      assertArrayEquals(source(all, name).getBytes(), source(part, name).getBytes(), name);
    }
  }

  /** Where a parent has the short name already, its child's methods have the relation's too. */
  @Test
  void namesThatAreTakenAreLong() throws IOException {
    Path all = folder.resolve("clash");
    CompiledSeeds.of("clash", all);
    String parent = source(all, "BoxSeed");
    assertTrue(parent.contains("BoxSeed lid(String lid);"), parent);
    assertTrue(parent.contains("BoxSeed lidBox(UnaryOperator<LidSeed> row);"), parent);
    assertTrue(parent.contains("BoxSeed lidsBox(int count);"), parent);
    assertTrue(parent.contains("BoxSeed with_(int with);"), parent);
    assertTrue(parent.contains("BoxSeed share_(int share);"), parent);
    String seed = source(all, "ClashSeed");
    assertTrue(seed.contains("Smoke smoke_();"), seed);
    assertEquals(-1, seed.indexOf(" smoke();"), seed);
  }

  private static String source(Path output, String type) throws IOException {
    Path sources = output.resolve("sources");
    try (var files = Files.walk(sources)) {
      return Files.readString(
          files.filter(file -> file.endsWith(type + ".java")).findFirst().orElseThrow());
    }
  }
}
